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
    // A page that ends its data with a longer line of hyphens; without data, both lines are rules.
    if let last = Self.lineOfHyphens(bytes, lines),
      let found = try? YAMLReader.read(
        bytes, in: lines.start(ofLine: 2)..<lines.start(ofLine: last)),
      !found.entries.isEmpty
    {
      data = found
      end = last + 1 > lines.count ? bytes.count : lines.start(ofLine: last + 1)
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

  /// The first line of more than three hyphens, on a page that begins with three; `nil` when there is none.
  private static func lineOfHyphens(_ bytes: [UInt8], _ lines: LineIndex) -> Int? {
    guard lines.count > 2, bytes.starts(with: "---\n".utf8) else { return nil }
    return (2...min(lines.count, 200)).first { line in
      let text = bytes[lines.start(ofLine: line)...].prefix { $0 > 0x20 }
      return text.count > 3 && text.allSatisfy { $0 == UInt8(ascii: "-") }
    }
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
