package import KGText

/// The data at the beginning of a page: YAML between two `---` lines, or TOML between two `+++` lines.
package struct FrontMatter {
  /// The data; empty when there is no front matter, or invalid YAML.
  package let data: DataNode
  /// The byte at which the body begins.
  let end: Int

  /// Reads the front matter of a page.
  package init(_ bytes: [UInt8]) {
    let bytes = LineEnds.normalized(bytes)
    let lines = LineIndex(bytes)
    for (fence, isTOML) in [("---", false), ("+++", true)] {
      guard let last = Self.closingLine(bytes, lines, fence) else { continue }
      let inner = lines.start(ofLine: 2)..<lines.start(ofLine: last)
      end = last + 1 > lines.count ? bytes.count : lines.start(ofLine: last + 1)
      if isTOML {
        data = TOMLReader.read(bytes, in: inner)
      } else {
        // A page with invalid front matter is still a page.
        data = (try? YAMLReader.read(bytes, in: inner)) ?? .empty
      }
      return
    }
    data = .empty
    end = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The values that are texts, by key; lists and maps are left out.
  package var values: [String: Span] {
    Dictionary(
      data.entries.compactMap { entry in entry.value.span.map { (entry.key, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static func closingLine(_ bytes: [UInt8], _ lines: LineIndex, _ fence: String) -> Int? {
    func isFence(_ line: Int) -> Bool {
      let start = lines.start(ofLine: line)
      var text = bytes[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      while text.last == 0x20 { text = text.dropLast() }
      return text.elementsEqual(fence.utf8)
        || (line == 1 && text.elementsEqual(("\u{FEFF}" + fence).utf8))
    }
    guard lines.count > 2, isFence(1) else { return nil }
    return (2...min(lines.count, 2000)).first(where: isFence)
  }
}
