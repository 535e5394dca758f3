public import KGModel

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
    public let receipts: [(source: String, receipt: Receipt)]
  }

  /// What is explained, in words.
  public let title: String
  public let identities: [Identity]
  public let facts: [Fact]

  /// The explanation for people: each receipt as `file:line: “words” (rule)`.
  public var text: String {
    var lines = [title]
    if !identities.isEmpty { lines.append("one, because:") }
    for identity in identities {
      lines.append("  \(identity.first) = \(identity.second)")
      lines += identity.reasons.map { "      \($0.rule): \($0.detail)" }
    }
    for fact in facts {
      lines.append(fact.statement)
      for (source, receipt) in fact.receipts {
        let words = receipt.words.isEmpty ? "" : " “\(receipt.words)”"
        lines.append("    \(source):\(receipt.line):\(words) (\(receipt.rule))")
      }
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
              ("receipts", .array(fact.receipts.map { Self.json($0.source, $0.receipt) })),
            ])
          })
      ),
    ])
  }

  private static func json(_ reason: IdentityReason) -> JSONValue {
    .object([
      ("rule", .string(reason.rule)), ("weight", .number(reason.weight)),
      ("detail", .string(reason.detail)),
    ])
  }

  private static func json(_ source: String, _ receipt: Receipt) -> JSONValue {
    .object([
      ("source", .string(source)), ("line", .integer(receipt.line)),
      (
        "bytes",
        .array([.integer(receipt.byteRange.lowerBound), .integer(receipt.byteRange.upperBound)])
      ),
      ("words", .string(receipt.words)), ("rule", .string(receipt.rule)),
    ])
  }
}
