internal import Foundation
internal import KGText

/// A line of a page, or of a column of it: pieces side by side, with the gaps between them.
struct PDFLine {
  /// Pieces from left to right.
  private(set) var pieces: [PDFPage.Piece]
  /// The left edges of the columns of a table: a narrow gap before one of them separates cells.
  var columnLefts: [Double] = []

  init(pieces: [PDFPage.Piece]) { self.pieces = pieces }

  var left: Double { pieces.map(\.left).min() ?? 0 }
  var right: Double { pieces.map(\.right).max() ?? 0 }
  var top: Double { pieces.map(\.top).min() ?? 0 }
  var bottom: Double { pieces.map(\.bottom).max() ?? 0 }

  /// The size of most of its letters.
  var size: Double {
    var counts: [Double: Int] = [:]
    for piece in pieces { counts[piece.size, default: 0] += piece.text.count }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  var isBold: Bool { pieces.allSatisfy { $0.isBold || $0.text.allSatisfy { !$0.isLetter } } }

  /// The lines that pieces form, from top to bottom.
  static func lines(of pieces: [PDFPage.Piece]) -> [PDFLine] {
    var lines: [[PDFPage.Piece]] = []
    var middles: [Double] = []
    for piece in pieces.sorted(by: { ($0.top + $0.bottom, $0.left) < ($1.top + $1.bottom, $1.left) }
    ) {
      let middle = (piece.top + piece.bottom) / 2
      // Small type beside large type, and superscripts, belong to the line whose middle is near theirs.
      let index = lines.indices.suffix(3).last { index in
        let tallest = lines[index].max { $0.height < $1.height }
        guard let tallest else { return false }
        let larger = max(tallest.height, piece.height)
        return abs(middles[index] - middle) < larger * 0.45
          && !lines[index].contains { overlaps($0, piece) }
      }
      if let index {
        lines[index].append(piece)
        if lines[index].allSatisfy({ $0.height <= piece.height }) { middles[index] = middle }
      } else {
        lines.append([piece])
        middles.append(middle)
      }
    }
    return lines.map { PDFLine(pieces: $0.sorted { $0.left < $1.left }) }
      .sorted { $0.bottom < $1.bottom }
  }

  /// Whether two pieces are above one another, and so in different lines; an accent above its letter
  /// is not.
  private static func overlaps(_ one: PDFPage.Piece, _ other: PDFPage.Piece) -> Bool {
    let shared = min(one.right, other.right) - max(one.left, other.left)
    return shared > min(one.width, other.width) * 0.6 && min(one.width, other.width) > 12
      && abs(one.bottom - other.bottom) > 3
  }

  /// The same lines with the columns that they have in common: places at which some lines begin and
  /// others continue after a gap.
  static func aligned(_ lines: [PDFLine]) -> [PDFLine] {
    let margin = lines.map(\.left).min() ?? 0
    let starts = lines.map(\.left).filter { $0 > margin + 20 }
    var columns: [Double] = []
    for start in starts where !columns.contains(where: { abs($0 - start) < 2.5 }) {
      let beginning = starts.filter { abs($0 - start) < 2.5 }.count
      let afterGap = lines.filter { line in
        line.pieces.indices.dropFirst().contains { index in
          abs(line.pieces[index].left - start) < 2.5
            && start - line.pieces[index - 1].right > line.size * 0.5
        }
      }.count
      if beginning >= 2, afterGap >= 3 { columns.append(start) }
    }
    return lines.map { line in
      var line = line
      line.columnLefts = columns
      return line
    }
  }

  // MARK: Text

  /// The separator of two pieces: nothing, a space, or a tab between columns.
  enum Gap { case none, space, tab }

  /// The separator of a piece from the one to its left.
  func gap(before index: Int) -> Gap {
    let (piece, last) = (pieces[index], pieces[index - 1])
    let distance = piece.left - last.right
    let size = max(8, min(piece.size, last.size))
    if distance > size * 1.6 { return .tab }
    if distance > size * 0.5, columnLefts.contains(where: { abs($0 - piece.left) < 2.5 }) {
      return .tab
    }
    return distance > size * 0.13 ? .space : .none
  }

  /// The left edges of the cells.
  var cellLefts: [Double] {
    guard let first = pieces.first else { return [] }
    return [first.left]
      + pieces.indices.dropFirst().filter { gap(before: $0) == .tab }.map { pieces[$0].left }
  }

  var hasTab: Bool { pieces.indices.dropFirst().contains { gap(before: $0) == .tab } }

  /// The text of the line with its separators.
  var text: String {
    var text = ""
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        switch gap(before: index) {
        case .none: break
        case .space: text += " "
        case .tab: text += "\t"
        }
      }
      text += piece.text
    }
    return text
  }
}

/// Accented letters that old fonts of TeX print as two pieces, an accent and a letter: `Universit´` and
/// `e`.
enum SpacingAccent {
  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "´": "\u{301}", "`": "\u{300}", "ˆ": "\u{302}", "¨": "\u{308}", "˜": "\u{303}",
    "ˇ": "\u{30C}", "¸": "\u{327}", "˚": "\u{30A}", "˘": "\u{306}", "˝": "\u{30B}",
    "˙": "\u{307}", "¯": "\u{304}",
  ]

  /// The combining form of a spacing accent; `nil` for other characters.
  static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { marks[scalar] }

  /// The letter with the accent as one character; `nil` when Unicode has no such letter.
  static func joined(_ mark: Unicode.Scalar, _ letter: Unicode.Scalar) -> Unicode.Scalar? {
    guard let combining = marks[mark], letter.isLetter else { return nil }
    let base: Unicode.Scalar = letter == "ı" ? "i" : letter
    var text = String.UnicodeScalarView()
    text.append(base)
    text.append(combining)
    let composed = Array(String(text).precomposedStringWithCanonicalMapping.unicodeScalars)
    return composed.count == 1 ? composed[0] : nil
  }
}
