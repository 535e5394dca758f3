/// The running headers, footers and page numbers of a text with page breaks, such as text extracted
/// from a PDF.
struct TextRunningHeads {
  /// The offsets of the first bytes of such lines.
  private var offsets: Set<Int> = []

  private static let pageBreak = UInt8(0x0C)

  init(_ bytes: [UInt8]) {
    guard bytes.contains(Self.pageBreak) else {
      dropPageCounts(bytes)
      return
    }
    var heads: [String: [Int]] = [:]
    var last: (offset: Int, text: String)?
    var isHeadNext = false
    var offset = 0
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[offset..<end]
      let text = Self.words(line)
      if line.first == Self.pageBreak {
        isHeadNext = true
        drop(last)
      }
      if PageMargin.isPageCount(text) {
        offsets.insert(offset)
      } else if !text.isEmpty {
        if isHeadNext { heads[PageMargin.key(text), default: []].append(offset) }
        isHeadNext = false
        last = (offset, text)
      }
      offset = end + 1
    }
    drop(last)
    for (key, places) in heads where places.count > 1 && !key.isEmpty { offsets.formUnion(places) }
  }

  /// Drops lines that only count pages, which an export of a profile may have without page breaks.
  private mutating func dropPageCounts(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let text = bytes[offset..<end].drop { $0 <= 0x20 }
      let mayCount = text.starts(with: "Page ".utf8) || text.starts(with: "第".utf8)
      if mayCount, text.count < 40, PageMargin.isPageCount(Self.words(text)) {
        offsets.insert(offset)
      }
      offset = end + 1
    }
  }

  /// Whether the line that begins at a byte is one of them.
  func contains(lineAt offset: Int) -> Bool { offsets.contains(offset) }

  /// Drops the last line of a page when it is the page number.
  private mutating func drop(_ last: (offset: Int, text: String)?) {
    if let last, PageMargin.isPageNumber(last.text) { offsets.insert(last.offset) }
  }

  private static func words(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
