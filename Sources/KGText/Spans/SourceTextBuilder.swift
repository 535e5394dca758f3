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
    if appendASCII(text, at: offset) { return }
    var place = offset
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(place)
      place += UTF8.width(scalar)
    }
    end = place
  }

  /// Adds the text if it is in ASCII, as most is: a byte a character.
  private mutating func appendASCII(_ text: Substring, at offset: Int) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      scalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
      offsets.append(run: offset..<offset + bytes.count)
      end = offset + bytes.count
      return true
    }
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
