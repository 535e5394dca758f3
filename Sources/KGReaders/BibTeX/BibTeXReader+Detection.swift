internal import KGModel
internal import KGText

extension BibTeXReader {
  /// Whether a text is a list of entries: there is little besides them, and no sign of another format. A
  /// page that only quotes entries is not a list.
  static func isBibTeX(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(UInt8(ascii: "@")) else { return false }
    let bytes = LineEnds.normalized(Array(text))
    var parser = BibTeXParser(bytes)
    var end = 0
    var other = 0
    var count = 0
    while let item = parser.nextItem() {
      guard let size = sizeOfComment(bytes[end..<max(end, item.start)]) else { return false }
      other += size
      count += 1
      end = parser.place
    }
    guard count > 0, let last = sizeOfComment(bytes[end...]) else { return false }
    return (other + last) * 2 <= bytes.count
  }

  /// The number of bytes of a text between entries, lines with `%` left out; `nil` when a line begins like a
  /// heading, a fence, a tag, a list or a command of another format. Empty front matter, which makes a site
  /// generator process a list, is not a sign of a page.
  private static func sizeOfComment(_ bytes: ArraySlice<UInt8>) -> Int? {
    var size = 0
    var hasFence = false
    for line in bytes.byteLines {
      let line = line.drop { $0 <= 0x20 }
      if line.isEmpty || line.first == UInt8(ascii: "%") { continue }
      if signs.contains(where: { line.starts(with: $0.utf8) }) { return nil }
      if line.starts(with: "---".utf8) || line.starts(with: "+++".utf8) {
        hasFence = true
      } else {
        size += line.count
      }
    }
    return hasFence && size > 3 ? nil : size
  }

  private static let signs = ["# ", "## ", "### ", "```", "~~~", "<", "\\", "- ", "* "]
}
