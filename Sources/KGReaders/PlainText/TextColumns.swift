internal import Foundation
internal import KGModel

/// The columns that wide gaps part in a line of text, such as comes out of a PDF.
enum TextColumns {
  /// The gaps between the columns of a line, three blanks wide or more.
  static func gaps(in line: Substring) -> [Range<Substring.Index>] {
    var gaps: [Range<Substring.Index>] = []
    var place = line.startIndex
    while let start = line[place...].firstIndex(where: isSpace) {
      let end = line[start...].firstIndex { !isSpace($0) } ?? line.endIndex
      place = end
      let cell = line[(gaps.last?.upperBound ?? line.startIndex)..<start]
      if displayWidth(line[start..<end]) >= 3, start > line.startIndex, end < line.endIndex,
        !isSpacedWord(cell, line[end...])
      {
        gaps.append(start..<end)
      }
    }
    return isJustified(line) ? [] : gaps
  }

  /// Where the last column begins, behind two blanks or more, in characters.
  static func lastColumn(of line: String) -> Int? {
    guard let gap = line.range(of: "  ", options: .backwards), gap.upperBound < line.endIndex,
      line[..<gap.lowerBound].contains(where: { !$0.isWhitespace })
    else { return nil }
    return line.distance(from: line.startIndex, to: gap.upperBound)
  }

  /// Many small gaps fill a line to the edge.
  private static func isJustified(_ line: Substring) -> Bool {
    var widths: [Int] = []
    var run = 0
    for character in line {
      if character == " " {
        run += 1
      } else {
        if run > 1 { widths.append(run) }
        run = 0
      }
    }
    return widths.count > 4 && widths.allSatisfy { $0 <= 4 }
  }

  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\u{3000}"
  }

  /// 姓    名：: a word spaced out is no two columns.
  private static func isSpacedWord(_ before: Substring, _ after: Substring) -> Bool {
    let start = before.lastIndex(where: isSpace).map(before.index(after:)) ?? before.startIndex
    let next = after.prefix { !isSpace($0) && $0 != "：" && $0 != ":" }
    return [before[start...], next].allSatisfy {
      $0.unicodeScalars.count == 1 && $0.unicodeScalars.first?.isHan == true
    }
  }
}
