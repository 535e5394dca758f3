/// The text of a block, each character with its place in the source.
///
/// What a reader makes of markup is one run of plain text here; `offsets` lead back to the bytes that
/// a receipt quotes. A reference type, because spans of one text share it.
package final class SourceText: Sendable {
  /// Emphasis, a link, or the like over a stretch of the text.
  package struct Mark: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case strong
      case emphasis
      case underline
      case code
      case link(String)
    }

    package let kind: Kind
    package let range: Range<Int>
  }

  package let scalars: Characters
  /// The first byte of each character in the source, and one more for the end of the last.
  package let offsets: ByteOffsets
  package let marks: [Mark]

  package init(scalars: Characters, offsets: ByteOffsets, marks: [Mark] = []) {
    precondition(offsets.count == scalars.count + 1)
    self.scalars = scalars
    self.offsets = offsets
    self.marks = marks
  }

  /// One folded character for each character; see ``TextFold``.
  package var folded: FoldedText { FoldedText(scalars) }

  /// A stretch as a text of its own.
  package func part(_ range: Range<Int>) -> SourceText {
    let cut = marks.compactMap { mark -> Mark? in
      guard mark.range.overlaps(range) else { return nil }
      let inside = mark.range.clamped(to: range)
      return Mark(
        kind: mark.kind,
        range: inside.lowerBound - range.lowerBound..<inside.upperBound - range.lowerBound)
    }
    return SourceText(
      scalars: scalars.part(range), offsets: offsets[range.lowerBound...range.upperBound],
      marks: cut)
  }

  /// The same with stretches blanked, each character by a space, so that places stay.
  package func blanking(_ ranges: [Range<Int>]) -> SourceText {
    guard !ranges.isEmpty else { return self }
    var blanked = Array(scalars)
    for range in ranges { for index in range { blanked[index] = " " } }
    return SourceText(scalars: Characters(blanked), offsets: offsets, marks: marks)
  }

  /// The same with one character in place of another.
  package func replacing(_ old: Unicode.Scalar, with new: Unicode.Scalar) -> SourceText {
    SourceText(
      scalars: Characters(scalars.map { $0 == old ? new : $0 }), offsets: offsets, marks: marks)
  }

  /// A text without characters at a byte of the source.
  package static func empty(at offset: Int) -> SourceText {
    var offsets = ByteOffsets()
    offsets.append(offset)
    return SourceText(scalars: Characters([]), offsets: offsets)
  }

  /// The byte at which a character begins.
  package func byte(of index: Int) -> Int { offsets[index] }

  package var whole: Span { Span(self, 0..<scalars.count) }
}
