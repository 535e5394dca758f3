internal import KGModel
internal import KGSPARQL

/// Property paths in SQL: tables of pairs `s`, `o`, which are recursive for `*` and `+` (SPARQL 1.1 Query Language,
/// sections 9 and 18.4).
///
/// Where one end of a path is known, from a constant or from the bindings, the search begins there.
struct PathSQL {
  let tables: GraphTables
  let termID: (Term) throws -> Int64
  private var definitions: [String] = []
  private var count = 0

  init(tables: GraphTables, termID: @escaping (Term) throws -> Int64) {
    self.tables = tables
    self.termID = termID
  }

  /// - Parameter bindings: The variables of the table of bindings; `nil` not to use it.
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

  /// A table `node` of the possible nodes at one end; `nil` when all nodes are possible.
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
      // An empty path connects the nodes of the graph to themselves, and a term of the pattern even when it is not
      // in the graph (section 9.3).
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

  /// A table of all rows of some statements. SQLite combines at most some hundred at once.
  private mutating func unionAll(_ selects: [String]) -> String {
    let limit = 400
    guard selects.count > limit else { return define(selects.joined(separator: " UNION ALL ")) }
    let parts = stride(from: 0, to: selects.count, by: limit).map { start in
      "SELECT s, o FROM " + unionAll(Array(selects[start..<min(start + limit, selects.count)]))
    }
    return unionAll(parts)
  }

  /// A table of the pairs that a path connects, each as often as the path does.
  ///
  /// - Parameter seeds: The table of distinct start nodes; `nil` for all nodes.
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

  /// Repeats a step until no new pair is found. Each pair is in the table once.
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

  /// The SQL condition that an ID is that of a node of the graph.
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

  /// The table of a step, the conditions on its rows, and the column of its end.
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
      let ids = try list.map { String(try termID(.iri($0))) }
      conditions.append(
        ids.count == 1
          ? "\(alias).p = \(ids[0])" : "\(alias).p IN (\(ids.joined(separator: ", ")))")
    case .allBut(let list):
      let ids = try list.map { String(try termID(.iri($0))) }
      if !ids.isEmpty {
        conditions.append("\(alias).p NOT IN (\(ids.joined(separator: ", ")))")
      }
    }
    conditions += tables.conditions(on: alias)
    return (
      tables.table(bound: bound), conditions.isEmpty ? ["1"] : conditions,
      "\(alias).\(atom.isBackward ? "s" : "o")"
    )
  }
}

extension PropertyPath {
  /// A step along one triple.
  struct Atom {
    enum Predicates {
      /// One of these, which are distinct.
      case among([IRI])
      case allBut([IRI])
    }
    let predicates: Predicates
    let isBackward: Bool
  }

  /// The steps of a path that is one triple long; empty for a longer path.
  fileprivate var steps: [Atom] {
    switch self {
    case .predicate(let iri): return [Atom(predicates: .among([iri]), isBackward: false)]
    case .inverse(let inner):
      return inner.steps.map { Atom(predicates: $0.predicates, isBackward: !$0.isBackward) }
    case .negated(let forward, let backward):
      return [
        forward.map { Atom(predicates: .allBut($0), isBackward: false) },
        backward.map { Atom(predicates: .allBut($0), isBackward: true) },
      ].compactMap { $0 }
    case .alternative(let parts):
      // Predicates of one direction are looked up together. One that is repeated is looked up again, because each
      // alternative counts.
      let steps = parts.map(\.steps)
      guard steps.allSatisfy({ $0.count == 1 }) else { return [] }
      var rounds: [(isBackward: Bool, predicates: [IRI])] = []
      for step in steps.joined() {
        guard case .among(let list) = step.predicates, list.count == 1 else { return [] }
        if let round = rounds.firstIndex(where: {
          $0.isBackward == step.isBackward && !$0.predicates.contains(list[0])
        }) {
          rounds[round].predicates.append(list[0])
        } else {
          rounds.append((step.isBackward, list))
        }
      }
      return rounds.map { Atom(predicates: .among($0.predicates), isBackward: $0.isBackward) }
    default: return []
    }
  }

  /// Whether ``chains`` has all solutions of the path.
  fileprivate var isRepeatable: Bool {
    switch self {
    case .predicate, .negated: true
    case .inverse(let inner): inner.isRepeatable
    case .sequence(let parts), .alternative(let parts):
      parts.allSatisfy(\.isRepeatable) && chains.count <= 32
        && chains.allSatisfy { $0.count <= 32 }
    default: false
    }
  }

  /// The sequences of steps that a path without repetition allows.
  fileprivate var chains: [[Atom]] {
    switch self {
    case .predicate, .inverse, .negated: steps.map { [$0] }
    case .alternative(let parts):
      steps.isEmpty ? parts.flatMap(\.chains) : steps.map { [$0] }
    case .sequence(let parts):
      parts.reduce([[]]) { chains, part in
        guard chains.count <= 32 else { return chains }
        return chains.flatMap { chain in part.chains.map { chain + $0 } }
      }
    default: []
    }
  }

  /// The same path from its end to its start.
  fileprivate var reversed: PropertyPath {
    switch self {
    case .predicate: .inverse(self)
    case .inverse(let inner): inner
    case .sequence(let parts): .sequence(parts.reversed().map(\.reversed))
    case .alternative(let parts): .alternative(parts.map(\.reversed))
    case .zeroOrOne(let inner): .zeroOrOne(inner.reversed)
    case .zeroOrMore(let inner): .zeroOrMore(inner.reversed)
    case .oneOrMore(let inner): .oneOrMore(inner.reversed)
    case .negated(let forward, let backward): .negated(forward: backward, backward: forward)
    }
  }

  /// A path with the same pairs in which `inverse` applies to single predicates only and repetitions are not
  /// nested.
  fileprivate var simplified: PropertyPath {
    switch self {
    case .predicate, .negated: return self
    case .inverse(.predicate): return self
    case .inverse(let inner): return inner.simplified.reversed
    case .sequence(let parts): return .sequence(parts.map(\.simplified))
    case .alternative(let parts): return .alternative(parts.map(\.simplified))
    case .zeroOrOne(let inner):
      let inner = inner.simplified
      switch inner {
      case .zeroOrOne, .zeroOrMore: return inner
      case .oneOrMore(let step): return .zeroOrMore(step)
      default: return .zeroOrOne(inner)
      }
    case .zeroOrMore(let inner): return .zeroOrMore(inner.simplified.withoutRepetition)
    case .oneOrMore(let inner):
      let inner = inner.simplified
      return inner.mayBeEmpty
        ? .zeroOrMore(inner.withoutRepetition) : .oneOrMore(inner.withoutRepetition)
    }
  }

  private var withoutRepetition: PropertyPath {
    switch self {
    case .zeroOrOne(let inner), .zeroOrMore(let inner), .oneOrMore(let inner):
      inner.withoutRepetition
    default: self
    }
  }
}
