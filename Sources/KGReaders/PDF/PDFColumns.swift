/// Finds the columns of a page, which are read one after the other.
///
/// A gutter is a vertical strip that few lines cross and that has text on both sides. Dates at the edge
/// of each line are not a column: they are short and on the lines that they belong to.
struct PDFColumns {
  /// A part of a page that is read from top to bottom.
  struct Flow {
    enum Side: Hashable { case whole, left, right }
    let side: Side
    let lines: [PDFLine]
  }

  let flows: [Flow]
  /// Whether one column is a narrow side bar, which continues from page to page.
  let isSideBar: Bool

  init(_ page: PDFPage) {
    let rows = PDFLine.lines(of: page.pieces)
    guard rows.count >= 12, let gutter = Self.gutter(in: rows, width: page.width) else {
      flows = [Flow(side: .whole, lines: rows)]
      isSideBar = false
      return
    }
    var flows: [Flow] = []
    var band: [PDFPage.Piece] = []
    func closeBand() {
      for side in [Flow.Side.left, .right] {
        let pieces = band.filter { ($0.left + $0.right < gutter * 2) == (side == .left) }
        if !pieces.isEmpty { flows.append(Flow(side: side, lines: PDFLine.lines(of: pieces))) }
      }
      band = []
    }
    for row in rows {
      if Self.crosses(row, gutter) {
        closeBand()
        flows.append(Flow(side: .whole, lines: [row]))
      } else {
        band += row.pieces
      }
    }
    closeBand()
    self.flows = flows
    isSideBar = gutter < page.width * 0.42 || gutter > page.width * 0.58
  }

  private static func crosses(_ row: PDFLine, _ gutter: Double) -> Bool {
    row.pieces.contains { $0.left < gutter - 4 && $0.right > gutter + 4 }
      || zip(row.pieces, row.pieces.dropFirst()).contains { left, right in
        left.right <= gutter + 4 && right.left >= gutter - 4 && right.left - left.right < 9
      }
  }

  private static func gutter(in rows: [PDFLine], width: Double) -> Double? {
    var best: (place: Double, crossing: Int)?
    for place in stride(from: width * 0.22, through: width * 0.78, by: 4) {
      let crossing = rows.filter { crosses($0, place) }.count
      guard crossing * 100 <= rows.count * 14, isGutter(place, in: rows, width: width) else {
        continue
      }
      if best.map({ crossing < $0.crossing }) ?? true { best = (place, crossing) }
    }
    return best?.place
  }

  private static func isGutter(_ place: Double, in rows: [PDFLine], width: Double) -> Bool {
    let uncrossed = rows.filter { !crosses($0, place) }
    let sides = uncrossed.map { row in
      (
        left: row.pieces.filter { $0.right <= place + 4 },
        right: row.pieces.filter { $0.left >= place - 4 }
      )
    }
    let (left, right) = (sides.filter { !$0.left.isEmpty }, sides.filter { !$0.right.isEmpty })
    guard min(left.count, right.count) * 100 >= rows.count * 22 else { return false }
    let both = sides.filter { !$0.left.isEmpty && !$0.right.isEmpty }.count
    let isAligned = Double(both) > Double(min(left.count, right.count)) * 0.75
    func extent(_ pieces: [PDFPage.Piece]) -> Double {
      (pieces.map(\.right).max() ?? 0) - (pieces.map(\.left).min() ?? 0)
    }
    func median(_ values: [Double]) -> Double {
      values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
    let narrow = min(median(left.map { extent($0.left) }), median(right.map { extent($0.right) }))
    // Cells of a table are on the same lines, and one side is narrow; columns are both wide.
    return isAligned ? narrow > width * 0.3 : narrow > width * 0.08
  }
}
