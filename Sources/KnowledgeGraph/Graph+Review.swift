public import KGModel
internal import KGStore

/// Two people who may be one, as someone is asked about them.
public struct ReviewPair: Sendable {
  /// The two nodes and what speaks for and against one person.
  public let comparison: IdentityComparison
  /// Who the first is, as far as the graph knows.
  public let first: NameCandidate
  /// Who the other is.
  public let second: NameCandidate

  /// The bits, a line for each of the two, and one for each piece of evidence.
  public var text: String {
    (["\(IdentityReason.text(bits: comparison.bits)) bits"]
      + [first, second].map { "  " + $0.text }
      + comparison.reasons.map { "      " + $0.text })
      .joined(separator: "\n")
  }

  /// An object with the keys `bits`, `first`, `second` and `reasons`.
  public var json: JSONValue {
    .object([
      ("bits", .number(comparison.bits)), ("first", first.json), ("second", second.json),
      ("reasons", .array(comparison.reasons.map(\.json))),
    ])
  }
}

extension Graph {
  /// Who the two people of an undecided pair are.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func reviewPair(_ comparison: IdentityComparison) throws -> ReviewPair {
    let nodes = [comparison.first, comparison.second]
    let people = try nodes.map { node in
      NamedThing(node: try store.entity(of: node), name: try label(node), types: [])
    }
    let found = try candidates(people)
    return ReviewPair(comparison: comparison, first: found[0], second: found[1])
  }

  /// The undecided pairs as a table: both names, the bits, the evidence and both nodes.
  public static func table(of pairs: [ReviewPair]) -> SolutionTable {
    SolutionTable(
      variables: ["first", "second", "bits", "evidence", "firstNode", "secondNode"]
        .map { Variable($0) },
      rows: pairs.map { pair in
        [
          .string(pair.first.name), .string(pair.second.name),
          .string(IdentityReason.text(bits: pair.comparison.bits)),
          .string(pair.comparison.reasons.map(\.text).joined(separator: "; ")),
          pair.comparison.first, pair.comparison.second,
        ]
      })
  }
}
