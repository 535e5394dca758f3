internal import KGModel

/// The columns that wide gaps separate in a line of text, such as text extracted from a PDF.
enum TextColumns {
  /// The gaps between the columns of a line, three blanks wide or more; none in a justified line.
  static func gaps(in line: Substring) -> [Range<Substring.Index>] {
    let scalars = line.unicodeScalars
    var gaps: [Range<Substring.Index>] = []
    var place = line.startIndex
    while let start = scalars[place...].firstIndex(where: isSpace) {
      let end = scalars[start...].firstIndex { !isSpace($0) } ?? line.endIndex
      place = end
      let cell = scalars[(gaps.last?.upperBound ?? line.startIndex)..<start]
      if displayWidth(line[start..<end]) >= 3, start > line.startIndex, end < line.endIndex,
        !isSpacedWord(cell, scalars[end...])
      {
        gaps.append(start..<end)
      }
    }
    return isJustified(line) ? [] : gaps
  }

  /// The place at which the last column begins, after two blanks or more, in characters; `nil` when the
  /// line has one column.
  static func lastColumn(of line: String) -> Int? {
    let scalars = line.unicodeScalars
    guard let second = scalars.indices.last(where: { isSecondBlank($0, in: scalars) }) else {
      return nil
    }
    let column = scalars.index(after: second)
    guard column < line.endIndex,
      scalars[..<second].dropLast().contains(where: { !$0.properties.isWhitespace })
    else { return nil }
    return line.distance(from: line.startIndex, to: column)
  }

  private static func isSecondBlank(
    _ index: String.Index, in scalars: String.UnicodeScalarView
  ) -> Bool {
    scalars[index] == " " && index > scalars.startIndex
      && scalars[scalars.index(before: index)] == " "
  }

  /// Whether a line is justified: it has many small gaps.
  private static func isJustified(_ line: Substring) -> Bool {
    var widths: [Int] = []
    var run = 0
    for scalar in line.unicodeScalars {
      if scalar == " " {
        run += 1
      } else {
        if run > 1 { widths.append(run) }
        run = 0
      }
    }
    return widths.count > 4 && widths.allSatisfy { $0 <= 4 }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{3000}"
  }

  /// Whether a gap is inside a spaced-out word, and so does not separate columns: 姓    名：.
  private static func isSpacedWord(
    _ before: Substring.UnicodeScalarView, _ after: Substring.UnicodeScalarView
  ) -> Bool {
    let start = before.lastIndex(where: isSpace).map(before.index(after:)) ?? before.startIndex
    let next = after.prefix { !isSpace($0) && $0 != "：" && $0 != ":" }
    return [before[start...], next].allSatisfy { $0.count == 1 && $0.first?.isHan == true }
  }
}
