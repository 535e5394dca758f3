internal import KGModel
internal import KGSPARQL

/// A join of tables that grows pattern by pattern, with the variables of its columns.
struct TableJoin {
  private let tables: GraphTables
  /// The variable of the graph's name, where the tables have a column for it.
  private let graph: Variable?
  private let termIDs: (Term) throws -> [Int64]
  /// The column of each variable.
  private(set) var columns: [Variable: String] = [:]
  /// The variables with a column, in the order in which they were added.
  private(set) var variables: [Variable] = []
  private var from = ""
  private var conditions: [String] = []
  private var aliasCount = 0
  private var dropCount = 0
  /// Each drop nests the statement once more, and the stack of SQLite's parser is limited to 100 entries.
  private static let maximumDropCount = 8

  /// - Parameter termIDs: The IDs that a term of a pattern matches: more than one where language tags differ in
  ///   case.
  init(tables: GraphTables, graph: Variable?, termIDs: @escaping (Term) throws -> [Int64]) {
    self.tables = tables
    self.graph = graph
    self.termIDs = termIDs
  }

  mutating func begin(with table: String, columns: [(variable: Variable, name: String)]) {
    from = table
    for (variable, name) in columns { bind(variable, "\(table).\(name)") }
  }

  mutating func add(condition: String) { conditions.append(condition) }

  /// - Parameter isOptional: Whether rows without a match are kept.
  mutating func add(_ pattern: TriplePattern, isOptional: Bool = false) throws {
    aliasCount += 1
    let alias = "t\(aliasCount)"
    var bound: Set<GraphTables.Place> = []
    var own: [Variable: String] = [:]
    var tests: [String] = []
    let places: [(GraphTables.Place, PatternTerm)] = [
      (.s, pattern.subject), (.p, pattern.predicate), (.o, pattern.object),
    ]
    for (place, term) in places {
      let column = "\(alias).\(place.rawValue)"
      switch term {
      case .term(let term):
        let termIDs = try termIDs(term).map(String.init)
        tests.append(
          termIDs.count == 1
            ? "\(column) = \(termIDs[0])" : "\(column) IN (\(termIDs.joined(separator: ", ")))")
        bound.insert(place)
      case .variable(let variable):
        if let known = columns[variable] {
          tests.append("\(column) = \(known)")
          bound.insert(place)
        } else if let known = own[variable] {
          tests.append("\(column) = \(known)")
        } else {
          own[variable] = column
        }
      }
    }
    for variable in pattern.variables where columns[variable] == nil {
      if let column = own[variable] { bind(variable, column) }
    }
    tests += tables.conditions(on: alias)
    if let graph {
      if let known = columns[graph] {
        tests.append("\(alias).g = \(known)")
      } else {
        bind(graph, "\(alias).g")
      }
    }
    let table = "\(tables.table(bound: bound)) AS \(alias)"
    if isOptional {
      from += " LEFT JOIN \(table) ON \(tests.isEmpty ? "1" : tests.joined(separator: " AND "))"
    } else {
      // CROSS JOIN keeps SQLite from changing the order.
      from += (from.isEmpty ? "" : " CROSS JOIN ") + table
      conditions += tests
    }
  }

  /// Turns the join so far into a subquery with distinct rows of the variables that are used later.
  ///
  /// Rows are sorted by the column that the next pattern looks up, because neighbours in an index are on one page.
  mutating func dropDuplicates(keeping wanted: Set<Variable>, before next: TriplePattern) {
    guard dropCount < Self.maximumDropCount else { return }
    let first = [next.subject.variable, next.object.variable].first { variable in
      variable.map { wanted.contains($0) && columns[$0] != nil } ?? false
    }
    let live =
      variables.filter { wanted.contains($0) && $0 == first }
      + variables.filter { wanted.contains($0) && $0 != first }
    guard live.count < variables.count, !live.isEmpty else { return }
    dropCount += 1
    aliasCount += 1
    let alias = "d\(aliasCount)"
    let list = live.enumerated().map { index, variable in
      "\(columns[variable] ?? "NULL") AS c\(index)"
    }
    let order = live.indices.map { String($0 + 1) }.joined(separator: ", ")
    // Without LIMIT, SQLite ignores the order of a subquery.
    from = """
      (SELECT DISTINCT \(list.joined(separator: ", ")) FROM \(from)\(filter) \
      ORDER BY \(order) LIMIT -1) AS \(alias)
      """
    conditions = []
    variables = []
    columns = [:]
    for (index, variable) in live.enumerated() { bind(variable, "\(alias).c\(index)") }
  }

  /// The statement with the columns of some variables.
  func select(_ variables: [Variable]) -> String {
    let list = variables.compactMap { columns[$0] }
    return "SELECT " + (list.isEmpty ? "1" : list.joined(separator: ", ")) + " FROM " + from
      + filter
  }

  private var filter: String {
    conditions.isEmpty ? "" : " WHERE " + PatternSQL.connected(conditions, by: " AND ")
  }

  private mutating func bind(_ variable: Variable, _ column: String) {
    columns[variable] = column
    variables.append(variable)
  }
}
