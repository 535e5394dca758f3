public import KGText

/// Phrases with a value each, which are looked up in spans.
///
/// Comparison is by folded characters (``TextFold``) and between word boundaries; every place beside
/// a Chinese, Japanese or Korean character is a boundary.
public struct PhraseTable<Value: Sendable>: Sendable {
  @usableFromInline let values: [Value]
  /// The phrases of each row, for indexes of several tables.
  let phrases: [[String]]
  @usableFromInline let index: PhraseIndex

  /// - Parameter rows: Values with their phrases. Of equal phrases the earlier row wins.
  package init(_ rows: [(Value, [String])]) {
    values = rows.map(\.0)
    phrases = rows.map(\.1)
    index = PhraseIndex(phrases)
  }

  /// A phrase at a place of a text.
  public struct Match: Sendable {
    public let value: Value
    /// The place in the text, in characters.
    public let range: Range<Int>
    /// The row of the table, from 0.
    public let row: Int

    @usableFromInline
    init(value: Value, range: Range<Int>, row: Int) {
      self.value = value
      self.range = range
      self.row = row
    }
  }

  // The look-ups are inlinable: a generic function of another module makes its types at each call.

  /// Every phrase in the span, from left to right without overlaps; at each place the longest.
  @inlinable
  public func matches(in span: Span) -> [Match] {
    index.matches(in: span).map(match)
  }

  /// The first of ``matches(in:)``; `nil` when there is none.
  @inlinable
  public func firstMatch(in span: Span) -> Match? { index.firstMatch(in: span).map(match) }

  /// The longest phrase that begins at a place; `nil` when none does.
  @inlinable
  public func match(in span: Span, at place: Int) -> Match? {
    index.match(in: span, at: place).map(match)
  }

  /// Whether a whole text is a phrase of the table.
  func isPhrase(_ span: Span) -> Bool { match(in: span, at: span.lower)?.range == span.range }

  /// A phrase of this table that an index of several found.
  @inlinable
  public func match(_ found: PhraseIndex.Match) -> Match {
    Match(value: values[found.row], range: found.range, row: found.row)
  }

  /// The match of the earliest row of the table; `nil` when no phrase occurs.
  @inlinable
  public func best(in span: Span) -> Match? {
    index.matches(in: span).min { $0.row < $1.row }.map(match)
  }

  /// Whether any phrase occurs in the span.
  @inlinable
  public func contains(_ span: Span) -> Bool { index.firstMatch(in: span) != nil }
}
