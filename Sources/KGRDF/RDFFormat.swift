/// The syntaxes in which graphs are read and written; the raw value is the ending of their files.
public enum RDFFormat: String, Sendable, CaseIterable {
  case ntriples = "nt"
  case nquads = "nq"
  case turtle = "ttl"
  case trig

  /// Whether the syntax has named graphs.
  public var hasGraphs: Bool {
    switch self {
    case .ntriples, .turtle: false
    case .nquads, .trig: true
    }
  }

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
    case "ntriples": self = .ntriples
    case "nquads": self = .nquads
    case "turtle": self = .turtle
    case let ending?: self.init(rawValue: String(ending))
    case nil: return nil
    }
  }
}
