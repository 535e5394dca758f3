public import KGModel

/// Which nodes are one person or one work, and why.
public struct IdentityReport: Sendable {
  /// The decisions, sorted by their nodes.
  public let decisions: [IdentityDecision]

  /// A report of decisions, sorted by their nodes.
  public init(decisions: [IdentityDecision]) { self.decisions = decisions }

  /// The nodes of each person and work with several nodes, in the order of their IRIs; empty when no two nodes are one.
  public var clusters: [[String]] {
    var sets = DisjointSets<String>()
    for decision in decisions {
      guard let one = decision.first.iri?.value, let other = decision.second.iri?.value else {
        continue
      }
      sets.join(one, other)
    }
    return sets.sets
  }

  /// `{"clusters": [["IRI", "IRI"]]}`.
  public var json: JSONValue {
    .object([("clusters", .array(clusters.map { .array($0.map { .string($0) }) }))])
  }

  /// A row for each decision: the two nodes, the sum of what speaks for it, and each piece of evidence with its own share.
  public var table: SolutionTable {
    SolutionTable(
      variables: ["first", "second", "bits", "evidence"].map { Variable($0) },
      rows: decisions.map { decision in
        return [
          decision.first, decision.second,
          .string(IdentityReason.text(bits: decision.reasons.bits)),
          .string(
            decision.reasons.map(\.text).joined(separator: "; ")),
        ]
      })
  }
}
