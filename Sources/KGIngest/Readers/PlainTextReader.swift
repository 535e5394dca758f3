internal import Foundation
internal import KGModel

/// Reads text without markup, such as comes out of a PDF: blank lines separate paragraphs, bullets and
/// numbers begin list items.
package enum PlainTextReader {
  package static func read(_ bytes: [UInt8]) -> Document {
    var builder = BlockBuilder()
    let width = usualWidth(bytes)
    let furniture = TextPageFurniture(bytes)
    var lastWidth = 0
    var column: Int?
    var itemIndent = 0
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = String(decoding: bytes[offset..<end], as: UTF8.self)
      defer { offset = end + 1 }
      if furniture.contains(lineAt: offset) { continue }
      let isWrapped = isWrapped(line, behind: lastWidth, of: width)
      let indent = line.prefix { $0 == " " || $0 == "\u{0C}" }.count
      let isHanging = indent > 0 && indent == column
      // What begins left of an item is no part of it, and neither is a heading.
      let isLeft =
        indent < itemIndent && !isWrapped && builder.lastScalar?.isOne(of: ",，-") != true
      if builder.isListItem, isLeft || isNumberedHeading(line) {
        builder.end()
      }
      read(
        line: line, at: offset, isWrapped: isWrapped, isHanging: isHanging,
        isBehindLong: lastWidth * 100 >= width * 60, into: &builder)
      if builder.isListItem, ListMarker.length(in: line.dropFirst(indent).unicodeScalars) != nil {
        itemIndent = indent
      }
      lastWidth = displayWidth(line)
      if !isHanging { column = lastColumn(of: line) }
    }
    builder.end()
    return Document(kind: .plainText, blocks: builder.blocks)
  }

  /// 七、获奖及荣誉, at the margin.
  private static func isNumberedHeading(_ line: String) -> Bool {
    let text = line.drop { $0 == "\u{0C}" }.unicodeScalars
    let number = text.prefix { HanNumber.digits.contains($0) }
    return (1...3).contains(number.count) && text.dropFirst(number.count).first == "、"
      && text.count <= 40 && !text.contains { $0.isOne(of: "。；;") }
  }

  /// Columns on a terminal: Han characters take two.
  private static func displayWidth(_ line: some StringProtocol) -> Int {
    line.unicodeScalars.reduce(0) {
      $0 + ($1.value >= 0x1100 && ($1.isHan || $1.value >= 0xFF00 || $1.value == 0x3000) ? 2 : 1)
    }
  }

  /// Whether a line goes on because the one before was full: its first word would not have fitted there.
  private static func isWrapped(_ line: String, behind last: Int, of width: Int) -> Bool {
    guard last * 100 >= width * 82 else { return false }
    let word = line.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    // Letters of proportional type are not as wide as columns.
    return word.unicodeScalars.contains(where: \.isHan)
      || (last + 1 + displayWidth(word)) * 100 >= width * 92
  }

  /// The width to which lines are filled; lines that are nearly as long go on in the next one.
  private static func usualWidth(_ bytes: [UInt8]) -> Int {
    let widths = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(displayWidth).filter { $0 > 40 }.sorted()
    return widths.isEmpty ? Int.max / 200 : max(60, widths[widths.count * 9 / 10])
  }

  /// Where the last column of a line begins, behind a wide gap, in characters.
  private static func lastColumn(of line: String) -> Int? {
    guard let gap = line.range(of: "  ", options: .backwards), gap.upperBound < line.endIndex,
      line[..<gap.lowerBound].contains(where: { !$0.isWhitespace })
    else { return nil }
    return line.distance(from: line.startIndex, to: gap.upperBound)
  }

  /// - Parameters:
  ///   - isWrapped: Whether the line before was filled to the edge.
  ///   - isHanging: Whether the line begins below the last column of the one before.
  ///   - isBehindLong: Whether the line before was so long that its sentence may go on.
  private static func read(
    line: String, at offset: Int, isWrapped: Bool, isHanging: Bool, isBehindLong: Bool,
    into builder: inout BlockBuilder
  ) {
    let indent = line.prefix {
      $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "\r" || $0 == "\u{0C}"
    }
    let text = line.dropFirst(indent.count)
    guard !text.allSatisfy(\.isWhitespace) else { return builder.end() }
    // A drawn line parts what stands above from what stands below.
    if text.count >= 5, text.allSatisfy({ "─—–-=_*━═·. ".contains($0) }) { return builder.end() }
    // Lines of columns, and the line above them, are not one paragraph.
    let marker = ListMarker.length(in: text.unicodeScalars)
    let content = Substring(text.unicodeScalars.dropFirst(marker ?? 0))
    let isRow = content.contains { $0 == "\t" } && content.split(separator: "\t").count > 1
    if isRow || builder.isRow { builder.end() }
    if isRow {
      builder.begin(.tableRow)
      builder.append(text, at: offset + indent.utf8.count)
    } else if marker != nil {
      builder.begin(.listItem(depth: 1 + indent.count / 2, ordered: text.first?.isNumber == true))
      builder.append(content, at: offset + line.utf8.count - content.utf8.count)
    } else {
      if builder.isListItem, indent.isEmpty, hasColumns(text) { builder.end() }
      if !builder.isEmpty {
        // Within an item, a line that was full goes on, and so does a sentence; a word that was cut at its end is one.
        let goesOn =
          isWrapped && (builder.isListItem || isHanging)
          || isBehindLong && isSentence(text) && builder.lastScalar?.isLetter == true
          || builder.isListItem && builder.lastScalar?.isOne(of: ",，") == true
          || builder.lastScalar == "-" && text.first?.isNumber == true
        if goesOn, builder.lastScalar == "-", text.first?.isLowercase == true {
          builder.removeLast()
        } else if !goesOn {
          builder.append("\n", for: max(0, offset - 1)..<offset)
        } else if builder.lastScalar?.isHan != true || text.unicodeScalars.first?.isHan != true {
          builder.append(" ", for: max(0, offset - 1)..<offset)
        }
      }
      appendColumns(text, at: offset + indent.utf8.count, to: &builder)
    }
  }

  /// Whether a line begins within a sentence, not with an address, a surname's particle, or the name of a program and what
  /// it is: “kg: a graph”.
  private static func isSentence(_ text: Substring) -> Bool {
    let word = text.prefix { !$0.isWhitespace }
    return text.first?.isLowercase == true && word.last != ":"
      && !word.dropLast().contains { "./@".contains($0) }
      && !AuthorList.particles.contains(String(word))
  }

  /// Adds a line with a tab for each wide gap.
  private static func appendColumns(
    _ line: Substring, at offset: Int, to builder: inout BlockBuilder
  ) {
    let last = line.lastIndex { !$0.isWhitespace }.map(line.index(after:)) ?? line.startIndex
    let text = line[..<last]
    if isJustified(text) { return builder.append(text, at: offset) }
    var start = text.startIndex
    var place = text.startIndex
    while let gap = text[place...].firstIndex(where: isSpace) {
      let end = text[gap...].firstIndex { !isSpace($0) } ?? text.endIndex
      place = end
      guard displayWidth(text[gap..<end]) >= 3, end < text.endIndex,
        !isSpacedWord(text[start..<gap], text[end...])
      else { continue }
      let bytes = offset + text.utf8.distance(from: text.startIndex, to: start)
      let width = text.utf8.distance(from: start, to: gap)
      builder.append(text[start..<gap], at: bytes)
      builder.append(
        "\t", for: (bytes + width)..<(bytes + width + text.utf8.distance(from: gap, to: end)))
      start = end
    }
    builder.append(
      text[start...], at: offset + text.utf8.distance(from: text.startIndex, to: start))
  }

  /// Many small gaps fill a line to the edge.
  private static func isJustified(_ text: Substring) -> Bool {
    let gaps = text.split(separator: " ", omittingEmptySubsequences: false)
      .reduce(into: [1]) { if $1.isEmpty { $0[$0.count - 1] += 1 } else { $0.append(1) } }
      .filter { $0 > 1 }
    return gaps.count > 4 && gaps.allSatisfy { $0 <= 4 }
  }

  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\u{3000}"
  }

  /// 姓    名：: a word spaced out is no two columns.
  private static func isSpacedWord(_ before: Substring, _ after: Substring) -> Bool {
    let last = before[
      (before.lastIndex(where: isSpace).map(before.index(after:)) ?? before.startIndex)...]
    let next = after.prefix { !isSpace($0) && $0 != "：" && $0 != ":" }
    return [last, next].allSatisfy {
      $0.unicodeScalars.count == 1 && $0.unicodeScalars.first?.isHan == true
    }
  }
}

extension PlainTextReader {
  /// Columns set apart by wide gaps are no continuation of an item's text.
  private static func hasColumns(_ line: Substring) -> Bool {
    line.split(separator: "   ").count > 1
  }
}
