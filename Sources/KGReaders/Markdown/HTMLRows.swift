internal import KGModel

/// The rows of tables in HTML whose cells have blank lines, at which Markdown ends a block of HTML:
///
///     <tr><td>
///
///     **Brackwater Labs**, Engineer
///
///     </td><td>2019</td></tr>
///
/// What is in the cells is Markdown. The tags of such rows become blank lines, and their places events.
struct HTMLRows {
  /// In the order of their places.
  private(set) var events: [FencedDivs.Event] = []
  /// The bytes with blanks and line ends for the tags, so that places stay.
  private(set) var bytes: [UInt8]

  private struct Row {
    let start: Int
    var tags: [Range<Int>]
    var cells: [Int] = []
    /// Whether its cells hold only text in paragraphs.
    var isPlain = true
  }
  private var open: Row?

  /// A longer row is the layout of a page, not an entry.
  private static let maximumRowLength = 2000  // bytes
  /// What a cell of an entry does not hold.
  private static let layoutTags: Set<String> = [
    "table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "pre",
  ]

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    var place = start
    while let tag = HTMLTag.first(in: bytes, from: place, to: bytes.count) {
      read(tag)
      place = tag.range.upperBound
    }
  }

  private mutating func read(_ tag: HTMLTag) {
    switch tag.name {
    case "tr":
      if tag.isClosing {
        close(tag)
      } else {
        open = Row(start: tag.range.lowerBound, tags: [tag.range])
      }
    case "td", "th":
      open?.tags.append(tag.range)
      if !tag.isClosing { open?.cells.append(tag.range.lowerBound) }
    case let name where Self.layoutTags.contains(name): open?.isPlain = false
    default: break
    }
  }

  private mutating func close(_ tag: HTMLTag) {
    guard let row = open else { return }
    open = nil
    let text = row.start..<tag.range.lowerBound
    guard row.isPlain, row.cells.count > 1, text.count <= Self.maximumRowLength,
      Self.isText(bytes[text])
    else { return }
    for range in row.tags + [tag.range] {
      for index in range { bytes[index] = 0x20 }
      // A tag has at least four bytes.
      bytes[range.upperBound - 2] = UInt8(ascii: "\n")
      bytes[range.upperBound - 1] = UInt8(ascii: "\n")
    }
    events.append(.init(kind: .beginRow, place: row.start))
    events += row.cells.map { .init(kind: .beginCell, place: $0) }
    events.append(.init(kind: .endRow, place: tag.range.lowerBound))
  }

  /// Whether lines have a blank one among them, and no heading, item or row of a table, which a cell cannot hold.
  private static func isText(_ text: ArraySlice<UInt8>) -> Bool {
    var hasBlankLine = false
    for line in text.byteLines.dropFirst().dropLast() {
      let content = line.drop { $0 <= 0x20 }
      guard let first = content.first else {
        hasBlankLine = true
        continue
      }
      let isMarker = "-*+".utf8.contains(first) && content.dropFirst().first == 0x20
      if isMarker || first == UInt8(ascii: "#") || first == UInt8(ascii: "|") { return false }
    }
    return hasBlankLine
  }
}
