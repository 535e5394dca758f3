internal import KGModel
package import KGText

/// Reads reStructuredText into blocks: sections by their underlines, lists, field lists, tables, directives.
///
/// Source: reStructuredText Markup Specification, <https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html>.
package enum RSTReader {
  /// The blocks and images of a document.
  package static func read(_ bytes: [UInt8]) -> Document {
    var walker = RSTWalker(bytes)
    walker.walk()
    return Document(
      kind: .reStructuredText, blocks: walker.builder.blocks, images: walker.images)
  }

  /// Whether a line repeats one sign of punctuation, as the lines below titles do.
  static func isAdornment(_ line: SourceLine) -> Bool {
    guard let first = line.first, line.content.count >= 3, line.indent == 0,
      "=-~^\"'`*+#<>:._".utf8.contains(first)
    else { return false }
    return line.bytes[line.content].allSatisfy { $0 == first }
  }
}

private struct RSTWalker {
  private let bytes: [UInt8]
  private var lines: SourceLines
  private let inline: InlineReader<RSTSyntax>
  var builder = BlockBuilder()
  private(set) var images: [Span] = []
  /// The styles of titles in the order in which they first occur; that is their order in level.
  private var styles: [Style] = []
  /// The indentation of the open block's first line.
  private var indent = 0

  private struct Style: Equatable {
    let sign: UInt8
    let hasOverline: Bool
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = SourceLines(bytes)
    inline = InlineReader(bytes)
  }

  mutating func walk() {
    while let line = lines.peek { read(line) }
    builder.end()
  }

  private mutating func read(_ line: SourceLine) {
    if line.isBlank {
      builder.end()
      _ = lines.next()
    } else if readTitle(line) || readTable(line) {
      return
    } else if line.begins(with: ".. ") || line.text == ".." {
      directive(line)
    } else if let name = fieldName(line) {
      field(line, name)
    } else if let length = markerLength(line) {
      _ = lines.next()
      builder.begin(
        .listItem(
          depth: 1 + line.indent / 2, ordered: line.first.map { !"-*+".utf8.contains($0) } ?? false)
      )
      indent = line.indent + length
      inline.append(line.content(after: length), to: &builder)
    } else {
      text(line)
    }
  }

  private mutating func text(_ line: SourceLine) {
    _ = lines.next()
    var content = line.content
    // A line block: `| line`.
    if line.begins(with: "| ") { content = line.content(after: 1) }
    // A term and, indented below it, its definition.
    let begins = builder.isEmpty
    if begins { indent = line.indent }
    if begins, let next = lines.peek, !next.isBlank, next.indent > line.indent,
      !line.begins(with: "| "), !line.text.hasSuffix("::")
    {
      builder.begin(.tableRow)
      inline.append(content, to: &builder)
      builder.append("\t", for: next.content.lowerBound..<next.content.lowerBound)
      return
    }
    // `::` at the end of a paragraph begins a literal block; one colon is shown.
    if line.text.hasSuffix("::") { content = content.lowerBound..<(content.upperBound - 1) }
    if !builder.isEmpty, builder.lastScalar != "\t" {
      if line.indent < indent, builder.isRow || builder.isListItem { builder.end() }
      if !builder.isEmpty {
        builder.append("\n", for: content.lowerBound..<content.lowerBound)
      }
    }
    inline.append(content, to: &builder)
  }

  // MARK: Titles

  /// Reads a title with the line below it, and perhaps one above, or a line between blank ones, which is a
  /// rule; returns whether there is one.
  private mutating func readTitle(_ line: SourceLine) -> Bool {
    if RSTReader.isAdornment(line) {
      if let title = lines.ahead(1), let below = lines.ahead(2), !title.isBlank,
        RSTReader.isAdornment(below), below.first == line.first
      {
        heading(title, Style(sign: below.first ?? 0, hasOverline: true), lineCount: 3)
        return true
      }
      guard line.content.count >= 4, builder.isEmpty, lines.ahead(1)?.isBlank ?? true else {
        return false
      }
      builder.rule(at: line.range.lowerBound)
      _ = lines.next()
      return true
    }
    guard let below = lines.ahead(1), RSTReader.isAdornment(below), line.indent == 0,
      displayWidth(line.text) <= below.content.count + 2, builder.isEmpty
    else { return false }
    heading(line, Style(sign: below.first ?? 0, hasOverline: false), lineCount: 2)
    return true
  }

  private mutating func heading(_ title: SourceLine, _ style: Style, lineCount: Int) {
    if !styles.contains(style) { styles.append(style) }
    builder.begin(.heading(level: min(6, (styles.firstIndex(of: style) ?? 0) + 1)))
    inline.append(title.content, to: &builder)
    builder.end()
    for _ in 0..<lineCount { _ = lines.next() }
  }

  // MARK: Lists and fields

  private func markerLength(_ line: SourceLine) -> Int? {
    if let number = line.numberLength { return number }
    let text = line.bytes[line.content]
    if text.starts(with: "#. ".utf8) { return 2 }
    if text.starts(with: "• ".utf8) { return 3 }
    guard let first = text.first, "-*+".utf8.contains(first), text.dropFirst().first == 0x20 else {
      return nil
    }
    return 1
  }

  /// The length of `:Name:` at the beginning of a line; `nil` when it is not a field.
  private func fieldName(_ line: SourceLine) -> Int? {
    let text = line.bytes[line.content]
    guard text.first == UInt8(ascii: ":"), text.dropFirst().first.map({ $0 > 0x20 }) ?? false,
      let end = text.dropFirst().firstIndex(of: UInt8(ascii: ":")),
      end - text.startIndex < 60, end > text.startIndex + 1,
      end + 1 == text.endIndex || bytes[end + 1] == 0x20
    else { return nil }
    return end - text.startIndex
  }

  /// Reads `:Name: value` as a line “Name: value”.
  private mutating func field(_ line: SourceLine, _ name: Int) {
    _ = lines.next()
    builder.begin(.paragraph)
    indent = line.indent
    let start = line.content.lowerBound + 1
    inline.append(start..<line.content.lowerBound + name, to: &builder)
    builder.append(": ", for: line.content.lowerBound + name..<line.content.lowerBound + name + 1)
    inline.append(line.content(after: name + 1), to: &builder)
    while let next = lines.peek, !next.isBlank, next.indent > line.indent {
      _ = lines.next()
      builder.append(" ", for: next.content.lowerBound..<next.content.lowerBound)
      inline.append(next.content, to: &builder)
    }
    builder.end()
  }

  // MARK: Directives

  /// Directives whose content is text, read like the text around them.
  private static let containers: Set<String> = [
    "note", "admonition", "container", "class", "epigraph", "highlights", "compound", "topic",
    "sidebar", "tip", "important", "hint", "details", "dropdown", "card", "grid", "grid-item",
    "grid-item-card", "tab-set", "tab-item", "hlist", "figure", "table", "rst-class",
  ]

  private mutating func directive(_ line: SourceLine) {
    builder.end()
    _ = lines.next()
    let text = line.content(after: 2)
    let words = bytes[text]
    // `.. [1] A footnote`
    if words.first == UInt8(ascii: "["), let close = words.firstIndex(of: UInt8(ascii: "]")) {
      builder.beginListItem()
      indent = line.indent + 1
      return inline.append(
        SourceLine(bytes: bytes, range: close + 1..<text.upperBound).content, to: &builder)
    }
    guard let colons = words.firstRange(of: "::".utf8) else {
      // A comment or the target of a link, with the lines indented below it.
      lines.skip { $0.isBlank || $0.indent > line.indent }
      return
    }
    let name =
      String(decoding: words[..<colons.lowerBound], as: UTF8.self)
      .split(separator: " ").last.map(String.init) ?? ""
    let argument = SourceLine(bytes: bytes, range: colons.upperBound..<text.upperBound).content
    readOptions(below: line)
    switch name {
    case "rubric", "centered":
      builder.begin(.heading(level: 3))
      inline.append(argument, to: &builder)
      builder.end()
    case "raw":
      let content = lines.skip { $0.isBlank || $0.indent > line.indent }
      raw(String(decoding: bytes[argument], as: UTF8.self), content)
    case _ where Self.containers.contains(name):
      if name == "admonition" || name == "topic", !argument.isEmpty {
        builder.begin(.paragraph)
        inline.append(argument, to: &builder)
        builder.end()
      }
    // Programs, tables of contents, mathematics.
    default: lines.skip { $0.isBlank || $0.indent > line.indent }
    }
  }

  /// Reads the options `:name: value` of a directive; `:alt:` describes an image.
  private mutating func readOptions(below line: SourceLine) {
    while let option = lines.peek, !option.isBlank, option.indent > line.indent,
      let name = fieldName(option)
    {
      if option.begins(with: ":alt:") {
        let value = option.content(after: name + 1)
        var text = SourceTextBuilder()
        text.append(String(decoding: bytes[value], as: UTF8.self), at: value.lowerBound)
        if !value.isEmpty { images.append(text.build().whole) }
      }
      _ = lines.next()
    }
  }

  private mutating func raw(_ format: String, _ content: Range<Int>) {
    switch format {
    case "html":
      let fragment = HTMLReader.fragment(Array(bytes[content]), base: content.lowerBound)
      builder.append(contentsOf: fragment.blocks)
      images += fragment.images
    case "latex": builder.append(contentsOf: LaTeXReader.blocks(bytes, in: content))
    default: break
    }
  }

  // MARK: Tables

  /// Reads a simple table, whose columns lie below the parts of a line `==== ====`, or a table in a grid;
  /// returns whether there is one.
  private mutating func readTable(_ line: SourceLine) -> Bool {
    let border = line.bytes[line.content]
    if line.begins(with: "+-"), border.allSatisfy({ "+-=".utf8.contains($0) }) {
      readGrid()
      return true
    }
    guard line.begins(with: "=="), border.contains(0x20),
      border.allSatisfy({ $0 == UInt8(ascii: "=") || $0 == 0x20 })
    else { return false }
    let columns = border.split(separator: 0x20).map {
      $0.startIndex - line.range.lowerBound..<$0.endIndex - line.range.lowerBound
    }
    builder.end()
    _ = lines.next()
    while let row = lines.next(), !row.isBlank {
      if row.begins(with: "==") {
        // The table ends with a border that a blank line follows.
        if lines.peek?.isBlank ?? true { break }
      } else if !row.begins(with: "--") {
        addRow(columns, of: row)
      }
    }
    builder.end()
    return true
  }

  private mutating func addRow(_ columns: [Range<Int>], of row: SourceLine) {
    let first = columns.first?.lowerBound ?? 0
    let isContinued = row.range.lowerBound + first < row.content.lowerBound
    builder.begin(.tableRow)
    for (index, column) in columns.enumerated() {
      let end = index + 1 < columns.count ? columns[index + 1].lowerBound : Int.max / 2
      let start = min(row.range.lowerBound + column.lowerBound, row.range.upperBound)
      let cell = start..<max(start, min(row.range.lowerBound + end, row.range.upperBound))
      if isContinued, index == 0 { continue }
      builder.beginCell(at: start)
      inline.append(SourceLine(bytes: bytes, range: cell).content, to: &builder)
    }
    builder.end()
  }

  /// Reads a table in a grid: the lines of a cell are joined.
  private mutating func readGrid() {
    builder.end()
    var rows: [[Range<Int>]] = []
    while let line = lines.peek, line.first == UInt8(ascii: "+") || line.first == UInt8(ascii: "|")
    {
      _ = lines.next()
      if line.first == UInt8(ascii: "+") {
        addGridRow(rows)
        rows = []
      } else {
        let cells = line.bytes[line.content].dropFirst().dropLast()
          .split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        rows.append(
          cells.map { SourceLine(bytes: bytes, range: $0.startIndex..<$0.endIndex).content })
      }
    }
    builder.end()
  }

  private mutating func addGridRow(_ lines: [[Range<Int>]]) {
    guard let count = lines.map(\.count).max() else { return }
    builder.begin(.tableRow)
    for column in 0..<count {
      let parts = lines.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isEmpty }
      builder.beginCell(at: lines[0].first?.lowerBound ?? 0)
      for (index, part) in parts.enumerated() {
        if index > 0 { builder.append("\n", for: part.lowerBound..<part.lowerBound) }
        inline.append(part, to: &builder)
      }
    }
    builder.end()
  }
}

/// The markup within the lines of reStructuredText.
private enum RSTSyntax: InlineSyntax {
  static let delimiters: [(sign: String, mark: SourceText.Mark.Kind?)] = [
    ("``", .code), ("**", .strong), ("*", .emphasis), ("|", nil),
  ]

  static func construct(_ bytes: [UInt8], at place: Int, to end: Int) -> InlineConstruct? {
    let rest = bytes[place..<end]
    switch bytes[place] {
    case UInt8(ascii: "`") where !rest.starts(with: "``".utf8):
      return reference(bytes, at: place, to: end)
    case UInt8(ascii: ":"): return role(bytes, at: place, to: end)
    case UInt8(ascii: "\\"):
      guard let next = rest.dropFirst().first else { return nil }
      // An escaped blank only separates markup.
      if next == 0x20 { return InlineConstruct(end: place + 2) }
      return .escape(bytes, at: place, to: end)
    case UInt8(ascii: "["):
      guard let close = rest.firstIndex(of: UInt8(ascii: "]")), close + 1 < end,
        bytes[close + 1] == UInt8(ascii: "_"), close - place < 40
      else { return nil }
      return InlineConstruct(end: close + 2)
    case UInt8(ascii: "_"):
      // `name_` is a link whose target is elsewhere.
      let isLast = rest.dropFirst().first.map { $0 <= 0x20 || ".,;:)".utf8.contains($0) } ?? true
      return isLast && place > 0 && bytes[place - 1] > 0x20 ? InlineConstruct(end: place + 1) : nil
    default: return nil
    }
  }

  /// `` `text <address>`_ ``, `` `text`_ ``, `` `text` ``.
  private static func reference(
    _ bytes: [UInt8], at place: Int, to end: Int
  ) -> InlineConstruct? {
    guard let close = bytes[(place + 1)..<end].firstIndex(of: UInt8(ascii: "`")) else { return nil }
    let after = bytes[(close + 1)..<end].prefix { $0 == UInt8(ascii: "_") }.endIndex
    let inner = bytes[(place + 1)..<close]
    guard inner.last == UInt8(ascii: ">"), let open = inner.lastIndex(of: UInt8(ascii: "<")) else {
      return InlineConstruct(end: after, shown: inner.startIndex..<close)
    }
    let address = String(decoding: inner[(open + 1)...].dropLast(), as: UTF8.self)
    let text = SourceLine(bytes: bytes, range: inner.startIndex..<open).content
    let shown = text.isEmpty ? open + 1..<close - 1 : text
    return InlineConstruct(end: after, shown: shown, mark: .link(address))
  }

  /// `` :role:`text` `` shows its text, `` :doc:`text <target>` `` without the target.
  private static func role(_ bytes: [UInt8], at place: Int, to end: Int) -> InlineConstruct? {
    let name = bytes[(place + 1)..<end].prefix {
      (0x61...0x7A).contains($0 | 0x20) || "-:".utf8.contains($0)
    }
    guard name.count > 1, name.last == UInt8(ascii: ":"), name.endIndex < end,
      bytes[name.endIndex] == UInt8(ascii: "`"),
      var found = reference(bytes, at: name.endIndex, to: end)
    else { return nil }
    found.mark = name.starts(with: "strong".utf8) ? .strong : nil
    return found
  }
}
