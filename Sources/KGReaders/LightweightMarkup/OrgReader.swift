package import KGText

/// Reads a document of Emacs' org-mode into blocks: headlines, lists, tables, links, drawers, and blocks of
/// HTML or LaTeX that are passed on.
///
/// Source: The Org Manual, <https://orgmode.org/manual/>, and Org Syntax, <https://orgmode.org/worg/org-syntax.html>.
package enum OrgReader {
  /// The blocks of a document; `#+TITLE` and `#+AUTHOR` as metadata.
  package static func read(_ bytes: [UInt8]) -> Document {
    var walker = OrgWalker(bytes)
    walker.walk()
    return Document(
      kind: .org, metadata: walker.metadata, blocks: walker.builder.blocks, images: walker.images,
      references: walker.references)
  }
}

private struct OrgWalker {
  private let bytes: [UInt8]
  private var lines: SourceLines
  private let inline: InlineReader<OrgSyntax>
  var builder = BlockBuilder()
  private(set) var metadata: [String: Span] = [:]
  private(set) var images: [Span] = []
  private(set) var references: [BibTeXEntry] = []
  /// The level of a headline whose subtree is not exported.
  private var hiddenLevel: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = SourceLines(bytes)
    inline = InlineReader(bytes)
  }

  mutating func walk() {
    while let line = lines.next() { read(line) }
    builder.end()
  }

  private mutating func read(_ line: SourceLine) {
    let stars = line.indent == 0 ? line.repeats("*") : 0
    if stars > 0, line.bytes[line.content].dropFirst(stars).first == 0x20 {
      return headline(line, level: stars)
    }
    if hiddenLevel != nil { return }
    if line.isBlank { return builder.end() }
    if line.begins(with: "#+") { return keyword(line) }
    if line.begins(with: "# ") || line.text == "#" { return }
    if isDrawer(line) { return drawer() }
    let planning = ["SCHEDULED:", "DEADLINE:", "CLOSED:", "CLOCK:"]
    if planning.contains(where: line.begins) { return }
    if line.first == UInt8(ascii: "|") { return tableRow(line) }
    if line.text.count >= 5, line.repeats("-") == line.content.count {
      return builder.rule(at: line.range.lowerBound)
    }
    if let length = markerLength(line) { return item(line, length) }
    let content = line.begins(with: ": ") ? line.content(after: 1) : line.content
    if builder.isRow { builder.end() }
    if !builder.isEmpty {
      builder.append("\n", for: content.lowerBound..<content.lowerBound)
    }
    inline.append(content, to: &builder)
  }

  // MARK: Headlines

  private mutating func headline(_ line: SourceLine, level: Int) {
    builder.end()
    if let hidden = hiddenLevel, level > hidden { return }
    hiddenLevel = nil
    var title = line.content(after: level)
    title = Self.withoutWord(["TODO", "DONE", "NEXT", "WAITING"], bytes, title)
    if bytes[title].starts(with: "[#".utf8), title.count > 4 {
      title = Self.trimmed(bytes, (title.lowerBound + 4)..<title.upperBound)
    }
    let tags = Self.tags(bytes, title)
    title = Self.trimmed(bytes, title.lowerBound..<tags.lowerBound)
    let isComment = bytes[title].starts(with: "COMMENT".utf8)
    if isComment || String(decoding: bytes[tags], as: UTF8.self).contains(":noexport:") {
      hiddenLevel = level
      return
    }
    builder.begin(.heading(level: level))
    inline.append(title, to: &builder)
    builder.end()
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    SourceLine(bytes: bytes, range: range).content
  }

  private static func withoutWord(
    _ words: [String], _ bytes: [UInt8], _ range: Range<Int>
  ) -> Range<Int> {
    for word in words where bytes[range].starts(with: (word + " ").utf8) {
      return trimmed(bytes, (range.lowerBound + word.utf8.count)..<range.upperBound)
    }
    return range
  }

  /// The tags `:work:noexport:` at the end of a headline; empty when there are none.
  private static func tags(_ bytes: [UInt8], _ title: Range<Int>) -> Range<Int> {
    let none = title.upperBound..<title.upperBound
    guard bytes[title].last == UInt8(ascii: ":"),
      let blank = bytes[title].lastIndex(of: 0x20), bytes[blank + 1] == UInt8(ascii: ":"),
      title.upperBound - blank > 3
    else { return none }
    return blank + 1..<title.upperBound
  }

  // MARK: Keywords, blocks and drawers

  private mutating func keyword(_ line: SourceLine) {
    let name = line.text.dropFirst(2).prefix { $0 != ":" && $0 != " " }.lowercased()
    let value = line.content(after: 2 + name.utf8.count + 1)
    switch name {
    case "title", "author", "subtitle": keep(name, value)
    case "html": appendHTML(value)
    case "latex": builder.append(contentsOf: LaTeXReader.blocks(bytes, in: value))
    case "caption", "attr_html", "attr_latex", "name", "results": break
    case let begin where begin.hasPrefix("begin_"): block(String(begin.dropFirst(6)), value)
    // Blocks whose content is read as the text around them.
    case let end where end.hasPrefix("end_"): builder.end()
    default: break
    }
  }

  private mutating func keep(_ key: String, _ value: Range<Int>) {
    var inner = BlockBuilder()
    inline.append(value, to: &inner)
    inner.end()
    if let span = inner.blocks.first?.span { metadata[key] = span }
  }

  private mutating func block(_ name: String, _ arguments: Range<Int>) {
    builder.end()
    guard ["export", "src", "comment", "html", "latex"].contains(name) else { return }
    let end = "#+end_" + name
    let content = lines.skip { !$0.text.lowercased().hasPrefix(end) }
    _ = lines.next()
    let backend = String(decoding: bytes[arguments], as: UTF8.self).lowercased()
    let format = name == "export" ? backend.prefix { $0.isLetter } : name[...]
    switch format {
    case "latex": builder.append(contentsOf: LaTeXReader.blocks(bytes, in: content))
    case "html": appendHTML(content)
    case "src" where backend.hasPrefix("bib"):
      BibTeXReader.forEach(of: Array(bytes[content])) {
        references.append($0.shifted(by: content.lowerBound))
      }
    default: break
    }
  }

  private mutating func appendHTML(_ range: Range<Int>) {
    builder.end()
    let fragment = HTMLReader.fragment(Array(bytes[range]), base: range.lowerBound)
    builder.append(contentsOf: fragment.blocks)
    images += fragment.images
  }

  private func isDrawer(_ line: SourceLine) -> Bool {
    let text = line.text
    return text.count > 2 && text.hasPrefix(":") && text.hasSuffix(":")
      && text.dropFirst().dropLast().allSatisfy { $0.isLetter || $0 == "_" || $0 == "-" }
  }

  /// Reads a drawer. The properties of an entry that exporters for CVs know, `:FROM:`, `:TO:`, `:EMPLOYER:`,
  /// are the cells of a row; others are not text.
  private mutating func drawer() {
    builder.end()
    var values: [String: Range<Int>] = [:]
    while let line = lines.next() {
      let text = line.text
      if text.uppercased() == ":END:" { break }
      guard text.hasPrefix(":"), let end = text.dropFirst().firstIndex(of: ":") else { continue }
      let name = String(text[text.index(after: text.startIndex)..<end]).lowercased()
      values[name] = line.content(after: name.utf8.count + 2)
    }
    let dates = ["date", "from", "to"].compactMap { values[$0] }.filter { !$0.isEmpty }
    let names = ["employer", "organization", "school", "host", "venue", "event"]
      .compactMap { values[$0] }.filter { !$0.isEmpty }
    guard !dates.isEmpty else { return }
    builder.begin(.tableRow)
    for (index, date) in dates.enumerated() {
      if index > 0 { builder.append(" – ", for: date.lowerBound..<date.lowerBound) }
      inline.append(date, to: &builder)
    }
    for name in names {
      builder.append("\t", for: name.lowerBound..<name.lowerBound)
      inline.append(name, to: &builder)
    }
    builder.end()
  }

  // MARK: Lists and tables

  /// The length of the marker of an item; a star at the margin is a headline.
  private func markerLength(_ line: SourceLine) -> Int? {
    if let number = line.numberLength { return number }
    guard let first = line.first, "-+*".utf8.contains(first),
      line.bytes[line.content].dropFirst().first == 0x20
    else { return nil }
    return 1
  }

  private mutating func item(_ line: SourceLine, _ length: Int) {
    builder.begin(.listItem(depth: 1 + line.indent / 2, ordered: line.numberLength != nil))
    var content = line.content(after: length)
    for box in ["[ ] ", "[X] ", "[-] "] where bytes[content].starts(with: box.utf8) {
      content = content.lowerBound + 4..<content.upperBound
    }
    if let colons = range(of: " :: ", in: content) {
      inline.append(content.lowerBound..<colons.lowerBound, to: &builder)
      builder.append(": ", for: colons)
      content = colons.upperBound..<content.upperBound
    }
    inline.append(content, to: &builder)
  }

  private func range(of sign: String, in content: Range<Int>) -> Range<Int>? {
    bytes[content].firstRange(of: sign.utf8)
  }

  private mutating func tableRow(_ line: SourceLine) {
    builder.end()
    let text = bytes[line.content]
    if text.dropFirst().first == UInt8(ascii: "-") { return }
    let cells = text.dropFirst().split(
      separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    builder.begin(.tableRow)
    for cell in cells.prefix(max(1, cells.count - (text.last == UInt8(ascii: "|") ? 1 : 0))) {
      builder.beginCell(at: cell.startIndex)
      inline.append(Self.trimmed(bytes, cell.startIndex..<cell.endIndex), to: &builder)
    }
    builder.end()
  }
}

/// The markup within the lines of org-mode.
private enum OrgSyntax: InlineSyntax {
  static let delimiters: [(sign: String, mark: SourceText.Mark.Kind?)] = [
    ("*", .strong), ("/", .emphasis), ("_", .underline), ("=", .code), ("~", .code), ("+", nil),
  ]

  static func construct(_ bytes: [UInt8], at place: Int, to end: Int) -> InlineConstruct? {
    let rest = bytes[place..<end]
    switch bytes[place] {
    case UInt8(ascii: "["):
      if rest.starts(with: "[[".utf8) { return link(bytes, at: place, to: end) }
      if rest.starts(with: "[fn:".utf8), let close = rest.firstIndex(of: UInt8(ascii: "]")) {
        return InlineConstruct(end: close + 1)
      }
      return timestamp(bytes, at: place, to: end)
    case UInt8(ascii: "<"):
      if rest.starts(with: "<<".utf8), let close = rest.firstRange(of: ">>".utf8) {
        return InlineConstruct(end: close.upperBound)
      }
      return timestamp(bytes, at: place, to: end)
    case UInt8(ascii: "@") where rest.starts(with: "@@".utf8):
      guard let close = rest.dropFirst(2).firstRange(of: "@@".utf8) else { return nil }
      return InlineConstruct(end: close.upperBound)
    case UInt8(ascii: "{") where rest.starts(with: "{{{".utf8):
      guard let close = rest.firstRange(of: "}}}".utf8) else { return nil }
      return InlineConstruct(end: close.upperBound)
    case UInt8(ascii: "\\") where rest.elementsEqual("\\\\".utf8):
      return InlineConstruct(end: end)
    default: return nil
    }
  }

  /// `[[target][text]]`, `[[target]]`; a link to a picture shows nothing.
  private static func link(_ bytes: [UInt8], at place: Int, to end: Int) -> InlineConstruct? {
    let rest = bytes[(place + 2)..<min(end, place + 2000)]
    guard let close = rest.firstRange(of: "]]".utf8) else { return nil }
    let inner = rest[..<close.lowerBound]
    let divider = inner.firstRange(of: "][".utf8)
    let target = inner[..<(divider?.lowerBound ?? close.lowerBound)]
    let address = String(decoding: target, as: UTF8.self)
    let isPicture = [".png", ".jpg", ".jpeg", ".svg", ".gif"].contains {
      address.lowercased().hasSuffix($0)
    }
    if divider == nil, isPicture { return InlineConstruct(end: close.upperBound) }
    let shown = (divider?.upperBound ?? target.startIndex)..<close.lowerBound
    return InlineConstruct(end: close.upperBound, shown: shown, mark: .link(address))
  }

  /// `<2019-03-01 Fri 10:00>` shows the date; brackets make it inactive.
  private static func timestamp(_ bytes: [UInt8], at place: Int, to end: Int) -> InlineConstruct? {
    let date = bytes[(place + 1)..<end].prefix {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    let close = bytes[place] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "]")
    guard (4...10).contains(date.count), date.first != UInt8(ascii: "-"),
      date.contains(UInt8(ascii: "-")),
      let last = bytes[date.endIndex..<min(end, place + 60)].firstIndex(of: close)
    else { return nil }
    return InlineConstruct(
      end: last + 1, shown: date.startIndex..<date.endIndex, isVerbatim: true)
  }
}
