/// The running heads and page numbers of a text with page breaks, such as comes out of a PDF: lines that are no part of
/// what it says.
struct PageFurniture {
  /// Where such lines begin, in bytes.
  private var offsets: Set<Int> = []

  private static let pageBreak = UInt8(0x0C)

  init(_ bytes: [UInt8]) {
    guard bytes.contains(Self.pageBreak) else { return }
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
        if let last, Self.isPageNumber(last.text) { offsets.insert(last.offset) }
      }
      if !text.isEmpty {
        if isHeadNext {
          heads[text.filter { !$0.isNumber }, default: []].append(offset)
          isHeadNext = false
        }
        last = (offset, text)
      }
      offset = end + 1
    }
    if let last, Self.isPageNumber(last.text) { offsets.insert(last.offset) }
    for (text, places) in heads where places.count > 1 && text.contains(where: \.isLetter) {
      offsets.formUnion(places)
    }
  }

  func contains(lineAt offset: Int) -> Bool { offsets.contains(offset) }

  private static func words(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// “3”, “- 3 -”, “Page 3 of 9”, “3/9”.
  private static func isPageNumber(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let numbers = words.compactMap { Int($0) }
    let isCounted = text.contains("/") || words.contains("of")
    return (numbers.count == 1 || numbers.count == 2 && isCounted)
      && numbers.allSatisfy { (0..<1000).contains($0) }
      && words.allSatisfy { Int($0) != nil || ["page", "of", "p"].contains($0) }
  }
}
