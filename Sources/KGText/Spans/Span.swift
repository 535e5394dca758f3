internal import KGModel

/// A stretch of a block's text: what the rules pass around, cut up and quote in receipts.
///
/// Positions count characters of the text, from 0.
package struct Span: Sendable {
  package let text: SourceText
  // Every value of a record has a span; texts are far shorter than what four bytes count.
  private let start: UInt32
  private let end: UInt32

  package init(_ text: SourceText, _ range: Range<Int>) {
    self.text = text
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  package var range: Range<Int> { lower..<upper }

  package var isEmpty: Bool { start == end }
  package var count: Int { Int(end - start) }
  package var lower: Int { Int(start) }
  package var upper: Int { Int(end) }

  /// The characters as they stand.
  package var scalars: Slice<Characters> { text.scalars[range] }

  /// The characters as they stand, as a text.
  package var string: String { String(scalars) }

  /// The characters with runs of white space as one space.
  package var collapsed: String {
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

  /// The folded characters: small letters, ASCII punctuation.
  package var folded: Slice<FoldedText> { text.folded[range] }

  package var foldedString: String {
    String(folded)
  }

  /// The bytes of the source.
  package var byteRange: Range<Int> {
    guard !isEmpty else { return text.byte(of: lower)..<text.byte(of: lower) }
    let start = text.byte(of: lower)
    // A cell that is told again behind others stands before them: what is quoted ends there.
    if text.byte(of: upper - 1) < start,
      let back = range.dropFirst().first(where: { text.byte(of: $0) < text.byte(of: $0 - 1) })
    {
      return Span(text, lower..<back).byteRange
    }
    let next = text.byte(of: upper)
    // The next character's place may lie behind markup; the last character's own width is nearer.
    let last = text.byte(of: upper - 1)
    let end = min(max(next, last + 1), last + UTF8.width(text.scalars[upper - 1]))
    return start..<max(end, start + 1)
  }

  package func slice(_ range: Range<Int>) -> Span { Span(text, range) }

  /// The stretch between two places of the text, empty where they are out of order.
  package func between(_ lower: Int, _ upper: Int) -> Span {
    let start = min(max(lower, 0), text.scalars.count)
    return Span(text, start..<min(max(upper, start), text.scalars.count))
  }

  package func from(_ lower: Int) -> Span { between(min(lower, upper), upper) }
  package func to(_ upper: Int) -> Span { between(lower, upper) }

  package func contains(_ scalar: Unicode.Scalar) -> Bool { folded.contains(scalar) }

  /// Whether any character is of the Han script.
  package var containsHan: Bool {
    !text.scalars.isLatin1 && scalars.contains(where: \.isHan)
  }
}
