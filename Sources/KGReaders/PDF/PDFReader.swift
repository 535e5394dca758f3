internal import Foundation
package import KGText

/// Reads a PDF into blocks by the positions and fonts of its text: columns, lines, paragraphs, headings.
///
/// Spans refer to the text of the pages as it was read, concatenated; a place is a page and a line of it.
package enum PDFReader {
  /// The blocks of a PDF.
  ///
  /// - Throws: ``UnreadablePDF`` when it has no readable text.
  package static func read(_ bytes: [UInt8]) throws(UnreadablePDF) -> Document {
    try read(xml: PDFProgram.xml(of: bytes))
  }

  /// The blocks of a PDF, by the XML that `pdftohtml` writes of it.
  ///
  /// - Throws: ``UnreadablePDF`` when it has no readable text.
  package static func read(xml: [UInt8]) throws(UnreadablePDF) -> Document {
    let pages = PDFPage.pages(of: xml)
    guard
      pages.contains(where: { page in page.pieces.contains { $0.text.contains(where: \.isLetter) } }
      )
    else { throw .noText }
    return document(of: pages)
  }

  /// The blocks of pages.
  static func document(of pages: [PDFPage]) -> Document {
    let columns = pages.map { PDFColumns($0) }
    let running = PDFRunningHeads(pages: pages, columns: columns)
    var flows: [PlacedLine.Flow] = []
    var texts: [(name: String, bytes: [UInt8])] = []
    var offset = 0
    for (number, column) in columns.enumerated() {
      var text: [UInt8] = []
      for flow in column.flows {
        let kept = flow.lines.filter { !running.contains($0, onPage: number) }
        let lines = PDFLine.aligned(kept).map { line in
          let placed = PlacedLine(line, page: number, offset: offset + text.count)
          text += placed.bytes + [UInt8(ascii: "\n")]
          return placed
        }
        flows.append(
          PlacedLine.Flow(
            page: number, side: flow.side, lines: StackedDates.joined(DateColumns.separated(lines)))
        )
      }
      texts.append(("page \(number + 1)", text))
      offset += text.count
    }
    let order = inReadingOrder(flows, hasSideBar: columns.contains(where: \.isSideBar))
    return Document(
      kind: .pdf, blocks: PDFBlocks(order).blocks, places: SourcePlaces(parts: texts))
  }

  /// The flows in reading order. A side bar continues from page to page beside the main text; columns of
  /// equal width are read page by page.
  private static func inReadingOrder(
    _ flows: [PlacedLine.Flow], hasSideBar: Bool
  ) -> [[PlacedLine]] {
    guard hasSideBar else { return flows.map(\.lines) }
    // First the lines above both columns, then the whole of one side, then of the other.
    let first = flows.prefix { $0.side == .whole }
    let rest = flows.dropFirst(first.count)
    return first.map(\.lines) + rest.filter { $0.side == .left }.map(\.lines)
      + rest.filter { $0.side != .left }.map(\.lines)
  }
}
