/// Blanks the tags that site generators replace when they build a page: tags of Liquid (`{% … %}`,
/// `{{ … }}`), shortcodes of Hugo, attributes of Kramdown (`{: .class}`) and pandoc (`{.class}`). Each
/// byte becomes a space, so that places stay.
enum TemplateTags {
  private static let brackets: [(open: [UInt8], close: [UInt8])] = [
    (Array("{%".utf8), Array("%}".utf8)), (Array("{{".utf8), Array("}}".utf8)),
    (Array("{:".utf8), Array("}".utf8)), (Array("{.".utf8), Array("}".utf8)),
    (Array("{#".utf8), Array("}".utf8)),
  ]
  /// Bytes within which a tag has to end; otherwise it is text.
  private static let maximumLength = 600

  /// The same bytes with spaces for the tags.
  static func blanked(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "{")) else { return bytes }
    var result = bytes
    var place = 0
    while place + 1 < bytes.count {
      guard bytes[place] == UInt8(ascii: "{"), let end = end(of: bytes, from: place) else {
        place += 1
        continue
      }
      for index in place..<end where result[index] != UInt8(ascii: "\n") { result[index] = 0x20 }
      place = end
    }
    return result
  }

  /// Where the tag that begins at a place ends; `nil` when no tag begins there.
  private static func end(of bytes: [UInt8], from place: Int) -> Int? {
    for (open, close) in brackets where bytes[place...].starts(with: open) {
      let limit = min(bytes.count, place + maximumLength)
      var index = place + open.count
      // Attributes do not extend over lines.
      let isAttribute = close.count == 1
      while index + close.count <= limit {
        if isAttribute, bytes[index] == UInt8(ascii: "\n") { return nil }
        if bytes[index...].starts(with: close) { return index + close.count }
        index += 1
      }
    }
    return nil
  }
}
