/// The decision that two nodes denote one entity, with its reasons. It can be shown and undone.
public struct IdentityDecision: Hashable, Sendable {
  /// One of the two nodes.
  public let first: Term
  /// The other node.
  public let second: Term
  /// The evidence for and against, in the order in which the resolver found it.
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
  /// How much this evidence alone speaks for one entity, in bits: the logarithm to the base 2 of how many times likelier it
  /// is if both nodes are one than if they are two; negative for what speaks against it.
  public let weight: Double
  /// The evidence in words.
  public let detail: String

  /// The rule, the weight and the evidence: `initials +4.6: Ada Quill and A. Quill`.
  public var text: String { "\(rule) \(weightText): \(detail)" }

  /// The weight with its sign and one decimal: `+4.6`.
  public var weightText: String { Self.text(bits: weight) }

  /// Bits with their sign and one decimal.
  public static func text(bits: Double) -> String {
    let tenths = Int((abs(bits) * 10).rounded())
    return "\(bits < 0 && tenths > 0 ? "-" : "+")\(tenths / 10).\(tenths % 10)"
  }

  /// Makes a reason; `weight` is in bits.
  public init(rule: String, weight: Double, detail: String) {
    self.rule = rule
    self.weight = weight
    self.detail = detail
  }
}

extension Sequence<IdentityReason> {
  /// The sum of the weights, in bits.
  package var bits: Double { reduce(0) { $0 + $1.weight } }
}
