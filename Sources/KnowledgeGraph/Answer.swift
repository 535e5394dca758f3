public import KGQuery
internal import KGSPARQL

/// The answer to a plain question, with how the question was read and what the sources leave out.
public struct Answer: Sendable {
  /// How much of the true answer the rows can be.
  public enum Completeness: String, Sendable {
    /// All that the sources say, and they mention no gap.
    case complete
    /// The sources say that there is more.
    case partial
    /// The sources do not say.
    case unknown
  }

  /// The question as it was asked.
  public let question: String
  /// The query that the question became, with its parameters filled in.
  public let sparql: String
  /// The rows, or yes; `nil` for a yes/no question to which the sources say nothing, which is not a no.
  public let result: QueryResult?
  /// How much of the true answer ``result`` can be.
  public let completeness: Completeness
  /// How names were read, and what is missing, one sentence each; empty when there is nothing to say.
  public let notes: [String]

  /// The rows; empty for a yes/no question.
  public var table: SolutionTable {
    if case .solutions(let table)? = result {
      table
    } else {
      SolutionTable(variables: [], rows: [])
    }
  }
}

/// Why a plain question has no answer.
public enum UnansweredQuestion: Error, Sendable, CustomStringConvertible {
  /// No phrasing fits. With it come the names that were recognized, the words that were not, and similar phrasings.
  case notUnderstood(String, understood: [String], unread: [String], nearest: [String])
  /// The graph has no thing of this kind with the name. `near` are similar names, the nearest first.
  case unknownName(String, kind: String, near: [String])
  /// So many things have the name; `candidates` are ten of them at most, each with a handle to ask with.
  case ambiguousName(String, count: Int, candidates: [NameCandidate])

  /// Whether the unknown name has one of these names in it.
  func isName(containing names: [String]) -> Bool {
    guard case .unknownName(let text, _, _) = self else { return false }
    return names.contains { text != $0 && text.contains($0) }
  }

  /// A text as a message quotes it.
  private static func cut(_ text: String) -> String {
    text.count > 120 ? text.prefix(120) + "…" : text
  }

  /// What is wrong, and what to ask instead, in one or more lines.
  public var description: String {
    switch self {
    case .notUnderstood(let text, let understood, let unread, let nearest):
      (["not understood: \(Self.cut(text))"]
        + (understood.isEmpty ? [] : ["  read: " + understood.joined(separator: "; ")])
        + (unread.isEmpty ? [] : ["  not read: " + Self.cut(unread.joined(separator: " "))])
        + (nearest.isEmpty
          ? ["  'kg queries' lists what can be asked"]
          : ["  nearest questions:"] + nearest.map { "    " + $0 }))
        .joined(separator: "\n")
    case .unknownName(let name, let kind, let near):
      "no \(kind) named '\(Self.cut(name))' in this graph"
        + (near.isEmpty ? "" : "\n  near names: " + near.joined(separator: ", "))
    case .ambiguousName(let name, let count, let candidates):
      "'\(name)' can mean \(count) things; ask with a handle in place of the name:\n"
        + candidates.map { "    " + $0.text }.joined(separator: "\n")
        + (count > candidates.count ? "\n    and \(count - candidates.count) more" : "")
    }
  }
}
