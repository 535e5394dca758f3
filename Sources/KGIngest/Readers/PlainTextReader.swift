/// Reads text without markup, such as comes out of a PDF: blank lines separate paragraphs, bullets and
/// numbers begin list items.
package enum PlainTextReader {
  package static func read(_ bytes: [UInt8]) -> Document {
    var builder = BlockBuilder()
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      read(line: String(decoding: bytes[offset..<end], as: UTF8.self), at: offset, into: &builder)
      offset = end + 1
    }
    builder.end()
    return Document(kind: .plainText, blocks: builder.blocks)
  }

  private static func read(line: String, at offset: Int, into builder: inout BlockBuilder) {
    let indent = line.prefix {
      $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "\r" || $0 == "\u{0C}"
    }
    let text = line.dropFirst(indent.count)
    guard !text.allSatisfy(\.isWhitespace) else { return builder.end() }
    if let marker = ListMarker.length(in: text) {
      builder.begin(.listItem(depth: 1 + indent.count / 2, ordered: text.first?.isNumber == true))
      let content = text.dropFirst(marker)
      builder.append(content, at: offset + indent.utf8.count + text.prefix(marker).utf8.count)
    } else {
      if builder.isListItem, indent.isEmpty, hasColumns(text) { builder.end() }
      if !builder.isEmpty { builder.append("\n", for: max(0, offset - 1)..<offset) }
      builder.append(text, at: offset + indent.utf8.count)
    }
  }
}

extension PlainTextReader {
  /// Columns set apart by wide gaps are no continuation of an item's text.
  private static func hasColumns(_ line: Substring) -> Bool {
    line.split(separator: "   ").count > 1
  }
}

/// The bullet or number at the head of a list item.
package enum ListMarker {
  private static let bullets: Set<Character> = [
    "-", "*", "+", "•", "·", "●", "○", "▪", "■", "□", "◆", "◇", "▶", "▸", "►", "»", "➢", "✓", "–",
    "—", "》", ">", "→", "❖", "※", "★", "☆", "\u{F0B7}", "\u{F06C}",
  ]

  /// The number of characters of the marker and the spaces behind it, or `nil` when there is none.
  package static func length(in line: some StringProtocol) -> Int? {
    guard let first = line.first else { return nil }
    let spaces = { (from: Int) in line.dropFirst(from).prefix { $0 == " " || $0 == "\t" }.count }
    if bullets.contains(first) {
      let gap = spaces(1)
      let isSpecial = !first.isASCII && first != "–" && first != "—"
      guard gap > 0 || isSpecial else { return nil }
      let length = 1 + gap
      return length + (Self.length(in: line.dropFirst(length)) ?? 0)
    }
    let bracketed = first == "[" || first == "("
    let digits = line.dropFirst(bracketed ? 1 : 0).prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count) else { return nil }
    let head = digits.count + (bracketed ? 1 : 0)
    guard let closing = line.dropFirst(head).first else { return nil }
    let closes = bracketed ? "])" : ".)、．"
    guard closes.contains(closing) else { return nil }
    let gap = spaces(head + 1)
    // “3.75/4” is a number, “3. text” is an item.
    guard gap > 0 || bracketed || closing == "、" else { return nil }
    return head + 1 + gap
  }
}
