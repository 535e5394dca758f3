internal import KGModel

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
    guard bytes.containsByte(UInt8(ascii: "{")) else { return bytes }
    var scanner = TagScanner(bytes)
    var result = bytes
    var place = 0
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "{")) {
      place = open + 1
      guard let end = scanner.end(from: open) else { continue }
      let last = scanner.endOfHidden(tag: open..<end) ?? end
      for index in open..<last where result[index] != UInt8(ascii: "\n") { result[index] = 0x20 }
      place = last
    }
    return result
  }

  /// Finds the ends of tags. What closes a tag is found once for all tags before it, so that a text of
  /// nothing but open brackets is read in time.
  private struct TagScanner {
    private let bytes: [UInt8]
    private var closings = TemplateTags.brackets.map { NextOccurrence(of: $0.close) }
    private var lineEnd = NextOccurrence(of: [UInt8(ascii: "\n")])
    /// The ends of hidden content that do not follow.
    private var missing: Set<[UInt8]> = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Where the tag that begins at a place ends; `nil` when no tag begins there.
    mutating func end(from place: Int) -> Int? {
      for (index, (open, close)) in TemplateTags.brackets.enumerated()
      where bytes[place...].starts(with: open) {
        let start = place + open.count
        guard let closing = closings[index].first(in: bytes, from: start),
          closing + close.count <= place + TemplateTags.maximumLength
        else { continue }
        // Attributes do not extend over lines.
        let isAttribute = close.count == 1
        if isAttribute, let end = lineEnd.first(in: bytes, from: start), end < closing {
          return nil
        }
        return closing + close.count
      }
      return nil
    }

    /// Where the content ends that a tag hides, with the tag that ends it; `nil` for other tags, and where no
    /// such tag follows.
    mutating func endOfHidden(tag: Range<Int>) -> Int? {
      guard let name = TemplateTags.name(of: bytes[tag]),
        let (_, end) = TemplateTags.hidden.first(where: { $0.name == name }), !missing.contains(end)
      else { return nil }
      var place = tag.upperBound
      while let open = bytes[place...].firstIndex(of: UInt8(ascii: "{")) {
        place = open + 1
        if bytes[open...].starts(with: "{%".utf8), let close = self.end(from: open),
          TemplateTags.name(of: bytes[open..<close]) == end
        {
          return close
        }
      }
      missing.insert(end)
      return nil
    }
  }

  /// The name of a tag of Liquid: `include` of `{%- include a.html -%}`.
  private static func name(of tag: ArraySlice<UInt8>) -> [UInt8]? {
    guard tag.starts(with: "{%".utf8) else { return nil }
    let name = tag.dropFirst(2).drop { $0 <= 0x20 || $0 == UInt8(ascii: "-") }
    return Array(name.prefix { (0x61...0x7A).contains($0) })
  }
}

/// The next place of some bytes, which stays known until it has been passed.
private struct NextOccurrence {
  private let sign: [UInt8]
  /// Nothing is found from the first place of this range up to its end, where the sign is.
  private var searched = 0..<0
  private var isFound = false

  init(of sign: [UInt8]) { self.sign = sign }

  /// The first place of the bytes from a place on; `nil` when there is none.
  mutating func first(in bytes: [UInt8], from start: Int) -> Int? {
    if !(isFound || searched.upperBound == bytes.count && !bytes.isEmpty)
      || !(searched.lowerBound...searched.upperBound).contains(start)
    {
      search(bytes, from: start)
    }
    return isFound ? searched.upperBound : nil
  }

  private mutating func search(_ bytes: [UInt8], from start: Int) {
    var place = min(start, bytes.count)
    while let next = bytes[place...].firstIndex(of: sign[0]) {
      if bytes[next...].starts(with: sign) {
        (searched, isFound) = (start..<next, true)
        return
      }
      place = next + 1
    }
    (searched, isFound) = (min(start, bytes.count)..<bytes.count, false)
  }
}
