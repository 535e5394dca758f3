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

/// Collects the text of a block, piece by piece.
package struct SourceTextBuilder {
  private var scalars: [Unicode.Scalar] = []
  private var offsets = ByteOffsets()
  private var marks: [SourceText.Mark] = []
  private var end = 0

  package init() {}

  package var count: Int { scalars.count }
  package var isEmpty: Bool { scalars.isEmpty }
  package var last: Unicode.Scalar? { scalars.last }

  /// Adds text that stands in the source exactly so, from the given byte on.
  package mutating func append(_ text: some StringProtocol, at offset: Int) {
    var place = offset
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(place)
      place += UTF8.width(scalar)
    }
    end = place
  }

  /// Adds text that the source spells another way (an entity, a line break) in the given bytes.
  package mutating func append(_ text: some StringProtocol, for range: Range<Int>) {
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(range.lowerBound)
    }
    end = range.upperBound
  }

  /// Adds text that stands elsewhere in the source.
  package mutating func append(_ other: SourceText) {
    let start = scalars.count
    marks += other.marks.map {
      .init(kind: $0.kind, range: start + $0.range.lowerBound..<start + $0.range.upperBound)
    }
    for (index, scalar) in other.scalars.enumerated() {
      scalars.append(scalar)
      offsets.append(other.byte(of: index))
    }
    if let last = other.scalars.indices.last {
      end = other.byte(of: last) + UTF8.width(other.scalars[last])
    }
  }

  package mutating func removeLast() {
    guard scalars.popLast() != nil else { return }
    end = offsets[scalars.count]
    offsets.removeLast()
  }

  /// The letters at the end, before a hyphen.
  package var lastWord: String {
    let letters = scalars.reversed().drop { !$0.isLetter }.prefix { $0.isLetter }.reversed()
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return String(view)
  }

  package mutating func mark(_ kind: SourceText.Mark.Kind, from start: Int) {
    if start < scalars.count { marks.append(.init(kind: kind, range: start..<scalars.count)) }
  }

  package func build() -> SourceText {
    SourceText(scalars: Characters(scalars), offsets: offsets.closed(at: end), marks: marks)
  }
}
