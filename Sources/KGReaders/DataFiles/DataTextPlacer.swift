internal import KGText

/// Finds the bytes of a text of a data file: as a whole, or word by word where quoting or folding
/// changed it.
struct DataTextPlacer {
  let bytes: [UInt8]

  /// The text with its places.
  ///
  /// - Parameter start: The byte at which the value begins, perhaps with its quotation mark.
  func span(of text: String, from start: Int) -> Span {
    var builder = SourceTextBuilder()
    let needle = Array(text.utf8)
    if let place = find(needle, from: start, within: 16) {
      builder.append(text, at: place)
      return builder.build().whole
    }
    var cursor = start
    var rest = text[...].unicodeScalars
    while !rest.isEmpty {
      let blank = rest.prefix { $0.properties.isWhitespace }
      builder.append(Substring(blank), for: cursor..<min(cursor + 1, bytes.count))
      rest = rest[blank.endIndex...]
      let scalars = rest.prefix { !$0.properties.isWhitespace }
      let word = Substring(scalars)
      if let place = find(Array(word.utf8), from: cursor, within: 256) {
        builder.append(word, at: place)
        cursor = place + word.utf8.count
      } else {
        builder.append(word, for: cursor..<min(cursor + word.utf8.count, bytes.count))
      }
      rest = rest[scalars.endIndex...]
    }
    return builder.build().whole
  }

  private func find(_ needle: [UInt8], from start: Int, within distance: Int) -> Int? {
    guard let first = needle.first, start >= 0 else { return nil }
    let last = min(bytes.count - needle.count, start + distance)
    guard start <= last else { return nil }
    return (start...last).first {
      bytes[$0] == first && bytes[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
