/// The text of a block, each character with its place in the source.
///
/// A reader turns markup into plain text; `offsets` lead back to the bytes that a receipt quotes.
/// A reference type, because spans of one text share it.
public final class SourceText: Sendable {
  /// Emphasis, a link, or the like over a range of the text.
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

    package init(kind: Kind, range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
  }

  /// The characters of the text.
  public let scalars: Characters
  /// Where its words begin.
  public let wordStarts: WordStarts
  /// The first byte of each character in the source, and one more for the end of the last.
  package let offsets: ByteOffsets
  package let marks: [Mark]

  package init(scalars: Characters, offsets: ByteOffsets, marks: [Mark] = []) {
    precondition(offsets.count == scalars.count + 1)
    self.scalars = scalars
    wordStarts = WordStarts(of: scalars)
    self.offsets = offsets
    self.marks = marks
  }

  /// One folded character for each character; see ``TextFold``.
  @inlinable
  public var folded: FoldedText { FoldedText(scalars) }

  /// Whether a folded character may occur. A fast filter, as those below, which knows of ASCII characters alone.
  func mayContain(_ character: Unicode.Scalar) -> Bool {
    !character.isASCII || scalars.occurring.contains(character)
  }

  /// Whether one of some folded characters may occur.
  func mayContain(_ characters: FoldedSet) -> Bool {
    !characters.isASCII || !scalars.occurring.isDisjoint(with: characters.ascii)
  }

  /// Whether a digit may occur. A fast filter.
  package var mayContainDigits: Bool { scalars.occurring.hasDigits }

  /// A range of the text as a text of its own, with the marks in it.
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

  /// Some ranges of the text, one after another with a space between them, as a text of its own with the marks in them.
  package func joining(_ ranges: [Range<Int>]) -> SourceText {
    var scalars: [Unicode.Scalar] = []
    var offsets = ByteOffsets()
    var marks: [Mark] = []
    for (place, range) in ranges.enumerated() {
      if place > 0 {
        scalars.append(" ")
        offsets.append(byte(of: range.lowerBound))
      }
      let shift = scalars.count - range.lowerBound
      for mark in self.marks where mark.range.overlaps(range) {
        let inside = mark.range.clamped(to: range)
        marks.append(
          Mark(kind: mark.kind, range: inside.lowerBound + shift..<inside.upperBound + shift))
      }
      for index in range {
        scalars.append(self.scalars[index])
        offsets.append(byte(of: index))
      }
    }
    offsets.append(byte(of: ranges.last?.upperBound ?? 0))
    return SourceText(scalars: Characters(scalars), offsets: offsets, marks: marks)
  }

  /// The same text with spaces for the characters of some ranges, so that places stay.
  package func blanking(_ ranges: [Range<Int>]) -> SourceText {
    guard !ranges.isEmpty else { return self }
    var blanked = Array(scalars)
    for range in ranges { for index in range { blanked[index] = " " } }
    return SourceText(scalars: Characters(blanked), offsets: offsets, marks: marks)
  }

  /// The same text with one character in place of another.
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

  /// The byte of the source at which a character begins.
  package func byte(of index: Int) -> Int { offsets[index] }

  /// All of the text.
  package var whole: Span { Span(self, 0..<scalars.count) }
}
