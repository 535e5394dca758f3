public import KGModel
public import KGSPARQL

/// The answer to a plain question, with how it was read and what the sources do not tell.
public struct Answer: Sendable {
  /// How much of the true answer the rows can be.
  public enum Completeness: String, Sendable {
    /// All that the sources say, and they say nothing of a gap.
    case complete
    /// The sources say that there is more.
    case partial
    /// The sources do not tell.
    case unknown
  }

  public let question: String
  public let sparql: String
  public let table: SolutionTable
  public let completeness: Completeness
  /// How names were read, and what is missing; one sentence each.
  public let notes: [String]
}

/// Why a plain question has no answer.
public enum UnansweredQuestion: Error, Sendable, CustomStringConvertible {
  /// No phrasing fits.
  case notUnderstood(String, understood: [String], nearest: [String])
  case unknownName(String, kind: String, near: [String])
  case ambiguousName(String, candidates: [(node: String, name: String)])
  case noYear(String)

  public var description: String {
    switch self {
    case .notUnderstood(let text, let understood, let nearest):
      (["not understood: \(text)"]
        + (understood.isEmpty ? [] : ["  read: " + understood.joined(separator: "; ")])
        + (nearest.isEmpty
          ? ["  'kg queries' lists what can be asked"]
          : ["  nearest questions:"] + nearest.map { "    " + $0 }))
        .joined(separator: "\n")
    case .unknownName(let name, let kind, let near):
      "no \(kind) named '\(name)' in this graph"
        + (near.isEmpty ? "" : "\n  near names: " + near.joined(separator: ", "))
    case .ambiguousName(let name, let candidates):
      "'\(name)' can mean \(candidates.count) things; ask with one of these:\n"
        + candidates.map { "    \($0.name)  <\($0.node)>" }.joined(separator: "\n")
    case .noYear(let text): "'\(text)' is no year"
    }
  }
}
