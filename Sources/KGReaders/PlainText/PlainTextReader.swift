internal import Foundation
internal import KGLexicon
internal import KGModel
package import KGText

/// Reads text without markup, such as text extracted from a PDF: blank lines separate paragraphs,
/// bullets and numbers begin list items.
package enum PlainTextReader {
  /// The blocks of a text.
  package static func read(_ bytes: [UInt8]) -> Document {
    var walker = TextWalker(bytes)
    let runningHeads = TextRunningHeads(bytes)
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if !runningHeads.contains(lineAt: offset) {
        let line = bytes[offset..<end]
        let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        walker.read(String(decoding: text, as: UTF8.self), at: offset)
      }
      offset = end + 1
    }
    walker.builder.end()
    return Document(kind: .plainText, blocks: walker.builder.blocks)
  }
}

/// Joins lines to blocks by their beginnings, ends and indentation.
private struct TextWalker {
  var builder = BlockBuilder()
  /// The width to which lines are filled; the text of a line that is nearly as long continues in the
  /// next one.
  private let width: Int
  private let bytes: [UInt8]
  // Most texts divide no words.
  private lazy var words: DividedWords = DividedWords(Self.lines(of: bytes))
  /// The previous line without its marker, its width, and the place at which its last column begins.
  private var lastText: Substring = ""
  private var lastWidth = 0
  private var lastColumn: Int?
  /// The indentation of the open list item, in characters.
  private var itemIndent = 0
  /// The indentation of the first line of the open block, and whether the previous line has columns.
  private var blockIndent = 0
  private var hasColumns = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let widths = Self.lines(of: bytes).map { displayWidth($0) }.filter { $0 > 40 }.sorted()
    width = widths.isEmpty ? Int.max / 200 : max(60, widths[widths.count * 9 / 10])
  }

  private static func lines(of bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  }

  mutating func read(_ line: String, at offset: Int) {
    let margin = line.unicodeScalars.prefix(while: Self.isMargin)
    let text = line[margin.endIndex...]
    let place = offset + line.utf8.count - text.utf8.count
    // A page break is not indentation.
    let indent = margin.count { $0 != "\u{0C}" }
    let isHanging = indent > 0 && margin.count == lastColumn
    let marker = ListMarker.length(in: text.unicodeScalars)
    let content = Substring(text.unicodeScalars.dropFirst(marker ?? 0))
    defer {
      lastText = content
      lastWidth = displayWidth(line)
      hasColumns = !TextColumns.gaps(in: text).isEmpty || text.contains("\t")
      if !isHanging { lastColumn = TextColumns.lastColumn(of: line) }
    }
    guard !text.unicodeScalars.allSatisfy(Self.isWhitespace) else { return builder.end() }
    // A line of dashes separates the text above from the text below.
    if text.utf8.count >= 5, text.unicodeScalars.allSatisfy({ $0.isOne(of: "─—–-=_*━═·. ") }) {
      return builder.end()
    }
    let scalars = content.unicodeScalars
    // A line with columns is not one paragraph with the line above.
    let isRow = scalars.contains("\t") && scalars.split(separator: "\t").count > 1
    if isRow || builder.isRow { builder.end() }
    if isRow {
      builder.begin(.tableRow)
      builder.append(text, at: place)
    } else if marker != nil {
      builder.begin(.listItem(depth: 1 + indent / 2, ordered: Self.beginsWithNumber(text)))
      builder.append(content, at: offset + line.utf8.count - content.utf8.count)
      itemIndent = indent
    } else {
      if builder.isListItem, endsItem(text, indent: indent) { builder.end() }
      if builder.isEmpty {
        blockIndent = indent
      } else {
        // A reference whose first line stands out to the left is one text; below a line of columns other lines are
        // indented, too.
        let isReference =
          indent > blockIndent && !hasColumns && TextColumns.gaps(in: text).isEmpty
        join(text, at: offset, isHanging: isHanging || isReference)
      }
      appendColumns(text, at: place)
    }
  }

  private static func isMargin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isOne(of: " \t\u{3000}\r\u{0C}")
  }

  private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }

  private static func beginsWithNumber(_ text: Substring) -> Bool {
    text.unicodeScalars.first?.properties.numericType != nil
  }

  private static func beginsWithSmallLetter(_ text: Substring) -> Bool {
    text.unicodeScalars.first?.properties.isLowercase == true
  }

  // MARK: Joining

  /// Whether a line is not part of the open item: it has columns at the margin, begins to the left of
  /// the item, or is a heading.
  private func endsItem(_ text: Substring, indent: Int) -> Bool {
    if indent == 0, !TextColumns.gaps(in: text).isEmpty || Self.isNumberedHeading(text) {
      return true
    }
    return indent < itemIndent && !isWrapped(text)
      && builder.lastScalar?.isOne(of: ",，-") != true
  }

  /// Whether a line is a heading such as 七、获奖及荣誉.
  private static func isNumberedHeading(_ text: Substring) -> Bool {
    let scalars = text.unicodeScalars
    let number = scalars.prefix { HanNumber.digits.contains($0) }
    return (1...3).contains(number.count) && scalars.dropFirst(number.count).first == "、"
      && scalars.count <= 40 && !scalars.contains { $0.isOne(of: "。；;") }
  }

  /// Adds the separator between two lines of a block: a space where the first continues, else a line
  /// end.
  private mutating func join(_ text: Substring, at offset: Int, isHanging: Bool) {
    let last = builder.lastScalar
    // A full line of an item continues, and so does a sentence; a word divided at the end is joined.
    let continues =
      isWrapped(text) && (builder.isListItem || isHanging || isWithinReference(text))
      && !beginsAuthors(text)
      || lastWidth * 100 >= width * 60 && isSentence(text) && last?.isLetter == true
      || builder.isListItem && last?.isOne(of: ",，") == true
      || last == "-" && Self.beginsWithNumber(text)
      || (isHanging || isNearlyFull) && last == "-" && Self.beginsWithSmallLetter(text)
    if continues, last == "-", Self.beginsWithSmallLetter(text) {
      if words.areJoined(builder.lastWord, text) == true { builder.removeLast() }
    } else if !continues {
      builder.append("\n", for: max(0, offset - 1)..<offset)
    } else if last?.isHan != true || text.unicodeScalars.first?.isHan != true {
      builder.append(" ", for: max(0, offset - 1)..<offset)
    }
  }

  /// Whether the previous line is nearly as long as the longest.
  private var isNearlyFull: Bool { lastWidth * 100 >= width * 82 }

  /// Whether the previous line continues in this one because it was full: the first word of this line
  /// would not have fitted there.
  private func isWrapped(_ text: Substring) -> Bool {
    guard isNearlyFull else { return false }
    let word = Self.firstWord(of: text)
    // In proportional type, letters are narrower than columns.
    return word.unicodeScalars.contains(where: \.isHan)
      || (lastWidth + 1 + displayWidth(word)) * 100 >= width * 92
  }

  /// Whether a full line and the next one are of one reference in a paragraph: its authors go on, or a quotation is open.
  private func isWithinReference(_ text: Substring) -> Bool {
    guard let last = lastText.unicodeScalars.last, !text.unicodeScalars.contains(where: \.isHan)
    else { return false }
    if last == "," { return true }
    let opened = lastText.unicodeScalars.count { $0 == "“" }
    let closed = lastText.unicodeScalars.count { $0 == "”" || $0 == "\"" }
    return opened > closed
  }

  /// Whether a line of several names follows a line of other words: authors below their title.
  private func beginsAuthors(_ text: Substring) -> Bool {
    text.contains(",") && !lastText.hasSuffix(",") && !lastText.hasSuffix(" and")
      && Self.isNames(text) && !Self.isNames(lastText)
  }

  private static func isNames(_ text: Substring) -> Bool {
    AuthorList(SourceText(plain: String(text)).whole.trimmed).map { $0.names.count > 1 } ?? false
  }

  /// Whether a line begins within a sentence, and not with a web address, the particle of a surname, or
  /// a name with a definition (“kg: a graph”).
  private func isSentence(_ text: Substring) -> Bool {
    let word = Self.firstWord(of: text)
    return Self.beginsWithSmallLetter(text) && word.utf8.last != UInt8(ascii: ":")
      && !word.unicodeScalars.dropLast().contains { $0.isOne(of: "./@") }
      && !NameParticle.all.contains(String(word))
  }

  private static func firstWord(of text: Substring) -> Substring {
    Substring(text.unicodeScalars.prefix { !isWhitespace($0) })
  }

  // MARK: Columns

  /// Adds a line, with a tab in place of each gap between columns.
  private mutating func appendColumns(_ line: Substring, at offset: Int) {
    let scalars = line.unicodeScalars
    let last = scalars.lastIndex { !Self.isWhitespace($0) }.map(scalars.index(after:))
    let text = line[..<(last ?? line.startIndex)]
    var start = text.startIndex
    for gap in TextColumns.gaps(in: text) {
      builder.append(text[start..<gap.lowerBound], at: offset + bytes(in: text, to: start))
      builder.append(
        "\t",
        for: (offset + bytes(in: text, to: gap.lowerBound))..<(offset
          + bytes(in: text, to: gap.upperBound)))
      start = gap.upperBound
    }
    builder.append(text[start...], at: offset + bytes(in: text, to: start))
  }

  private func bytes(in text: Substring, to index: Substring.Index) -> Int {
    text.utf8.distance(from: text.startIndex, to: index)
  }
}
