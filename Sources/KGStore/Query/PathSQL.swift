internal import KGModel
internal import KGSPARQL

/// Translates property paths to SQL: tables of pairs `s`, `o`, recursive ones for repetition (SPARQL 1.1 Query
/// Language, sections 9 and 18.4).
///
/// Where an end of the path is known, from a constant or from the bindings, evaluation starts there.
struct PathSQL {
  let tables: GraphTables
  let termID: (Term) throws -> Int64
  private var definitions: [String] = []
  private var count = 0

  init(tables: GraphTables, termID: @escaping (Term) throws -> Int64) {
    self.tables = tables
    self.termID = termID
  }

  /// - Parameter bindings: The variables of the bindings table, if it is to be used.
  static func sql(
    from subject: PatternTerm, _ path: PropertyPath, to object: PatternTerm, tables: GraphTables,
    bindings: [Variable]?, termID: @escaping (Term) throws -> Int64
  ) throws -> PatternSQL {
    var builder = PathSQL(tables: tables, termID: termID)
    let path = path.simplified
    let pairs: String
    if let seeds = try builder.seeds(subject, path, bindings, other: object) {
      pairs = try builder.pairs(path, from: seeds)
    } else if let seeds = try builder.seeds(object, path, bindings, other: subject) {
      let reversed = try builder.pairs(path.reversed, from: seeds)
      pairs = builder.define("SELECT o, s FROM \(reversed)")
    } else {
      pairs = try builder.pairs(path, from: nil)
    }
    var result = PatternSQL()
    var columns: [String] = []
    var conditions: [String] = []
    for (column, place) in [("s", subject), ("o", object)] {
      switch place {
      case .term(let term): conditions.append("\(column) = \(try termID(term))")
      case .variable(let variable):
        if result.variables.contains(variable) {
          conditions.append("s = o")
        } else {
          result.variables.append(variable)
          columns.append(column)
        }
      }
    }
    result.definitions = builder.definitions
    result.statement =
      "SELECT " + (columns.isEmpty ? "1" : columns.joined(separator: ", ")) + " FROM \(pairs)"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
    return result
  }

  /// A table `node` of the possible nodes of an end; `nil` when it can be any node.
  ///
  /// - Parameter other: The other end.
  private mutating func seeds(
    _ end: PatternTerm, _ path: PropertyPath, _ bindings: [Variable]?, other: PatternTerm
  ) throws -> String? {
    switch end {
    case .term(let term): return define("VALUES (\(try termID(term)))", columns: "node")
    case .variable(let variable):
      guard let column = bindings?.firstIndex(of: variable) else { return nil }
      let all = "SELECT DISTINCT c\(column) AS node FROM \(PatternSQL.bindingsTable)"
      guard path.mayBeEmpty else { return define(all, columns: "node") }
      // An empty path connects a variable's value with itself only if it is a node of the graph; a term of the
      // pattern is connected with itself in any case (section 9.3).
      let isOther = try other.term.map { " OR node = \(try termID($0))" } ?? ""
      return define(
        "SELECT node FROM (\(all)) WHERE \(isNode("node"))\(isOther)", columns: "node")
    }
  }

  // MARK: Pairs

  private mutating func define(_ select: String, columns: String = "s, o") -> String {
    count += 1
    definitions.append("p\(count)(\(columns)) AS (\(select))")
    return "p\(count)"
  }

  /// A table of all rows of some statements. SQLite limits the terms of one compound SELECT to 500.
  private mutating func unionAll(_ selects: [String]) -> String {
    let limit = 400
    guard selects.count > limit else { return define(selects.joined(separator: " UNION ALL ")) }
    let parts = stride(from: 0, to: selects.count, by: limit).map { start in
      "SELECT s, o FROM " + unionAll(Array(selects[start..<min(start + limit, selects.count)]))
    }
    return unionAll(parts)
  }

  /// A table of the pairs that a path connects, with repetitions.
  ///
  /// - Parameter seeds: The table of start nodes, each once; `nil` for all nodes.
  private mutating func pairs(_ path: PropertyPath, from seeds: String?) throws -> String {
    switch path {
    case .predicate, .inverse, .negated:
      return unionAll(try path.steps.map { try select($0, from: seeds) })
    case .sequence(let parts):
      guard let first = parts.first else { return define("SELECT 0, 0 WHERE 0") }
      var result = try pairs(first, from: seeds)
      for part in parts.dropFirst() {
        let middles = define("SELECT DISTINCT o FROM \(result)", columns: "node")
        let next = try pairs(part, from: middles)
        result = define("SELECT a.s, b.o FROM \(result) AS a JOIN \(next) AS b ON b.s = a.o")
      }
      return result
    case .alternative(let parts):
      if !path.steps.isEmpty { return unionAll(try path.steps.map { try select($0, from: seeds) }) }
      return unionAll(try parts.map { "SELECT s, o FROM \(try pairs($0, from: seeds))" })
    case .zeroOrOne(let inner):
      let starts = seeds ?? everyNode()
      let step = try pairs(inner, from: seeds)
      return define("SELECT node, node FROM \(starts) UNION SELECT s, o FROM \(step)")
    case .zeroOrMore(let step):
      let starts = seeds ?? everyNode()
      return try closure(step, startingWith: "SELECT node, node FROM \(starts)")
    case .oneOrMore(let step):
      let first = try pairs(step, from: seeds)
      return try closure(step, startingWith: "SELECT s, o FROM \(first)")
    }
  }

  /// Repeats a step until no new pair is reached; each pair once.
  private mutating func closure(
    _ step: PropertyPath, startingWith first: String
  ) throws -> String {
    var selects: [String] = [first]
    var inner: String?
    if !step.isRepeatable { inner = try pairs(step, from: nil) }
    count += 1
    let name = "p\(count)"
    if let inner {
      selects.append("SELECT \(name).s, e.o FROM \(name) JOIN \(inner) AS e ON e.s = \(name).o")
    } else {
      for chain in step.chains {
        var from = [name]
        var conditions: [String] = []
        var start = "\(name).o"
        for (index, atom) in chain.enumerated() {
          let alias = "e\(index)"
          let (table, own, end) = try join(atom, alias: alias, start: start)
          from.append("\(table) AS \(alias)")
          conditions += own
          start = end
        }
        selects.append(
          "SELECT \(name).s, \(start) FROM " + from.joined(separator: " CROSS JOIN ") + " WHERE "
            + conditions.joined(separator: " AND "))
      }
    }
    definitions.append("\(name)(s, o) AS (\(selects.joined(separator: " UNION ")))")
    return name
  }

  /// SQL that tests whether an id is that of a node of the graph.
  private func isNode(_ id: String) -> String {
    let tests = [GraphTables.Place.s, .o].map { place in
      let conditions = ["t.\(place.rawValue) = \(id)"] + tables.conditions(on: "t")
      return "EXISTS (SELECT 1 FROM \(tables.table(bound: [place])) AS t WHERE "
        + conditions.joined(separator: " AND ") + ")"
    }
    return "(" + tests.joined(separator: " OR ") + ")"
  }

  /// Every node of the graph, as a table `node`.
  private mutating func everyNode() -> String {
    let table = tables.table(bound: [])
    let conditions = tables.conditions(on: "t")
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return define(
      "SELECT t.s FROM \(table) AS t\(filter) UNION SELECT t.o FROM \(table) AS t\(filter)",
      columns: "node")
  }

  // MARK: Steps

  private func select(_ atom: PropertyPath.Atom, from seeds: String?) throws -> String {
    let (source, conditions, end) = try join(
      atom, alias: "t", start: seeds.map { "\($0).node" })
    let from = (seeds.map { "\($0) CROSS JOIN " } ?? "") + "\(source) AS t"
    let first = atom.isBackward ? "t.o" : "t.s"
    return "SELECT \(first), \(end) FROM \(from)"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
  }

  /// The table of a step, the conditions on its rows, and the column where it ends.
  private func join(
    _ atom: PropertyPath.Atom, alias: String, start: String?
  ) throws -> (table: String, conditions: [String], end: String) {
    var bound: Set<GraphTables.Place> = []
    var conditions: [String] = []
    if let start {
      bound.insert(atom.isBackward ? .o : .s)
      conditions.append("\(alias).\(atom.isBackward ? "o" : "s") = \(start)")
    }
    switch atom.predicates {
    case .among(let list):
      bound.insert(.p)
      conditions.append(isOne("\(alias).p", of: try list.map { try termID(.iri($0)) }))
    case .allBut(let list):
      let ids = try list.map { try termID(.iri($0)) }
      if !ids.isEmpty { conditions.append("\(alias).p NOT IN (\(ids.sqlList))") }
    }
    conditions += tables.conditions(on: alias)
    return (
      tables.table(bound: bound), conditions.isEmpty ? ["1"] : conditions,
      "\(alias).\(atom.isBackward ? "s" : "o")"
    )
  }
}
