/// A tag in HTML source, as far as its effect on other blocks needs it.
struct HTMLTag {
  /// In lower case.
  let name: String
  let isClosing: Bool
  /// Whether it ends with `/>`.
  let isSelfClosing: Bool
  /// Values by name in lower case; empty for an attribute without a value.
  let attributes: [String: String]
  /// The bytes from `<` to `>`.
  let range: Range<Int>

  /// The first tag that begins at or after a place; `nil` when none is complete.
  static func first(in bytes: [UInt8], from start: Int, to end: Int) -> HTMLTag? {
    var place = start
    while place < end, let open = bytes[place..<end].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[open..<end].starts(with: "<!--".utf8) {
        place = self.end(ofComment: bytes, from: open, to: end)
      } else if beginsTag(bytes[open..<end]) {
        // A tag without an end leaves no complete one after it.
        return HTMLTag(bytes, at: open, to: end)
      } else {
        place = open + 1
      }
    }
    return nil
  }

  private static func beginsTag(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.dropFirst().first == UInt8(ascii: "/") ? text.dropFirst(2) : text.dropFirst()
    return name.first.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
  }

  private static func end(ofComment bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var place = start + 4
    while place + 3 <= end {
      if bytes[place..<place + 3].elementsEqual("-->".utf8) { return place + 3 }
      place += 1
    }
    return end
  }

  /// Reads the tag that begins at a place; `nil` when none does, or it has no end.
  init?(_ bytes: [UInt8], at start: Int, to end: Int) {
    var place = start + 1
    guard place < end else { return nil }
    isClosing = bytes[place] == UInt8(ascii: "/")
    if isClosing { place += 1 }
    let name = bytes[place..<end].prefix(while: Self.isNamePart)
    guard let first = name.first, (0x61...0x7A).contains(first | 0x20) else { return nil }
    self.name = String(decoding: name, as: UTF8.self).lowercased()
    place = name.endIndex
    var attributes: [String: String] = [:]
    // A tag with more attributes is an attack on the parser.
    while attributes.count < 200 {
      place = bytes[place..<end].firstIndex { $0 > 0x20 && $0 != UInt8(ascii: "/") } ?? end
      guard place < end, bytes[place] != UInt8(ascii: ">") else { break }
      let (key, value) = Self.attribute(bytes, &place, to: end)
      attributes[key] = value
    }
    guard place < end, let close = bytes[place..<end].firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    self.attributes = attributes
    isSelfClosing = bytes[close - 1] == UInt8(ascii: "/")
    range = start..<close + 1
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func attribute(
    _ bytes: [UInt8], _ place: inout Int, to end: Int
  ) -> (key: String, value: String) {
    let key = bytes[place..<end].prefix { $0 > 0x20 && !"=>/".utf8.contains($0) }
    // A sign that begins no name is skipped.
    place = max(key.endIndex, place + (key.isEmpty ? 1 : 0))
    var value = bytes[place..<place]
    let equals = bytes[place..<end].firstIndex { $0 > 0x20 } ?? end
    if equals < end, bytes[equals] == UInt8(ascii: "=") {
      place = bytes[(equals + 1)..<end].firstIndex { $0 > 0x20 } ?? end
      if place < end, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
        let quote = bytes[place]
        value = bytes[(place + 1)..<end].prefix { $0 != quote }
        place = min(value.endIndex + 1, end)
      } else {
        value = bytes[place..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        place = value.endIndex
      }
    }
    return (
      String(decoding: key, as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self)
    )
  }
}
