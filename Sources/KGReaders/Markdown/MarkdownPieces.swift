/// Cuts Markdown between constructs: the tree that cmark builds takes thirty times the memory of the
/// text, so a long document is read in pieces.
enum MarkdownPieces {
  private static let size = 1 << 20

  /// Pieces that each begin with a heading, with a list item or, after a blank line, with other text at
  /// the margin; with any line where none of these is near (a very long table).
  static func cut(_ bytes: [UInt8], from start: Int) -> [Range<Int>] {
    guard bytes.count - start > size else { return [start..<bytes.count] }
    var pieces: [Range<Int>] = []
    var pieceStart = start
    var open = OpenConstruct()
    var followsBlankLine = false
    forEachLine(of: bytes, from: start) { line in
      let text = bytes[line]
      let length = line.lowerBound - pieceStart
      if length >= size, !open.isOpen, beginsBlock(text, followsBlankLine) || length >= 4 * size {
        pieces.append(pieceStart..<line.lowerBound)
        pieceStart = line.lowerBound
      }
      open.read(text)
      followsBlankLine = text.allSatisfy { $0 <= 0x20 }
    }
    return pieces + [pieceStart..<bytes.count]
  }

  private static func beginsBlock(_ line: ArraySlice<UInt8>, _ followsBlankLine: Bool) -> Bool {
    guard let first = line.first, first > 0x20 else { return false }
    if first == UInt8(ascii: "#") { return true }
    if "-*+".utf8.contains(first), line.dropFirst().first == 0x20 { return true }
    return followsBlankLine && first != UInt8(ascii: ">") && first != UInt8(ascii: "<")
  }

  /// The link reference definitions `[name]: address` of the whole document, after a blank line.
  static func linkDefinitions(in bytes: [UInt8]) -> [UInt8] {
    var definitions = Array("\n\n".utf8)
    forEachLine(of: bytes, from: 0) { line in
      let text = bytes[line]
      guard text.first == UInt8(ascii: "["), definitions.count < size >> 2,
        let end = text.firstIndex(of: UInt8(ascii: "]")), end + 1 < text.endIndex,
        text[end + 1] == UInt8(ascii: ":")
      else { return }
      definitions += text + [0x0A]
    }
    return definitions
  }

  private static func forEachLine(
    of bytes: [UInt8], from start: Int, _ visit: (Range<Int>) -> Void
  ) {
    var place = start
    while place < bytes.count {
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      visit(place..<end)
      place = end + 1
    }
  }

  /// An open fenced code block, or an open HTML block that a blank line does not end.
  private struct OpenConstruct {
    private var fence: UInt8?
    private var closing: [UInt8]?

    var isOpen: Bool { fence != nil || closing != nil }

    private static let closings: [(opening: [UInt8], end: [UInt8])] = [
      ("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<pre", "</pre>"),
      ("<textarea", "</textarea>"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    mutating func read(_ line: ArraySlice<UInt8>) {
      let text = line.drop { $0 == 0x20 }
      if closing == nil, let sign = text.first,
        sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~"),
        text.prefix(3).allSatisfy({ $0 == sign }), text.count >= 3
      {
        fence = fence == nil ? sign : fence == sign ? nil : fence
      }
      guard fence == nil, closing != nil || text.contains(UInt8(ascii: "<")) else { return }
      let small = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      if let end = closing {
        if small.contains(end) { closing = nil }
      } else if let (opening, end) = Self.closings.first(where: { small.contains($0.opening) }),
        !small.contains(end) || opening.count == 4 && small.suffix(4).elementsEqual(opening)
      {
        closing = end
      }
    }
  }
}
