/// The tables that hold what a pattern is matched against.
enum GraphTables: Hashable {
  /// `spo` and `pos`.
  case `default`
  /// One named graph.
  case named(Int64)
  /// The graph is a column of the rows, `g`; of these graphs only, if they are given.
  case anyNamed(among: [Int64]?)
  /// Several named graphs as one, in which each triple stands once.
  case merged([Int64])

  enum Place: String, Hashable {
    case s, p, o
  }

  /// A table with columns `s`, `p`, `o` (and `g`), in the order in which the bound places come first; an
  /// object alone is looked up once a predicate.
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

  /// What else has to hold for rows of the table.
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
