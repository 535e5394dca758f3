internal import KGModel

/// A range of a block's text: rules pass spans around, cut them, and quote them in receipts.
///
/// Positions count characters (Unicode scalars) of the text, from 0.
public struct Span: Sendable {
  /// The text that the span is a range of.
  public let text: SourceText
  // Every value of a record has a span, so it is kept small; texts are far shorter than 4 GB.
  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32

  /// A range of a text, in characters.
  @inlinable
  public init(_ text: SourceText, _ range: Range<Int>) {
    self.text = text
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// The range in the text, in characters.
  @inlinable
  public var range: Range<Int> { lower..<upper }

  /// Whether the span has no characters.
  @inlinable
  public var isEmpty: Bool { start == end }
  /// The number of characters.
  @inlinable
  public var count: Int { Int(end - start) }
  /// The place of the first character.
  @inlinable
  public var lower: Int { Int(start) }
  /// The place after the last character.
  @inlinable
  public var upper: Int { Int(end) }

  /// The characters as they are.
  @inlinable
  public var scalars: Slice<Characters> { text.scalars[range] }

  /// The characters as they are, as a string.
  package var string: String { text.scalars.asciiString(range) ?? String(scalars) }

  /// The characters with each run of white space as one space, and none at the ends.
  package var collapsed: String {
    if let collapsed = text.scalars.collapsedASCII(range) { return collapsed }
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(count)
    var isPending = false
    for scalar in scalars {
      if scalar.isBlank {
        isPending = !kept.isEmpty
      } else {
        if isPending { kept.append(" ") }
        isPending = false
        kept.append(scalar)
      }
    }
    return String(kept[...])
  }

  /// The folded characters: lower case, ASCII punctuation; see ``TextFold``.
  @inlinable
  public var folded: Slice<FoldedText> { text.folded[range] }

  /// The folded characters as a string.
  package var foldedString: String {
    text.scalars.asciiString(range, isFolded: true) ?? String(folded)
  }

  /// The bytes of the source that the span was read from; empty for an empty span.
  package var byteRange: Range<Int> {
    guard !isEmpty else { return text.byte(of: lower)..<text.byte(of: lower) }
    let start = text.byte(of: lower)
    // A cell that is repeated in later rows has places before those of its row: the quote ends
    // where places go back.
    if text.byte(of: upper - 1) < start,
      let back = range.dropFirst().first(where: { text.byte(of: $0) < text.byte(of: $0 - 1) })
    {
      return Span(text, lower..<back).byteRange
    }
    let next = text.byte(of: upper)
    // Markup may lie before the next character: the quote ends with the last character's own width.
    let last = text.byte(of: upper - 1)
    let end = min(max(next, last + 1), last + UTF8.width(text.scalars[upper - 1]))
    return start..<max(end, start + 1)
  }

  /// Another range of the same text.
  package func slice(_ range: Range<Int>) -> Span { Span(text, range) }

  /// The range between two places of the text; empty when they are out of order.
  package func between(_ lower: Int, _ upper: Int) -> Span {
    let start = min(max(lower, 0), text.scalars.count)
    return Span(text, start..<min(max(upper, start), text.scalars.count))
  }

  /// The span from a place of the text to its own end.
  package func from(_ lower: Int) -> Span { between(min(lower, upper), upper) }
  /// The span from its own start to a place of the text.
  package func to(_ upper: Int) -> Span { between(lower, upper) }

  /// Whether a folded character occurs in the span.
  package func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard text.mayContain(scalar) else { return false }
    return text.scalars.read { at in range.contains { TextFold.fold(at($0)) == scalar } }
  }

  /// The number of digits.
  package var digitCount: Int {
    guard text.mayContainDigits else { return 0 }
    return text.scalars.read { at in range.count { at($0).isFoldedDigit } }
  }

  /// Whether any character is of the Han script.
  package var containsHan: Bool {
    !text.scalars.isLatin1 && text.scalars.read { at in range.contains { at($0).isHan } }
  }

  /// Whether any character is Chinese, Japanese or Korean.
  package var containsEastAsian: Bool {
    !text.scalars.isLatin1 && text.scalars.read { at in range.contains { at($0).isEastAsian } }
  }
}
