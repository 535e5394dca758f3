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

  /// Adds text that is verbatim in the source, from the given byte on.
  package mutating func append(_ text: Substring, at offset: Int) {
    var text = text
    text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        let start = place
        while place < bytes.count, bytes[place] < 0x80 { place += 1 }
        if place > start { appendASCII(bytes[start..<place], at: offset + start) }
        guard place < bytes.count else { break }
        let (scalar, width) = UTF8.character(at: place, of: bytes)
        scalars.append(scalar)
        offsets.append(offset + place)
        place += width
      }
    }
    end = offset + text.utf8.count
  }

  private mutating func appendASCII(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, at offset: Int) {
    scalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
    offsets.append(run: offset..<offset + bytes.count)
  }

  /// The same for a whole string.
  package mutating func append(_ text: String, at offset: Int) { append(text[...], at: offset) }

  /// Adds text that the source writes in another way (an entity, a line break) in the given bytes.
  package mutating func append(_ text: Substring, for range: Range<Int>) {
    for scalar in text.unicodeScalars { append(scalar, for: range) }
    end = range.upperBound
  }

  /// The same for one character.
  package mutating func append(_ scalar: Unicode.Scalar, for range: Range<Int>) {
    scalars.append(scalar)
    offsets.append(range.lowerBound)
    end = range.upperBound
  }

  /// The same for a whole string.
  package mutating func append(_ text: String, for range: Range<Int>) {
    append(text[...], for: range)
  }

  /// Adds text from elsewhere in the source, with its places and marks.
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

  /// Removes the last character, if there is one.
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

  /// Marks the text from a place to the end; nothing when the place is the end.
  package mutating func mark(_ kind: SourceText.Mark.Kind, from start: Int) {
    if start < scalars.count { marks.append(.init(kind: kind, range: start..<scalars.count)) }
  }

  /// The text so far; the builder can go on.
  package func build() -> SourceText {
    SourceText(scalars: Characters(scalars), offsets: offsets.closed(at: end), marks: marks)
  }
}

extension SourceText {
  /// A text that is its own source, for look-ups.
  package convenience init(plain text: String) {
    var builder = SourceTextBuilder()
    builder.append(text, at: 0)
    let built = builder.build()
    self.init(scalars: built.scalars, offsets: built.offsets)
  }
}

extension UTF8 {
  /// The character that begins at a byte of valid UTF-8 and is not ASCII, with the number of its bytes.
  fileprivate static func character(
    at place: Int, of bytes: UnsafeBufferPointer<UInt8>
  ) -> (Unicode.Scalar, width: Int) {
    let lead = UInt32(bytes[place])
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard place + width <= bytes.count else { return ("\u{FFFD}", bytes.count - place) }
    let value = bytes[place + 1..<place + width].reduce(lead & (0xFF >> UInt32(width + 1))) {
      $0 << 6 | UInt32($1 & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
