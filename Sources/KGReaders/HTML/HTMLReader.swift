internal import CLibXML2
internal import Foundation
package import KGText

/// Reads an HTML page, or HTML within another document, into blocks with the error-tolerant parser of
/// libxml2.
package enum HTMLReader {
  /// The title, blocks and images of a page.
  package static func read(_ bytes: [UInt8]) -> Document {
    let walker = HTMLWalker(bytes: TemplateTags.blanked(bytes), base: 0)
    walker.parse()
    return Document(
      kind: .html, metadata: walker.metadata, blocks: walker.builder.blocks, images: walker.images)
  }

  /// The blocks and images of a fragment that begins at byte `base` of its document.
  package static func fragment(
    _ bytes: [UInt8], base: Int
  ) -> (blocks: [Block], images: [Span]) {
    let walker = HTMLWalker(bytes: bytes, base: base)
    walker.parse()
    return (walker.builder.blocks, walker.images)
  }
}

/// Receives the events of the parser and passes text to the block builder.
///
/// libxml2 reports its position in the input at each event, which gives the bytes of each text.
private final class HTMLWalker {
  private let bytes: [UInt8]
  private let base: Int
  private var context: htmlParserCtxtPtr?
  var builder = BlockBuilder()
  private(set) var metadata: [String: Span] = [:]
  private(set) var images: [Span] = []
  private var hiddenDepth = 0
  private var rowDepth = 0
  private var spanningCells = SpanningCells()
  /// The classes of the open `span` elements.
  private var openSpans: [String] = []
  /// The classes of a `span` that ended at this place; `nil` when none did.
  private var closedSpan: String?
  private var title: SourceTextBuilder?
  private var lastEnd = 0

  init(bytes: [UInt8], base: Int) {
    self.bytes = ExcessAttributes.blanked(bytes)
    self.base = base
  }

  /// Initializes the library once, before several threads use it.
  private static let initialized: Void = xmlInitParser()

  func parse() {
    guard !bytes.isEmpty else { return }
    Self.initialized
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        guard
          let context = htmlCreateMemoryParserCtxt(characters.baseAddress, Int32(characters.count))
        else { return }
        defer { htmlFreeParserCtxt(context) }
        self.context = context
        let options =
          HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
          | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        htmlCtxtUseOptions(context, Int32(bitPattern: options))
        // The bytes have been checked to be UTF-8; without this the parser assumes Latin-1.
        context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        context.pointee.sax.pointee = Self.handler
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        htmlParseDocument(context)
        self.context = nil
      }
    }
    builder.end()
  }

  private static var handler: htmlSAXHandler {
    var handler = htmlSAXHandler()
    handler.startElement = { data, name, attributes in
      HTMLWalker.from(data)?.start(HTMLWalker.string(name), HTMLWalker.attributes(attributes))
    }
    handler.endElement = { data, name in HTMLWalker.from(data)?.end(HTMLWalker.string(name)) }
    handler.characters = { data, text, length in HTMLWalker.from(data)?.characters(text, length) }
    handler.ignorableWhitespace = handler.characters
    return handler
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> HTMLWalker? {
    data.map { Unmanaged<HTMLWalker>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> [String: String] {
    guard var place = list else { return [:] }
    var attributes: [String: String] = [:]
    while let name = place.pointee {
      attributes[String(cString: name).lowercased()] = string(place.successor().pointee)
      place = place.advanced(by: 2)
    }
    return attributes
  }

  // MARK: Events

  private func start(_ name: String, _ attributes: [String: String]) {
    defer { lastEnd = position }
    let element = HTMLElement(name, href: attributes["href"], classes: attributes["class"])
    if name == "span", hiddenDepth == 0 {
      let classes = attributes["class"] ?? ""
      // Spans that a style sheet separates have no space between them in the source.
      if closedSpan?.isEmpty == false, !classes.isEmpty, builder.lastScalar?.isBlank == false {
        builder.append(" | ", for: (base + position)..<(base + position))
      }
      openSpans.append(classes)
    }
    closedSpan = nil
    if hiddenDepth > 0 || HTMLVisibility.isHidden(attributes) {
      if name == "span", hiddenDepth == 0 { openSpans.removeLast() }
      hiddenDepth += HTMLVisibility.isVoid(name) ? 0 : 1
      return
    }
    if name == "img", let alt = attributes["alt"], !alt.isEmpty { keepImage(alt) }
    if let classes = attributes["class"],
      ["divider", "separator", "middot"].contains(where: classes.contains),
      !builder.isEmpty
    {
      builder.append(" | ", for: (base + position)..<(base + position))
    }
    if name == "table" { spanningCells.beginTable() }
    switch element {
    case .hidden: hiddenDepth = 1
    case .title: title = SourceTextBuilder()
    case .heading(let level): builder.begin(.heading(level: level))
    // Within a row, paragraphs are lines of a cell; the row remains one block.
    case .paragraph:
      if rowDepth > 0 { builder.breakParagraph(at: base + position) } else { builder.end() }
    case .list(let ordered): builder.beginList(ordered: ordered)
    case .listItem: builder.beginListItem()
    case .row:
      rowDepth += 1
      builder.begin(.tableRow)
      spanningCells.beginRow()
    case .cell:
      spanningCells.beginCell(
        rowspan: attributes["rowspan"], colspan: attributes["colspan"], at: base + position,
        in: &builder)
    case .term: if rowDepth > 0 { breakLine() } else { builder.begin(.tableRow) }
    case .definition:
      if rowDepth > 0 {
        breakLine()
      } else if builder.isRow, !builder.isEmpty {
        builder.append("\t", for: (base + position)..<(base + position))
      } else {
        builder.begin(.paragraph)
      }
    case .lineBreak: breakLine()
    case .rule: builder.rule(at: base + position)
    case .mark(let mark): builder.open(mark)
    case .transparent: break
    }
  }

  private func keepImage(_ description: String) {
    var text = SourceTextBuilder()
    text.append(description, for: (base + max(0, position - 1))..<(base + position))
    images.append(text.build().whole)
  }

  private func end(_ name: String) {
    defer { lastEnd = position }
    if hiddenDepth > 0 {
      hiddenDepth -= HTMLVisibility.isVoid(name) ? 0 : 1
      return
    }
    // The event does not say which span ends; closing a mark that is not open has no effect.
    closedSpan = name == "span" ? openSpans.popLast() : nil
    if name == "table" { spanningCells.endTable() }
    switch HTMLElement(name, href: name == "a" ? "" : nil, classes: closedSpan) {
    case .title:
      if let text = title?.build().whole.trimmed, !text.isEmpty { metadata["title"] = text }
      title = nil
    case .heading:
      builder.end()
      // The text after a heading in a cell is not a heading, but still part of the row.
      if rowDepth > 0 { builder.begin(.tableRow) }
    case .listItem, .definition: builder.end()
    case .paragraph:
      if rowDepth > 0 { builder.breakParagraph(at: base + position) } else { builder.end() }
    case .list: builder.endList()
    case .cell: spanningCells.endCell(in: builder)
    case .row:
      rowDepth = max(0, rowDepth - 1)
      spanningCells.endRow(at: base + position, in: &builder)
      builder.end()
    case .mark(.link): builder.close(\.isLink)
    case .mark(let mark): builder.close { $0 == mark }
    default: break
    }
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let text, length > 0 else { return }
    let piece = UnsafeBufferPointer(start: text, count: Int(length))
    let end = position
    let isVerbatim =
      end >= piece.count && bytes[(end - piece.count)..<end].elementsEqual(piece)
    let start = isVerbatim ? end - piece.count : lastEnd
    defer { lastEnd = end }
    guard hiddenDepth == 0 else { return }
    closedSpan = nil
    appendCollapsed(String(decoding: piece, as: UTF8.self), at: start, isVerbatim, end)
  }

  /// Adds text with its white space collapsed as a browser would.
  private func appendCollapsed(_ text: String, at start: Int, _ isVerbatim: Bool, _ end: Int) {
    var place = start
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      defer { place += width }
      let range = isVerbatim ? place..<(place + width) : start..<max(end, start)
      let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
      let shown: Unicode.Scalar = isSpace ? " " : scalar
      let absolute = (base + range.lowerBound)..<(base + range.upperBound)
      if title != nil {
        title?.append(shown, for: absolute)
        continue
      }
      if isSpace, builder.lastScalar.map(\.isBlank) ?? true { continue }
      builder.append(shown, for: absolute)
    }
  }

  private func breakLine() {
    if !builder.isEmpty, builder.lastScalar != "\n", builder.lastScalar != "\t",
      builder.lastScalar != "\u{2029}"
    {
      builder.append("\n", for: (base + position)..<(base + position))
    }
  }

  /// The parser's position in the bytes.
  private var position: Int {
    guard let context else { return lastEnd }
    return min(max(0, Int(xmlByteConsumed(context))), bytes.count)
  }
}
