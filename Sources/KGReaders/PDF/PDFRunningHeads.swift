/// The running headers and footers of the pages of a PDF, and its page numbers.
struct PDFRunningHeads {
  private var repeated: Set<String> = []
  private let heights: [Double]

  init(pages: [PDFPage], columns: [PDFColumns]) {
    heights = pages.map(\.height)
    var counts: [String: Int] = [:]
    for (number, column) in columns.enumerated() {
      let keys = column.flows.flatMap(\.lines)
        .filter { Self.isAtEdge($0, height: heights[number]) }.map { PageMargin.key($0.text) }
      for key in Set(keys) { counts[key, default: 0] += 1 }
    }
    // A line with only numbers has an empty key; it may be a year.
    repeated = Set(
      counts.filter { !$0.key.isEmpty && $0.value >= 2 && $0.value * 2 >= pages.count }.keys)
  }

  /// Whether a line is a running header or footer, or a page number.
  func contains(_ line: PDFLine, onPage page: Int) -> Bool {
    guard Self.isAtEdge(line, height: heights[page]) else { return false }
    let text = line.text
    // The owner's name at the top of the first page is text, also where later pages repeat it.
    let isTitle = page == 0 && line.top < heights[page] / 2
    return PageMargin.isPageNumber(text) || !isTitle && repeated.contains(PageMargin.key(text))
  }

  private static func isAtEdge(_ line: PDFLine, height: Double) -> Bool {
    line.top < height * 0.085 || line.bottom > height * 0.91
  }
}
