package import KGText

/// Reads a page of jemdoc into blocks: titles after `=`, lists, boxes and tables between `~~~`, links in
/// single brackets.
///
/// Source: jemdoc's documentation, <https://jemdoc.jaboc.net/using.html>.
package enum JemdocReader {
  /// The blocks of a page; `title{…}` of its first line as metadata.
  package static func read(_ bytes: [UInt8]) -> Document {
    var walker = JemdocWalker(bytes)
    walker.walk()
    return Document(
      kind: .jemdoc, metadata: walker.metadata, blocks: walker.builder.blocks, images: walker.images
    )
  }
}

private struct JemdocWalker {
  private let bytes: [UInt8]
  private var lines: SourceLines
  private let inline: InlineReader<JemdocSyntax>
  var builder = BlockBuilder()
  private(set) var metadata: [String: Span] = [:]
  private(set) var images: [Span] = []

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
    if line.isBlank { return builder.end() }
    switch line.first {
    case UInt8(ascii: "#"): comment(line)
    case UInt8(ascii: "=") where isMarker("=", line):
      builder.begin(.heading(level: line.repeats("=")))
      inline.append(line.content(after: line.repeats("=")), to: &builder)
      builder.end()
    case UInt8(ascii: "-") where isMarker("-", line): item("-", line, ordered: false)
    case UInt8(ascii: ".") where isMarker(".", line): item(".", line, ordered: true)
    case UInt8(ascii: ":") where line.begins(with: ": {"): definition(line)
    case UInt8(ascii: "~") where line.repeats("~") >= 3: box(line)
    default: text(line)
    }
  }

  private func isMarker(_ sign: Character, _ line: SourceLine) -> Bool {
    line.bytes[line.content].dropFirst(line.repeats(sign)).first == 0x20
  }

  private mutating func text(_ line: SourceLine) {
    // After `\n` the line end is already there.
    if !builder.isEmpty, builder.lastScalar != "\n" {
      builder.append("\n", for: line.content.lowerBound..<line.content.lowerBound)
    }
    inline.append(line.content, to: &builder)
  }

  private mutating func item(_ sign: Character, _ line: SourceLine, ordered: Bool) {
    builder.begin(.listItem(depth: line.repeats(sign), ordered: ordered))
    inline.append(line.content(after: line.repeats(sign)), to: &builder)
  }

  /// `: {term} definition` is a row.
  private mutating func definition(_ line: SourceLine) {
    guard let close = bytes[line.content].firstIndex(of: UInt8(ascii: "}")) else {
      return text(line)
    }
    builder.begin(.tableRow)
    inline.append((line.content.lowerBound + 3)..<close, to: &builder)
    builder.append("\t", for: close..<close + 1)
    inline.append(
      SourceLine(bytes: bytes, range: close + 1..<line.content.upperBound).content, to: &builder)
  }

  /// `# jemdoc: menu{MENU}{index.html}, title{Ada Quill}`; other comments are not text.
  private mutating func comment(_ line: SourceLine) {
    guard line.begins(with: "# jemdoc:"),
      let start = bytes[line.content].firstRange(of: "title{".utf8)?.upperBound,
      let end = bytes[start..<line.content.upperBound].firstIndex(of: UInt8(ascii: "}"))
    else { return }
    var inner = BlockBuilder()
    inline.append(start..<end, to: &inner)
    inner.end()
    if let title = inner.blocks.first?.span { metadata["title"] = title }
  }

  // MARK: Blocks between ~~~

  /// Reads a box. The braces in its first line say what it is: `{Title}`, `{}{img_left}{me.jpg}{Ada Quill}`,
  /// `{}{table}{papers}`, `{Code}{python}`, `{}{raw}`.
  private mutating func box(_ line: SourceLine) {
    builder.end()
    guard let head = lines.peek, head.first == UInt8(ascii: "{") else { return }
    _ = lines.next()
    let braces = Self.braces(bytes, head.content)
    let kind = braces.count > 1 ? String(decoding: bytes[braces[1]], as: UTF8.self) : ""
    if let title = braces.first, !title.isEmpty {
      builder.begin(.paragraph)
      builder.open(.strong)
      inline.append(title, to: &builder)
      builder.close { $0 == .strong }
      builder.end()
    }
    switch kind {
    case "": break
    case "img_left":
      if braces.count > 3, !braces[3].isEmpty {
        var text = SourceTextBuilder()
        text.append(String(decoding: bytes[braces[3]], as: UTF8.self), at: braces[3].lowerBound)
        images.append(text.build().whole)
      }
    case "table": table()
    case "raw":
      let content = lines.skip { $0.repeats("~") < 3 }
      let fragment = HTMLReader.fragment(Array(bytes[content]), base: content.lowerBound)
      builder.append(contentsOf: fragment.blocks)
    // Programs.
    default: lines.skip { $0.repeats("~") < 3 }
    }
  }

  private static func braces(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = range.lowerBound
    while let open = bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: "{")),
      let close = bytes[open..<range.upperBound].firstIndex(of: UInt8(ascii: "}"))
    {
      found.append(open + 1..<close)
      place = close + 1
    }
    return found
  }

  /// Reads rows: cells end with `|`, rows with `||`.
  private mutating func table() {
    let content = lines.skip { $0.repeats("~") < 3 }
    var place = content.lowerBound
    builder.begin(.tableRow)
    var cell = place
    func addCell(to end: Int, _ builder: inout BlockBuilder) {
      builder.beginCell(at: cell)
      inline.append(SourceLine(bytes: bytes, range: cell..<end).content, to: &builder)
    }
    while place < content.upperBound {
      guard bytes[place] == UInt8(ascii: "|") else {
        place += 1
        continue
      }
      addCell(to: place, &builder)
      if place + 1 < content.upperBound, bytes[place + 1] == UInt8(ascii: "|") {
        builder.begin(.tableRow)
        place += 1
      }
      place += 1
      cell = place
    }
    if cell < content.upperBound { addCell(to: content.upperBound, &builder) }
    builder.end()
  }
}

/// The markup within the lines of jemdoc.
private enum JemdocSyntax: InlineSyntax {
  static let delimiters: [(sign: String, mark: SourceText.Mark.Kind?)] = [
    ("*", .strong), ("/", .emphasis), ("_", .underline), ("+", .code),
  ]

  static func construct(_ bytes: [UInt8], at place: Int, to end: Int) -> InlineConstruct? {
    let rest = bytes[place..<end]
    switch bytes[place] {
    case UInt8(ascii: "\\"):
      guard let next = rest.dropFirst().first else { return InlineConstruct(end: end) }
      // `\n` breaks the line; another sign after a backslash is itself.
      let isBreak = next == UInt8(ascii: "n") && !(rest.dropFirst(2).first.map(isLetter) ?? false)
      if isBreak { return InlineConstruct(end: place + 2, text: "\n") }
      return isLetter(next)
        ? nil : .escape(bytes, at: place, to: end)
    case UInt8(ascii: "["): return link(bytes, at: place, to: end)
    case UInt8(ascii: "{") where rest.starts(with: "{{".utf8):
      // HTML that is passed on: only tags within a line.
      guard let close = rest.firstRange(of: "}}".utf8) else { return nil }
      return InlineConstruct(end: close.upperBound)
    default: return nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// `[https://a.example text]`; brackets within the text are escaped. A bracket with anything else is text.
  private static func link(_ bytes: [UInt8], at place: Int, to end: Int) -> InlineConstruct? {
    var close = place + 1
    while close < end, bytes[close] != UInt8(ascii: "]") {
      close += bytes[close] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard close < end else { return nil }
    let inner = bytes[(place + 1)..<close]
    let target = inner.prefix { $0 > 0x20 }
    let address = String(decoding: target, as: UTF8.self)
    let isAddress =
      address.contains("/") || address.contains("@") || address.hasPrefix("#")
      || [".html", ".pdf", ".htm", ".md", ".txt"].contains(where: address.hasSuffix)
    guard isAddress, !address.isEmpty else { return nil }
    let text = inner.dropFirst(target.count).drop { $0 <= 0x20 }
    let shown = text.isEmpty ? target.startIndex..<close : text.startIndex..<close
    return InlineConstruct(end: close + 1, shown: shown, mark: .link(address))
  }
}
