/// The tables that a pattern is matched against.
enum GraphTables: Hashable {
  /// `spo` and `pos`.
  case `default`
  /// One named graph.
  case named(Int64)
  /// All named graphs, or these only; the graph is the column `g`.
  case anyNamed(among: [Int64]?)
  /// Several named graphs merged, with each triple once.
  case merged([Int64])

  enum Place: String, Hashable {
    case s, p, o
  }

  /// The table with columns `s`, `p`, `o` (and `g`) whose index begins with the bound places. There is no index
  /// that begins with objects: an object alone is looked up for each predicate.
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
      return "(SELECT DISTINCT s, p, o FROM gspo WHERE g IN (\(Self.list(graphs))))"
    }
  }

  /// Further conditions on rows of the table.
  func conditions(on alias: String) -> [String] {
    switch self {
    case .default, .merged, .anyNamed(among: nil): []
    case .named(let graph): ["\(alias).g = \(graph)"]
    case .anyNamed(let graphs?): ["\(alias).g IN (\(Self.list(graphs)))"]
    }
  }

  private static func eachPredicate(_ table: String) -> String {
    let graph = table == "pos" ? "" : ", \(table).g"
    return """
      (SELECT \(table).s, \(table).p, \(table).o\(graph) FROM predicate \
      CROSS JOIN \(table) ON \(table).p = predicate.p)
      """
  }

  private static func list(_ graphs: [Int64]) -> String {
    graphs.map(String.init).joined(separator: ", ")
  }
}
