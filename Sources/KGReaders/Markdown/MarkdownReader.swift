internal import CCmarkGFM
internal import Foundation
package import KGText

/// Reads Markdown (GitHub's dialect) with front matter and HTML within it.
///
/// cmark-gfm reports the lines of a block; each run of text is searched in these lines of the source,
/// which gives its bytes.
package enum MarkdownReader {
  /// The front matter, blocks, images and quoted BibTeX entries of a document.
  package static func read(_ bytes: [UInt8]) -> Document {
    let frontMatter = FrontMatter(bytes)
    var walker = MarkdownWalker(bytes, bodyStart: frontMatter.end)
    walker.walk()
    return Document(
      kind: .markdown, metadata: frontMatter.values, blocks: walker.builder.blocks,
      images: walker.images, data: frontMatter.data, references: walker.references)
  }
}

private struct MarkdownWalker {
  private let source: [UInt8]
  /// The source without template tags, and with inline mathematics for signs replaced by the signs.
  private let bytes: [UInt8]
  private let bodyStart: Int
  private let lines: LineIndex
  /// The line at which the current piece begins.
  private var firstLine = 1
  var builder = BlockBuilder()
  /// Where the search for the next run of text begins, and where the lines of the block end.
  private var cursor = 0
  private var limit = 0
  /// The bytes that may still be searched in vain, which a text is that the source writes as an entity: a
  /// paragraph of nothing else would take time with its square.
  private var searchBudget: Int
  /// How far a text is searched for when ``searchBudget`` is spent.
  private static let shortDistance = 1000  // bytes
  private(set) var images: [Span] = []
  private(set) var references: [BibTeXEntry] = []
  private var imageDepth = 0
  private var hidden = HiddenElement()
  /// Where rows of cells begin and end that Markdown does not know: the divs of a layout, and tables of HTML.
  private let rowEvents: [FencedDivs.Event]
  private var nextEvent = 0
  /// Whether the cells of such a row are being read.
  private var isInRow = false
  /// Whether the lines of the open paragraph are rows of a table without a header.
  private var isInRows = false
  /// The number of line ends in the open paragraph.
  private var lineEndCount = 0

  init(_ source: [UInt8], bodyStart: Int) {
    self.source = source
    let comments = HTMLComments.blanked(source)
    let divs = FencedDivs(comments, from: bodyStart)
    var text = comments
    for range in divs.blanks {
      for place in range where text[place] != UInt8(ascii: "\n") { text[place] = 0x20 }
    }
    text = InlineMathSuperscripts.replaced(TemplateTags.blanked(PandocAttributes.blanked(text)))
    let rows = divs.events.isEmpty ? HTMLRows(text, from: bodyStart) : nil
    bytes = rows?.bytes ?? text
    rowEvents = rows?.events ?? divs.events
    self.bodyStart = bodyStart
    lines = LineIndex(bytes)
    searchBudget = 1 << 20 + 64 * bytes.count
  }

  /// Registers the extensions once: the library's list of them is not thread-safe.
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  mutating func walk() {
    Self.registered
    let pieces = MarkdownPieces.cut(bytes, from: min(bodyStart, bytes.count))
    let definitions = pieces.count > 1 ? MarkdownPieces.linkDefinitions(in: bytes) : []
    for piece in pieces { walk(piece, definitions) }
    readRowEvents(upTo: bytes.count)
    builder.end()
  }

  /// - Parameter definitions: The link reference definitions of the whole document.
  private mutating func walk(_ piece: Range<Int>, _ definitions: [UInt8]) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE) else { return }
    defer { cmark_parser_free(parser) }
    // Only the table extension: those with special characters change a table that all parsers share.
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    for text in [bytes[piece], definitions[...]] {
      text.withUnsafeBufferPointer { text in
        text.withMemoryRebound(to: CChar.self) {
          cmark_parser_feed(parser, $0.baseAddress, $0.count)
        }
      }
    }
    guard let root = cmark_parser_finish(parser), let iterator = cmark_iter_new(root) else {
      return
    }
    defer {
      cmark_iter_free(iterator)
      cmark_node_free(root)
    }
    firstLine = lines.line(of: piece.lowerBound)
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      if event == CMARK_EVENT_ENTER { enter(node) } else { exit(node) }
    }
  }

  // MARK: Blocks

  /// Begins and ends the rows and cells of layouts that come before a place.
  private mutating func readRowEvents(upTo place: Int) {
    while nextEvent < rowEvents.count, rowEvents[nextEvent].place <= place {
      let event = rowEvents[nextEvent]
      nextEvent += 1
      switch event.kind {
      case .beginRow:
        builder.begin(.tableRow)
        isInRow = true
      case .beginCell: builder.beginCell(at: event.place)
      case .endRow:
        builder.end()
        isInRow = false
      }
    }
  }

  private mutating func enter(_ node: OpaquePointer) {
    let kind = NodeKind(node)
    if kind.hasPlace {
      setRange(node)
      readRowEvents(upTo: cursor)
    }
    switch kind {
    case .heading:
      builder.begin(.heading(level: Int(cmark_node_get_heading_level(node))))
    case .paragraph:
      lineEndCount = 0
      if isInRow {
        builder.breakParagraph(at: cursor)
      } else if areRows(bytes[cursor..<limit]) {
        isInRows = true
        builder.begin(.tableRow)
      } else if cmark_node_parent(node).map(NodeKind.init) != .item
        || cmark_node_previous(node) != nil
      {
        // The first paragraph of a list item is the item.
        builder.begin(.paragraph)
      }
    case .list: builder.beginList(ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
    case .item: builder.beginListItem()
    case .tableRow:
      builder.begin(.tableRow)
      setRange(node)
    case .tableCell: builder.beginCell(at: cursor)
    case .rule:
      setRange(node)
      readRowEvents(upTo: cursor)
      if isInRow { return }
      builder.rule(at: cursor)
    case .htmlBlock:
      // The parser leaves the last line of `<style>` and the like out of its lines.
      limit = max(limit, min(bytes.count, cursor + Self.literal(node).utf8.count))
      appendHTML(from: cursor, to: limit)
    case .codeBlock: appendCode(node)
    case .text:
      if isInRows { appendCells(Self.literal(node)) } else { appendLiteral(Self.literal(node)) }
    case .code:
      if CodeFence.isInlineChunk(Self.literal(node)) { return }
      builder.open(.code)
      appendLiteral(Self.literal(node))
      builder.close { $0 == .code }
    case .lineBreak: breakLine()
    case .strong: builder.open(.strong)
    case .emphasis: builder.open(.emphasis)
    case .link: builder.open(.link(cmark_node_get_url(node).map { String(cString: $0) } ?? ""))
    case .image: imageDepth += 1
    case .htmlInline: appendTag(Self.literal(node))
    case .other: break
    }
  }

  /// Reads a block of code. Indented text in a profile is layout, not code; code of a programming language
  /// is not text.
  private mutating func appendCode(_ node: OpaquePointer) {
    let literal = Self.literal(node)
    let first = literal.utf8.first { $0 > 0x20 }
    if first == UInt8(ascii: "@"), appendReferences(node) { return }
    var (length, offset, sign): (Int32, Int32, CChar) = (0, 0, 0)
    let isFenced = cmark_node_get_fenced(node, &length, &offset, &sign) != 0
    let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
    if isFenced, appendRaw(info) || CodeFence.isCode(info) { return }
    if !isFenced, first == UInt8(ascii: "<"),
      HTMLTag.first(in: bytes, from: cursor, to: limit) != nil
    {
      return appendHTML(from: cursor, to: limit)
    }
    if isInRow { builder.breakParagraph(at: cursor) } else { builder.begin(.paragraph) }
    lineEndCount = 0
    // The literal lacks the indentation of its lines, so each line is searched separately.
    for line in Self.lines(of: literal) {
      if !builder.isEmpty { breakLine() }
      appendLiteral(line)
    }
    if !isInRow { builder.end() }
  }

  /// Reads a fenced block that pandoc passes on as it is, `{=html}` or `{=latex}`; returns whether it is one.
  private mutating func appendRaw(_ info: String) -> Bool {
    guard info == "{=html}" || info == "{=latex}" || info == "{=tex}",
      let first = bytes[cursor..<limit].firstIndex(of: UInt8(ascii: "\n")),
      let fence = bytes[first..<limit].lastIndex(where: { $0 == UInt8(ascii: "`") }),
      let last = bytes[first..<fence].lastIndex(of: UInt8(ascii: "\n"))
    else { return false }
    if info == "{=html}" {
      appendHTML(from: first, to: last)
    } else {
      builder.append(contentsOf: LaTeXReader.blocks(bytes, in: first..<last))
    }
    return true
  }

  /// Reads the BibTeX entries of a code block; returns whether there are any.
  private mutating func appendReferences(_ node: OpaquePointer) -> Bool {
    guard let start = source[cursor..<limit].firstIndex(of: UInt8(ascii: "@")) else { return false }
    let count = references.count
    BibTeXReader.forEach(of: Array(source[start..<limit]), base: start) { references.append($0) }
    if references.count > count { builder.end() }
    return references.count > count
  }

  private mutating func exit(_ node: OpaquePointer) {
    switch NodeKind(node) {
    case .paragraph where isInRow: break
    case .paragraph where isInRows:
      isInRows = false
      builder.end()
    case .heading, .paragraph, .tableRow: builder.end()
    case .list: builder.endList()
    case .item: builder.end()
    case .strong: builder.close { $0 == .strong }
    case .emphasis: builder.close { $0 == .emphasis }
    case .link: builder.close(\.isLink)
    case .image: imageDepth -= 1
    default: break
    }
  }

  private mutating func setRange(_ node: OpaquePointer) {
    let first = Int(cmark_node_get_start_line(node)) + firstLine - 1
    let last = Int(cmark_node_get_end_line(node)) + firstLine - 1
    cursor = max(bodyStart, lines.start(ofLine: first))
    limit = min(bytes.count, last + 1 > lines.count ? bytes.count : lines.start(ofLine: last + 1))
    if limit < cursor { limit = bytes.count }
  }

  private mutating func appendHTML(from start: Int, to end: Int) {
    let start = hidden.read(bytes, start..<end)
    guard start < end else { return }
    let fragment = HTMLReader.fragment(Array(bytes[start..<end]), base: start)
    images += fragment.images
    guard isInRow else { return builder.append(contentsOf: fragment.blocks) }
    for block in fragment.blocks {
      builder.breakParagraph(at: start)
      builder.append(block.text.part(block.span.range))
    }
  }

  // MARK: Runs of text

  /// Whether each line is a row between bars. Kramdown reads such lines as a table also without a header.
  private func areRows(_ text: ArraySlice<UInt8>) -> Bool {
    let bar = UInt8(ascii: "|")
    guard text.first(where: { $0 > 0x20 }) == bar else { return false }
    let lines = text.split(separator: UInt8(ascii: "\n")).filter { $0.contains { $0 > 0x20 } }
    return lines.allSatisfy { line in
      line.first { $0 > 0x20 } == bar && line.last { $0 > 0x20 } == bar
        && line.count { $0 == bar } > 2
    }
  }

  /// Adds a part of a row in which bars begin and end cells.
  private mutating func appendCells(_ literal: String) {
    let parts = literal.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 { builder.beginCell(at: cursor) }
      appendLiteral(String(Substring(part)))
    }
  }

  private mutating func appendLiteral(_ literal: String) {
    guard !hidden.isOpen, !literal.isEmpty else { return }
    if imageDepth > 0 { return appendImage(literal) }
    var literal = literal
    // `: definition` and `~ definition` of pandoc, below the term that they define.
    let scalars = literal.unicodeScalars
    if builder.lastScalar == "\n", let sign = scalars.first, sign == ":" || sign == "~",
      scalars.dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? true
    {
      literal = String(scalars.dropFirst().drop { $0 == " " || $0 == "\t" })
      // A term of one line and its definition are a row, as in HTML.
      if lineEndCount == 1, !builder.isListItem, !isInRow {
        builder.removeLast()
        builder.append("\t", for: cursor..<cursor)
      }
      if literal.isEmpty { return }
    }
    if let place = find(Array(literal.utf8)) {
      builder.append(literal, at: place)
      cursor = place + literal.utf8.count
    } else {
      // An entity: it begins at the cursor, its length is unknown.
      builder.append(literal, for: cursor..<min(cursor + 1, bytes.count))
    }
  }

  /// Keeps the alternative text of `![…](…)`.
  private mutating func appendImage(_ literal: String) {
    guard let place = find(Array(literal.utf8)) else { return }
    var text = SourceTextBuilder()
    text.append(literal, at: place)
    images.append(text.build().whole)
    cursor = place + literal.utf8.count
  }

  /// The place of a text between the cursor and the limit; `nil` when it does not occur.
  private mutating func find(_ needle: [UInt8]) -> Int? {
    guard let first = needle.first else { return nil }
    let end = searchBudget > 0 ? limit : min(limit, cursor + Self.shortDistance)
    var place = cursor
    while place <= end - needle.count {
      if bytes[place] == first, bytes[place..<place + needle.count].elementsEqual(needle) {
        return place
      }
      place += 1
    }
    searchBudget -= max(0, end - cursor)
    return nil
  }

  private mutating func breakLine() {
    if imageDepth > 0 { return }
    // A backslash at the end of a line is a line break, also where spaces follow it.
    if builder.lastScalar == "\\" { builder.removeLast() }
    if let end = bytes[cursor..<limit].firstIndex(of: UInt8(ascii: "\n")) { cursor = end + 1 }
    if isInRows { return builder.begin(.tableRow) }
    if lineEndCount > 0, !isInRow, !builder.isListItem, isTerm(at: cursor) {
      builder.begin(.paragraph)
      lineEndCount = 0
      return
    }
    guard !builder.isEmpty, builder.lastScalar != "\n" else { return }
    builder.append("\n", for: max(cursor - 1, 0)..<cursor)
    lineEndCount += 1
  }

  /// Whether a line is a term of a definition list: its definition follows in the next line, after a colon.
  private func isTerm(at start: Int) -> Bool {
    guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: "\n")) else { return false }
    func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
      let text = line.drop { $0 == 0x20 }
      guard let sign = text.first, sign == UInt8(ascii: ":") || sign == UInt8(ascii: "~") else {
        return false
      }
      return text.dropFirst().first.map { $0 == 0x20 || $0 == 0x09 } ?? false
    }
    // Indented lines belong to the definition above.
    return bytes[start] > 0x20 && isDefinition(bytes[(end + 1)..<limit])
      && !isDefinition(bytes[start..<end])
  }

  /// Interprets a tag within a paragraph. CVs converted from PDF contain whole lists of such tags.
  private mutating func appendTag(_ tag: String) {
    if let place = find(Array(tag.utf8)) { cursor = place + tag.utf8.count }
    let isClosing = tag.utf8.starts(with: "</".utf8)
    if let parsed = HTMLTag(Array(tag.utf8), at: 0, to: tag.utf8.count) {
      let wasHidden = hidden.isOpen
      hidden.read(parsed)
      if wasHidden || hidden.isOpen { return }
    }
    let element = HTMLElement(Self.name(of: tag), href: isClosing ? "" : Self.href(tag))
    switch (element, isClosing) {
    case (.list(let ordered), false): builder.beginList(ordered: ordered)
    case (.list, true): builder.endList()
    case (.listItem, false): builder.beginListItem()
    case (.listItem, true), (.paragraph, _), (.row, _): builder.end()
    case (.cell, false): builder.beginCell(at: cursor)
    case (.lineBreak, _):
      guard !builder.isEmpty, builder.lastScalar != "\n", builder.lastScalar != "\t" else { return }
      builder.append("\n", for: cursor..<cursor)
      lineEndCount += 1
    case (.mark(let mark), false): builder.open(mark)
    case (.mark(.link), true): builder.close(\.isLink)
    case (.mark(let mark), true): builder.close { $0 == mark }
    default: break
    }
  }

  private static func name(of tag: String) -> String {
    let isSign: (UInt8) -> Bool = { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") }
    let name = tag.utf8.drop(while: isSign).prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    return String(Substring(name))
  }

  /// The value of `href`, as it is written; `nil` when the tag has none.
  private static func href(_ tag: String) -> String? {
    guard let start = tag.utf8.firstRange(of: "href=".utf8) else { return nil }
    let value = tag.utf8[start.upperBound...]
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return String(Substring(value.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }))
    }
    return String(Substring(value.dropFirst().prefix { $0 != quote }))
  }

  /// The lines of a text that are not empty.
  private static func lines(of text: String) -> [String] {
    text.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .map { String(Substring($0)) }
  }

  private static func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }
}

/// What a node of the parsed document is.
private enum NodeKind {
  case heading, paragraph, list, item, tableRow, tableCell, rule, htmlBlock, codeBlock
  case text, code, lineBreak, strong, emphasis, link, image, htmlInline, other

  init(_ node: OpaquePointer) {
    self =
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: .text
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: .lineBreak
      case CMARK_NODE_PARAGRAPH: .paragraph
      case CMARK_NODE_ITEM: .item
      case CMARK_NODE_LIST: .list
      case CMARK_NODE_HEADING: .heading
      case CMARK_NODE_STRONG: .strong
      case CMARK_NODE_EMPH: .emphasis
      case CMARK_NODE_LINK: .link
      case CMARK_NODE_IMAGE: .image
      case CMARK_NODE_CODE: .code
      case CMARK_NODE_HTML_INLINE: .htmlInline
      case CMARK_NODE_HTML_BLOCK: .htmlBlock
      case CMARK_NODE_CODE_BLOCK: .codeBlock
      case CMARK_NODE_THEMATIC_BREAK: .rule
      default: Self.ofExtension(node)
      }
  }

  /// Nodes of extensions get their numbers while the program runs.
  private static func ofExtension(_ node: OpaquePointer) -> NodeKind {
    switch cmark_node_get_type_string(node).map({ String(cString: $0) }) {
    case "table_row", "table_header": .tableRow
    case "table_cell": .tableCell
    default: .other
    }
  }

  /// Whether the parser knows the lines of such a node, which is a block.
  var hasPlace: Bool {
    switch self {
    case .heading, .paragraph, .htmlBlock, .codeBlock, .list: true
    default: false
    }
  }
}
