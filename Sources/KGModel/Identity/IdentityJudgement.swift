/// What someone has said of two nodes, against or before what the evidence says. Judgements outlive the sources and each new
/// resolution; they can be undone.
public struct IdentityJudgement: Hashable, Sendable {
  /// Whether the nodes are one person or two; undecided where someone has looked at them and could not say.
  public let outcome: IdentityOutcome
  /// The IRI of one of the two nodes.
  public let first: IRI
  /// The IRI of the other node.
  public let second: IRI
  /// The day on which it was said, as `2026-03-14`.
  public let date: String

  /// Makes a judgement.
  public init(_ outcome: IdentityOutcome, first: IRI, second: IRI, date: String) {
    self.outcome = outcome
    self.first = first
    self.second = second
    self.date = date
  }
}
