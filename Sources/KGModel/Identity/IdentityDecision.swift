/// That two nodes mean one thing, with the reasons; it can be shown, and taken back.
public struct IdentityDecision: Hashable, Sendable {
  public let first: Term
  public let second: Term
  public let reasons: [IdentityReason]

  public init(first: Term, second: Term, reasons: [IdentityReason]) {
    self.first = first
    self.second = second
    self.reasons = reasons
  }
}

/// One clue for an identity.
public struct IdentityReason: Hashable, Sendable {
  /// The rule's name, such as `pinyin`.
  public let rule: String
  /// Between 0 and 1: how much the clue alone says.
  public let weight: Double
  /// The clue in words.
  public let detail: String

  public init(rule: String, weight: Double, detail: String) {
    self.rule = rule
    self.weight = weight
    self.detail = detail
  }
}
