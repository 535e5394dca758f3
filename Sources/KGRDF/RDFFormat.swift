/// The syntaxes in which graphs are read and written.
public enum RDFFormat: String, Sendable, CaseIterable {
  case ntriples = "nt"
  case nquads = "nq"
  case turtle = "ttl"
  case trig

  /// Whether the syntax has named graphs.
  public var hasGraphs: Bool { self == .nquads || self == .trig }

  /// The name of the syntax in one word, such as `n-triples`.
  public var kind: String {
    switch self {
    case .ntriples: "n-triples"
    case .nquads: "n-quads"
    case .turtle: "turtle"
    case .trig: "trig"
    }
  }

  /// The format of a file name's ending, ignoring case and a trailing `.gz` or `.zst`; `nil` for an unknown
  /// ending.
  public init?(path: String) {
    var name = path.lowercased()
    for ending in [".gz", ".zst"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
    switch name.split(separator: ".").last {
    case "nt", "ntriples": self = .ntriples
    case "nq", "nquads": self = .nquads
    case "ttl", "turtle": self = .turtle
    case "trig": self = .trig
    default: return nil
    }
  }
}
