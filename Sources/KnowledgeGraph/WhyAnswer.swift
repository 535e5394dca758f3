public import KGModel
public import KGStore

/// Why the graph says what it says: identities with their reasons, statements with their receipts.
public struct WhyAnswer: Sendable {
  /// Two nodes that were decided to be one person or one work.
  public struct Identity: Sendable {
    /// The name of the first node, or the end of its IRI when it has no name.
    public let first: String
    /// The name of the second node, or the end of its IRI when it has no name.
    public let second: String
    /// The rules that joined them, each with a weight in bits.
    public let reasons: [IdentityReason]
  }

  /// A statement and where it comes from.
  public struct Fact: Sendable {
    /// Subject, predicate and object by their names, two spaces between them.
    public let statement: String
    /// One for each place that makes the statement, at least one.
    public let receipts: [StoredReceipt]
  }

  /// What is explained, in words.
  public let title: String
  /// The decisions about the thing; empty for two things, and where nothing was joined.
  public let identities: [Identity]
  /// The statements in the order of their first receipts; empty when no source says anything.
  public let facts: [Fact]
  /// The number of facts that are left out because they are personal data.
  public let hiddenCount: Int

  /// The answer for people: each receipt as `file:line: “words”, what they are (rule)`, with its strength where the
  /// words alone do not state the fact.
  public var text: String {
    var lines = [title]
    if !identities.isEmpty { lines.append("one, because:") }
    for identity in identities {
      lines.append("  \(identity.first) = \(identity.second)")
      lines += identity.reasons.map { "      " + $0.text }
    }
    for fact in facts {
      lines.append(fact.statement)
      lines += fact.receipts.map { "    " + Self.line($0) }
    }
    if hiddenCount > 0 {
      lines.append(
        hiddenCount == 1
          ? "1 fact is personal data and not shown"
          : "\(hiddenCount) facts are personal data and not shown")
    }
    return lines.joined(separator: "\n")
  }

  private static func line(_ stored: StoredReceipt) -> String {
    let receipt = stored.receipt
    let words = receipt.words.isEmpty ? nil : "“\(receipt.words)”"
    let quote = [words, receipt.ruleSummary].compactMap { $0 }.joined(separator: ", ")
    let strength = receipt.strength == .stated ? "" : ", \(receipt.strength.rawValue)"
    return ["\(stored.source):\(receipt.place):", quote, "(\(receipt.rule)\(strength))"]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The answer as a JSON object with the keys `title`, `identities`, `facts` and `hidden`.
  public var json: JSONValue {
    .object([
      ("title", .string(title)),
      (
        "identities",
        .array(identities.map(\.json))
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

  private static func json(_ stored: StoredReceipt) -> JSONValue {
    let receipt = stored.receipt
    let bytes = receipt.byteRange.map { range in
      JSONValue.array([.integer(range.lowerBound), .integer(range.upperBound)])
    }
    return .object([
      ("source", .string(stored.source)),
      ("part", receipt.part.map { .string($0) } ?? .null), ("line", .integer(receipt.line)),
      ("bytes", bytes ?? .null), ("words", .string(receipt.words)),
      ("rule", .string(receipt.rule)),
      ("summary", receipt.ruleSummary.map { .string($0) } ?? .null),
      ("strength", .string(receipt.strength.rawValue)),
    ])
  }
}

extension WhyAnswer.Identity {
  /// An object with the keys `first`, `second` and `reasons`.
  var json: JSONValue {
    .object([
      ("first", .string(first)), ("second", .string(second)),
      ("reasons", .array(reasons.map(\.json))),
    ])
  }
}

extension IdentityReason {
  /// An object with the keys `rule`, `weight` in bits, and `detail`.
  var json: JSONValue {
    .object([("rule", .string(rule)), ("weight", .number(weight)), ("detail", .string(detail))])
  }
}
