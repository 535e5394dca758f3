package import KGText

/// Reads a document of Typst into blocks: its markup, and the texts that functions are called with, apart
/// and in order. Nothing is evaluated.
///
/// Source: Typst's reference, <https://typst.app/docs/reference/syntax/>.
package enum TypstReader {
  /// The blocks of a document; the author that a template is called with as metadata.
  package static func read(_ bytes: [UInt8]) -> Document {
    var walker = TypstWalker(bytes)
    walker.walk()
    return Document(kind: .typst, metadata: walker.metadata, blocks: walker.builder.blocks)
  }
}

private struct TypstWalker {
  private let bytes: [UInt8]
  var builder = BlockBuilder()
  private(set) var metadata: [String: Span] = [:]
  private var place: Int
  private var end: Int
  private var depth = 0
  private var isAtLineStart = true
  /// Whether the texts of a call are being read as the cells of a row.
  private var isInCell = false

  private static let maximumDepth = 40

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    end = bytes.count
  }

  mutating func walk() {
    while place < end { step() }
    builder.end()
  }

  private func starts(_ text: String) -> Bool { bytes[place..<end].starts(with: text.utf8) }

  private var previous: UInt8 { place > 0 ? bytes[place - 1] : 0x0A }

  // MARK: Markup

  private mutating func step() {
    if isAtLineStart, readLineMarker() { return }
    let byte = bytes[place]
    if byte > 0x20 { isAtLineStart = false }
    switch byte {
    case UInt8(ascii: "\n"): lineEnd()
    case UInt8(ascii: "/") where starts("//") && previous != UInt8(ascii: ":"):
      place = bytes[place..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
    case UInt8(ascii: "/") where starts("/*"):
      place = bytes[place..<end].firstRange(of: "*/".utf8)?.upperBound ?? end
    case UInt8(ascii: "\\"): backslash()
    case UInt8(ascii: "*"): toggle(.strong)
    case UInt8(ascii: "_") where !isInWord: toggle(.emphasis)
    case UInt8(ascii: "`"): raw()
    case UInt8(ascii: "~"): show("\u{A0}", 1)
    case UInt8(ascii: "-") where starts("---"): show("—", 3)
    case UInt8(ascii: "-") where starts("--"): show("–", 2)
    case UInt8(ascii: "#"): code()
    case UInt8(ascii: "<") where labelLength != nil: place += labelLength ?? 1
    default: text()
    }
  }

  private var isInWord: Bool {
    let next = place + 1 < end ? bytes[place + 1] : 0x20
    return Self.isWord(previous) && Self.isWord(next)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private mutating func show(_ shown: String, _ length: Int) {
    builder.append(shown, for: place..<place + length)
    place += length
  }

  /// Adds text up to the next byte that may be markup.
  private mutating func text() {
    let start = place
    place += 1
    while place < end, !"\n/\\*_`~-#<".utf8.contains(bytes[place]) { place += 1 }
    var from = start
    if builder.isEmpty || builder.lastScalar?.isBlank == true {
      while from < place, bytes[from] <= 0x20 { from += 1 }
    }
    builder.append(String(decoding: bytes[from..<place], as: UTF8.self), at: from)
  }

  private mutating func lineEnd() {
    let start = place
    let blanks = bytes[place..<end].prefix { $0 <= 0x20 }
    place = blanks.endIndex
    isAtLineStart = true
    if blanks.count(where: { $0 == UInt8(ascii: "\n") }) > 1, !isInCell { return builder.end() }
    if !builder.isEmpty, builder.lastScalar?.isBlank == false {
      builder.append(" ", for: start..<place)
    }
  }

  /// Reads `= Title`, `- item`, `+ item`, `1. item` or `/ term: text`; returns whether the line begins so.
  private mutating func readLineMarker() -> Bool {
    isAtLineStart = false
    guard !isInCell else { return false }
    let line = SourceLine(bytes: bytes, range: place..<lineEnd(from: place))
    let level = line.repeats("=")
    if level > 0, bytes[line.content].dropFirst(level).first == 0x20 {
      builder.begin(.heading(level: min(level, 6)))
      place = line.content(after: level).lowerBound
      readMarkup(to: line.range.upperBound)
      builder.end()
      return true
    }
    let bullet = line.first.map { "-+".utf8.contains($0) } ?? false
    let length = bullet && bytes[line.content].dropFirst().first == 0x20 ? 1 : line.numberLength
    if let length {
      let isOrdered = line.first != UInt8(ascii: "-")
      builder.begin(.listItem(depth: 1 + indent / 2, ordered: isOrdered))
      place = line.content(after: length).lowerBound
      return true
    }
    if line.begins(with: "/ "),
      let colon = bytes[line.content].prefix(Self.maximumTermLength).firstIndex(
        of: UInt8(ascii: ":"))
    {
      builder.begin(.tableRow)
      place = line.content(after: 1).lowerBound
      readMarkup(to: colon)
      builder.append("\t", for: colon..<colon + 1)
      place = colon + 1
      return true
    }
    return false
  }

  /// The line that was looked at last, up to its end. Markup may begin in the middle of it, often.
  private var knownLine = 0..<0
  /// A longer term is a sentence.
  private static let maximumTermLength = 200  // bytes

  /// Where the line ends that a place is in, or the content that is being read.
  private mutating func lineEnd(from place: Int) -> Int {
    if !knownLine.contains(place) {
      knownLine = place..<(bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
    }
    return min(knownLine.upperBound, end)
  }

  /// The number of blanks before the place in its line.
  private var indent: Int {
    bytes[..<place].suffix(40).reversed().prefix { $0 == 0x20 }.count
  }

  /// Reads the markup up to a place, as the content of a function.
  private mutating func readMarkup(to limit: Int) {
    guard depth < Self.maximumDepth else {
      place = limit
      return
    }
    depth += 1
    let outer = end
    end = limit
    while place < end { step() }
    end = outer
    depth -= 1
  }

  private mutating func backslash() {
    guard place + 1 < end, bytes[place + 1] > 0x20 else {
      // A backslash before a blank breaks the line.
      if !builder.isEmpty { builder.append("\n", for: place..<place + 1) }
      place = bytes[(place + 1)..<end].firstIndex { $0 > 0x20 || $0 == 0x0A } ?? end
      if place < end, bytes[place] == 0x0A { place += 1 }
      isAtLineStart = true
      return
    }
    let character = String(decoding: bytes[(place + 1)..<min(end, place + 5)], as: UTF8.self)
      .unicodeScalars
    let scalar = character.first.map { String($0) } ?? ""
    builder.append(scalar, at: place + 1)
    place += 1 + scalar.utf8.count
  }

  private var openMarks: Set<SourceText.Mark.Kind> = []

  private mutating func toggle(_ mark: SourceText.Mark.Kind) {
    place += 1
    if openMarks.remove(mark) != nil {
      builder.close { $0 == mark }
    } else {
      openMarks.insert(mark)
      builder.open(mark)
    }
  }

  private mutating func raw() {
    let fence = bytes[place..<end].prefix { $0 == UInt8(ascii: "`") }
    let start = fence.endIndex
    if fence.count == 2 {
      place = start
      return
    }
    let close = bytes[start..<end].firstRange(of: fence)
    // Three signs are a program.
    if fence.count == 1, let close {
      builder.open(.code)
      builder.append(String(decoding: bytes[start..<close.lowerBound], as: UTF8.self), at: start)
      builder.close { $0 == .code }
    }
    place = close?.upperBound ?? end
  }

  /// The length of a label `<name>`; `nil` when none begins here.
  private var labelLength: Int? {
    let name = bytes[(place + 1)..<end].prefix { Self.isWord($0) || "-_.:".utf8.contains($0) }
    guard !name.isEmpty, name.endIndex < end, bytes[name.endIndex] == UInt8(ascii: ">") else {
      return nil
    }
    return name.count + 2
  }

  // MARK: Code

  private mutating func code() {
    let start = place
    place += 1
    let name = identifier()
    switch name {
    case "": builder.append("#", at: start)
    case "set", "import", "include", "let", "context", "if", "for", "while": skipStatement()
    case "show": show()
    default: call(name)
    }
  }

  private mutating func identifier() -> String {
    let name = bytes[place..<end].prefix { Self.isWord($0) || "-_.".utf8.contains($0) }
    place = name.endIndex
    // A full stop after a name ends the sentence.
    while place > name.startIndex, bytes[place - 1] == UInt8(ascii: ".") { place -= 1 }
    return String(decoding: bytes[name.startIndex..<place], as: UTF8.self)
  }

  /// Skips a statement: up to the end of its line, and of all brackets that open in it.
  private mutating func skipStatement() {
    var open = 0
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""): place = endOfString(from: place) - 1
      case UInt8(ascii: "/") where starts("//"):
        place = (bytes[place..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end) - 1
      case let byte where "([{".utf8.contains(byte): open += 1
      case let byte where ")]}".utf8.contains(byte): open -= 1
      case UInt8(ascii: "\n") where open <= 0, UInt8(ascii: ";") where open <= 0:
        place += 1
        isAtLineStart = true
        return
      default: break
      }
      place += 1
    }
  }

  /// `#show: resume.with(author: "Ada Quill", …)` states the owner.
  private mutating func show() {
    let start = place
    skipStatement()
    for (key, name) in [("author", "name"), ("name", "name"), ("title", "title")]
    where metadata[name] == nil {
      guard let label = bytes[start..<place].firstRange(of: (key + ":").utf8),
        label.lowerBound == start || !Self.isWord(bytes[label.lowerBound - 1]),
        let quote = bytes[label.upperBound..<place].first(where: { $0 > 0x20 }),
        quote == UInt8(ascii: "\""),
        let open = bytes[label.upperBound..<place].firstIndex(of: quote)
      else { continue }
      // A string that nothing closes ends with the document.
      let text = open + 1..<max(open + 1, endOfString(from: open) - 1)
      var built = SourceTextBuilder()
      built.append(String(decoding: bytes[text], as: UTF8.self), at: text.lowerBound)
      if !text.isEmpty { metadata[name] = built.build().whole }
    }
  }

  /// Where a string ends that begins at a quotation mark, after the mark that closes it.
  private func endOfString(from start: Int) -> Int {
    var place = start + 1
    while place < end, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place + 1, end)
  }

  /// Where the bracket closes that opens at a place, after it; the end when it does not.
  private func endOfBracket(from start: Int) -> Int {
    var depth = 0
    var place = start
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\"") where bytes[start] != UInt8(ascii: "["):
        place = endOfString(from: place) - 1
      case UInt8(ascii: "\\"): place += 1
      case let byte where "([{".utf8.contains(byte): depth += 1
      case let byte where ")]}".utf8.contains(byte):
        depth -= 1
        if depth == 0 { return place + 1 }
      default: break
      }
      place += 1
    }
    return end
  }

  /// A text that a function is called with.
  private struct Argument {
    let range: Range<Int>
    /// Whether it is markup in brackets; else it is a string or a call.
    let isContent: Bool
    /// Nested calls are read for their texts, which are joined.
    var parts: [Argument] = []
  }

  /// Functions that show their content as part of the text around it.
  private static let inline: Set<String> = [
    "text", "strong", "emph", "underline", "smallcaps", "highlight", "super", "sub", "box", "upper",
    "lower", "align", "block", "pad", "par", "raw", "quote", "footnote", "strike", "overline",
  ]
  /// Functions that show nothing.
  private static let silent: Set<String> = [
    "image", "line", "rect", "circle", "bibliography", "outline", "counter", "cite", "ref", "place",
    "pagebreak", "colbreak", "fa-icon", "icon", "lorem",
  ]

  /// Reads a call: the texts of an inline function are shown, those of any other are the cells of a row.
  private mutating func call(_ name: String) {
    let start = place
    var arguments: [Argument] = []
    var callEnd = place
    if place < end, bytes[place] == UInt8(ascii: "(") {
      callEnd = endOfBracket(from: place)
      arguments = Self.texts(of: self, in: place + 1..<max(place + 1, callEnd - 1))
      place = callEnd
    }
    while place < end, bytes[place] == UInt8(ascii: "[") {
      callEnd = endOfBracket(from: place)
      arguments.append(Argument(range: place + 1..<max(place + 1, callEnd - 1), isContent: true))
      place = callEnd
    }
    guard callEnd > start else { return }
    switch name {
    case "h": space(in: start..<callEnd)
    case "v", "parbreak": if !isInCell { builder.end() }
    case "linebreak": builder.append("\n", for: start..<callEnd)
    case "link": link(arguments)
    case _ where Self.silent.contains(name): break
    case _ where Self.inline.contains(name) || isInCell: showInline(arguments, name)
    default: row(arguments)
    }
    place = callEnd
  }

  private mutating func space(in call: Range<Int>) {
    let isFill = bytes[call].firstRange(of: "fr".utf8) != nil
    if !builder.isEmpty { builder.append(isFill && !isInCell ? "\t" : " ", for: call) }
  }

  private mutating func link(_ arguments: [Argument]) {
    guard let target = arguments.first else { return }
    let address = String(decoding: bytes[target.range], as: UTF8.self)
    // A personal address is not shown either, whatever its text is.
    builder.open(.link(address))
    show(arguments.count > 1 ? arguments[1] : target)
    builder.close(\.isLink)
  }

  private mutating func showInline(_ arguments: [Argument], _ name: String) {
    let mark: SourceText.Mark.Kind? = name == "strong" ? .strong : name == "emph" ? .emphasis : nil
    if let mark { builder.open(mark) }
    let contents = arguments.filter(\.isContent)
    for argument in contents.isEmpty ? arguments : contents {
      if builder.lastScalar.map({ !$0.isBlank }) ?? false, arguments.count > 1 {
        builder.append(" ", for: argument.range.lowerBound..<argument.range.lowerBound)
      }
      show(argument)
    }
    if let mark { builder.close { $0 == mark } }
  }

  private mutating func show(_ argument: Argument) {
    if !argument.parts.isEmpty {
      for (index, part) in argument.parts.enumerated() {
        if index > 0 {
          builder.append(" – ", for: part.range.lowerBound..<part.range.lowerBound)
        }
        show(part)
      }
    } else if argument.isContent {
      place = argument.range.lowerBound
      isAtLineStart = true
      readMarkup(to: argument.range.upperBound)
    } else {
      builder.append(
        String(decoding: bytes[argument.range], as: UTF8.self), at: argument.range.lowerBound)
    }
  }

  /// Adds a row of the texts; content with lists or paragraphs follows it as blocks of its own.
  private mutating func row(_ arguments: [Argument]) {
    let bodies = arguments.filter { $0.isContent && isBody($0.range) }
    let cells = arguments.filter { !($0.isContent && isBody($0.range)) }
    builder.begin(.tableRow)
    isInCell = true
    for (index, cell) in cells.enumerated() {
      if index > 0 { builder.append("\t", for: cell.range.lowerBound..<cell.range.lowerBound) }
      show(cell)
    }
    isInCell = false
    builder.end()
    for body in bodies {
      show(body)
      builder.end()
    }
  }

  /// Whether content has lines of its own: items, calls or paragraphs.
  private func isBody(_ range: Range<Int>) -> Bool {
    var lines = SourceLines(bytes, in: range)
    var count = 0
    while let line = lines.next() {
      if !line.isBlank { count += 1 }
      let isMarked = line.first.map { "-+=#".utf8.contains($0) } ?? false
      if isMarked, count > 1 || line.begins(with: "- ") || line.begins(with: "+ ") { return true }
    }
    return false
  }

  /// The strings and contents among arguments, in order; those that only set a style are left out.
  private static func texts(of walker: TypstWalker, in range: Range<Int>) -> [Argument] {
    var found: [Argument] = []
    let bytes = walker.bytes
    var place = range.lowerBound
    var key = ""
    while place < range.upperBound {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        let close = min(walker.endOfString(from: place), range.upperBound)
        let text = place + 1..<max(place + 1, close - 1)
        if !styles.contains(key), !text.isEmpty {
          found.append(Argument(range: text, isContent: false))
        }
        place = close
      case UInt8(ascii: "["):
        let close = min(walker.endOfBracket(from: place), range.upperBound)
        found.append(Argument(range: place + 1..<max(place + 1, close - 1), isContent: true))
        place = close
      case UInt8(ascii: "("):
        let close = min(walker.endOfBracket(from: place), range.upperBound)
        let inner = place + 1..<max(place + 1, close - 1)
        if walker.depth < maximumDepth, !styles.contains(key) {
          var nested = walker
          nested.depth += 1
          let parts = texts(of: nested, in: inner)
          if !parts.isEmpty { found.append(Argument(range: inner, isContent: false, parts: parts)) }
        }
        place = close
      case UInt8(ascii: ","):
        key = ""
        place += 1
      case UInt8(ascii: "/") where bytes[place..<range.upperBound].starts(with: "//".utf8):
        place = bytes[place..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      case let byte where isWord(byte):
        let word = bytes[place..<range.upperBound].prefix { isWord($0) || "-_".utf8.contains($0) }
        place = word.endIndex
        if place < range.upperBound, bytes[place] == UInt8(ascii: ":") {
          key = String(decoding: word, as: UTF8.self)
        }
      default: place += 1
      }
    }
    return found
  }

  /// Named arguments whose value is not a text.
  private static let styles: Set<String> = [
    "columns", "rows", "gutter", "column-gutter", "row-gutter", "align", "font", "fill", "stroke",
    "inset", "width", "height", "size", "weight", "style", "lang", "region", "paper", "margin",
    "color", "icon", "radius", "dir", "spacing", "leading", "tracking", "format", "supplement",
  ]
}
