public import KGModel
public import KGStore

/// Why the graph says what it says: identities with their reasons, statements with their receipts.
public struct Explanation: Sendable {
  public struct Identity: Sendable {
    public let first: String
    public let second: String
    public let reasons: [IdentityReason]
  }

  public struct Fact: Sendable {
    /// Subject, predicate and object in short.
    public let statement: String
    public let receipts: [StoredReceipt]
  }

  /// What is explained, in words.
  public let title: String
  public let identities: [Identity]
  public let facts: [Fact]
  /// The number of facts that are left out because they are personal data.
  public let hiddenCount: Int

  /// The explanation for people: each receipt as `file:line: “words” (rule)`, with its strength where the words alone do
  /// not say it.
  public var text: String {
    var lines = [title]
    if !identities.isEmpty { lines.append("one, because:") }
    for identity in identities {
      lines.append("  \(identity.first) = \(identity.second)")
      lines += identity.reasons.map { "      \($0.rule): \($0.detail)" }
    }
    for fact in facts {
      lines.append(fact.statement)
      for stored in fact.receipts {
        let receipt = stored.receipt
        let words = receipt.words.isEmpty ? "" : " “\(receipt.words)”"
        let strength = receipt.strength == .stated ? "" : ", \(receipt.strength.rawValue)"
        lines.append("    \(stored.source):\(receipt.place):\(words) (\(receipt.rule)\(strength))")
      }
    }
    if hiddenCount > 0 {
      lines.append(
        hiddenCount == 1
          ? "1 fact is personal data and not shown"
          : "\(hiddenCount) facts are personal data and not shown")
    }
    return lines.joined(separator: "\n")
  }

  public var json: JSONValue {
    .object([
      ("title", .string(title)),
      (
        "identities",
        .array(
          identities.map { identity in
            .object([
              ("first", .string(identity.first)), ("second", .string(identity.second)),
              ("reasons", .array(identity.reasons.map(Self.json))),
            ])
          })
      ),
      (
        "facts",
        .array(
          facts.map { fact in
            .object([
              ("statement", .string(fact.statement)),
              ("receipts", .array(fact.receipts.map(Self.json))),
            ])
          })
      ),
      ("hidden", .integer(hiddenCount)),
    ])
  }

  private static func json(_ reason: IdentityReason) -> JSONValue {
    .object([
      ("rule", .string(reason.rule)), ("weight", .number(reason.weight)),
      ("detail", .string(reason.detail)),
    ])
  }

  private static func json(_ stored: StoredReceipt) -> JSONValue {
    let receipt = stored.receipt
    let bytes = receipt.byteRange.map { range in
      JSONValue.array([.integer(range.lowerBound), .integer(range.upperBound)])
    }
    return .object([
      ("source", .string(stored.source)),
      ("part", receipt.part.map { .string($0) } ?? .null), ("line", .integer(receipt.line)),
      ("bytes", bytes ?? .null), ("words", .string(receipt.words)),
      ("rule", .string(receipt.rule)), ("strength", .string(receipt.strength.rawValue)),
    ])
  }
}
