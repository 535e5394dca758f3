/// Whether two nodes mean one thing.
public enum IdentityOutcome: String, Hashable, Sendable, CaseIterable {
  /// They are one.
  case same
  /// They are two.
  case different
  /// Neither is certain enough.
  case undecided
}

/// Two nodes beside each other: what speaks for and against their being one person.
public struct IdentityComparison: Hashable, Sendable {
  /// What follows from the evidence and from what people said.
  public let outcome: IdentityOutcome
  /// One of the two nodes.
  public let first: Term
  /// The other node.
  public let second: Term
  /// The evidence, the names first; empty where the names contradict each other.
  public let reasons: [IdentityReason]
  /// What makes it impossible that they are one person, whatever the evidence says: the rule and, in words, the case.
  public let obstacles: [IdentityObstacle]

  /// The sum of the evidence in bits.
  public var bits: Double { reasons.bits }

  /// Makes a comparison.
  public init(
    outcome: IdentityOutcome, first: Term, second: Term, reasons: [IdentityReason],
    obstacles: [IdentityObstacle] = []
  ) {
    self.outcome = outcome
    self.first = first
    self.second = second
    self.reasons = reasons
    self.obstacles = obstacles
  }
}

/// What makes it impossible that two nodes are one person.
public struct IdentityObstacle: Hashable, Sendable {
  /// The name of the rule, such as `authors-of-one-work`.
  public let rule: String
  /// The case in words.
  public let detail: String

  /// Makes an obstacle.
  public init(rule: String, detail: String) {
    self.rule = rule
    self.detail = detail
  }
}
