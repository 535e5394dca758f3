/// The decision that two nodes denote one entity, with its reasons. It can be shown and undone.
public struct IdentityDecision: Hashable, Sendable {
  /// One of the two nodes.
  public let first: Term
  /// The other node.
  public let second: Term
  /// The evidence, in the order in which the resolver found it.
  public let reasons: [IdentityReason]

  /// Makes the decision that `first` and `second` are one.
  public init(first: Term, second: Term, reasons: [IdentityReason]) {
    self.first = first
    self.second = second
    self.reasons = reasons
  }
}

/// One piece of evidence for an identity.
public struct IdentityReason: Hashable, Sendable {
  /// The name of the rule, such as `pinyin`.
  public let rule: String
  /// The strength of this evidence alone, between 0 and 1.
  public let weight: Double
  /// The evidence in words.
  public let detail: String

  /// Makes a reason; `weight` lies between 0 and 1.
  public init(rule: String, weight: Double, detail: String) {
    self.rule = rule
    self.weight = weight
    self.detail = detail
  }
}
