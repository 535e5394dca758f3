/// The tables that a pattern is matched against.
enum GraphTables: Hashable {
  /// `spo` and `pos`.
  case `default`
  /// One named graph.
  case named(Int64)
  /// All named graphs, or only the given ones; the graph is the column `g`.
  case anyNamed(among: [Int64]?)
  /// Several named graphs merged into one, which has each triple once.
  case merged([Int64])

  enum Place: String, Hashable {
    case s, p, o
  }

  /// A table with columns `s`, `p`, `o` (and `g`) whose index begins with the bound positions. An object
  /// alone is looked up once per predicate.
  func table(bound: Set<Place>) -> String {
    switch self {
    case .default:
      if bound.contains(.s) { return "spo" }
      if bound.contains(.p) { return "pos" }
      return bound.contains(.o) ? Self.eachPredicate("pos") : "spo"
    case .named:
      if bound.contains(.s) { return "gspo" }
      if bound.contains(.p) { return "posg" }
      return bound.contains(.o) ? Self.eachPredicate("posg") : "gspo"
    case .anyNamed:
      if bound.contains(.s) { return "spog" }
      if bound.contains(.p) { return "posg" }
      return bound.contains(.o) ? Self.eachPredicate("posg") : "gspo"
    case .merged(let graphs):
      return "(SELECT DISTINCT s, p, o FROM gspo WHERE g IN (\(graphs.sqlList)))"
    }
  }

  /// Further conditions on the rows of the table.
  func conditions(on alias: String) -> [String] {
    switch self {
    case .default, .merged, .anyNamed(among: nil): []
    case .named(let graph): ["\(alias).g = \(graph)"]
    case .anyNamed(let graphs?): ["\(alias).g IN (\(graphs.sqlList))"]
    }
  }

  private static func eachPredicate(_ table: String) -> String {
    let graph = table == "pos" ? "" : ", \(table).g"
    return """
      (SELECT \(table).s, \(table).p, \(table).o\(graph) FROM predicate \
      CROSS JOIN \(table) ON \(table).p = predicate.p)
      """
  }
}
