/// Blanks the tags that site generators replace when they build a page: tags of Liquid (`{% … %}`,
/// `{{ … }}`), shortcodes of Hugo, attributes of Kramdown (`{: .class}`) and pandoc (`{.class}`). Each
/// byte becomes a space, so that places stay. What Liquid leaves out (`{% comment %}`) is blanked too.
enum TemplateTags {
  private static let brackets: [(open: [UInt8], close: [UInt8])] = [
    (Array("{%".utf8), Array("%}".utf8)), (Array("{{".utf8), Array("}}".utf8)),
    (Array("{:".utf8), Array("}".utf8)), (Array("{.".utf8), Array("}".utf8)),
    (Array("{#".utf8), Array("}".utf8)),
  ]
  /// Bytes within which a tag has to end; otherwise it is text.
  private static let maximumLength = 600

  /// Tags whose content is not shown, with the tag that ends each.
  private static let hidden: [(name: [UInt8], end: [UInt8])] =
    ["comment", "capture", "schema", "javascript", "stylesheet"]
    .map { (Array($0.utf8), Array("end\($0)".utf8)) }

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
      let last = endOfHidden(of: bytes, tag: place..<end) ?? end
      for index in place..<last where result[index] != UInt8(ascii: "\n") { result[index] = 0x20 }
      place = last
    }
    return result
  }

  /// Where the content ends that a tag hides, with the tag that ends it; `nil` for other tags, and where no
  /// such tag follows.
  private static func endOfHidden(of bytes: [UInt8], tag: Range<Int>) -> Int? {
    guard let name = name(of: bytes[tag]), let (_, end) = hidden.first(where: { $0.name == name })
    else { return nil }
    var place = tag.upperBound
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "{")) {
      place = open + 1
      if bytes[open...].starts(with: "{%".utf8), let close = self.end(of: bytes, from: open),
        self.name(of: bytes[open..<close]) == end
      {
        return close
      }
    }
    return nil
  }

  /// The name of a tag of Liquid: `include` of `{%- include a.html -%}`.
  private static func name(of tag: ArraySlice<UInt8>) -> [UInt8]? {
    guard tag.starts(with: "{%".utf8) else { return nil }
    let name = tag.dropFirst(2).drop { $0 <= 0x20 || $0 == UInt8(ascii: "-") }
    return Array(name.prefix { (0x61...0x7A).contains($0) })
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
