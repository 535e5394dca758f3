internal import KGModel

/// The markup of one line of `pdftohtml`: a tag with attributes, and text with tags for bold and italic
/// type and for links.
///
/// It is searched by bytes: in text of a PDF any character can be beside a sign of markup, and a
/// combining mark after `>` is one `Character` with it.
enum PDFMarkup {
  typealias Bytes = ArraySlice<UInt8>

  /// A run of text in one typeface.
  struct Run: Equatable {
    var text: String
    var isBold: Bool
    var isItalic: Bool
    /// The target of a link; `nil` without a link, or when it leads to a place in the document.
    var link: String?
  }

  /// The values of the attributes of a tag by name, up to the first attribute without quotation marks.
  static func attributes(of tag: Bytes) -> [String: String] {
    var values: [String: String] = [:]
    var rest = tag.prefix { $0 != UInt8(ascii: ">") }
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let name = rest[..<equals].reversed().prefix(while: isLetter).reversed()
      let quoted = rest[(equals + 1)...]
      guard quoted.first == quote, let end = quoted.dropFirst().firstIndex(of: quote) else { break }
      values[text(name)] = text(quoted[(quoted.startIndex + 1)..<end])
      rest = rest[(end + 1)...]
    }
    return values
  }

  /// The text of a line between its tag and `</text>`; empty when one of them is missing.
  static func runs(of line: Bytes) -> [Run] {
    guard let start = line.firstIndex(of: UInt8(ascii: ">")),
      let end = line.firstIndex(ofText: "</text>"), start < end
    else { return [] }
    var reader = RunReader()
    reader.read(line[(start + 1)..<end])
    return reader.runs
  }

  private static let quote = UInt8(ascii: "\"")

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  fileprivate static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  // MARK: Entities

  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]

  /// The longest name of an entity, such as `#x10FFFF`, in bytes.
  private static let maximumEntityLength = 9

  /// Text with entities replaced by their characters; unknown entities are left out.
  static func decoded(_ bytes: Bytes) -> String {
    var result: [UInt8] = []
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<start]
      let name = rest[(start + 1)...]
      guard let end = name.prefix(maximumEntityLength + 1).firstIndex(of: UInt8(ascii: ";"))
      else {
        result.append(UInt8(ascii: "&"))
        rest = name
        continue
      }
      if let scalar = scalar(named: text(name[..<end])) { result += Array(String(scalar).utf8) }
      rest = name[(end + 1)...]
    }
    return text(result + rest)
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if let known = entities[name] { return known }
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x")
    return UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
      .flatMap(Unicode.Scalar.init)
  }
}

/// Reads the text of a line, with the state of its open tags.
private struct RunReader {
  private(set) var runs: [PDFMarkup.Run] = []
  private var bold = 0
  private var italic = 0
  private var link: String?

  mutating func read(_ content: PDFMarkup.Bytes) {
    var rest = content
    while !rest.isEmpty {
      if rest.first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        read(tag: rest[...end])
        rest = rest[(end + 1)...]
      } else {
        // A `<` that no `>` ends is text.
        let length = 1 + rest.dropFirst().prefix { $0 != UInt8(ascii: "<") }.count
        let shown = PDFMarkup.decoded(rest.prefix(length))
        if !shown.isEmpty {
          runs.append(.init(text: shown, isBold: bold > 0, isItalic: italic > 0, link: link))
        }
        rest = rest.dropFirst(length)
      }
    }
  }

  private mutating func read(tag: PDFMarkup.Bytes) {
    switch PDFMarkup.text(tag) {
    case "<b>": bold += 1
    case "</b>": bold -= 1
    case "<i>": italic += 1
    case "</i>": italic -= 1
    case "</a>": link = nil
    case let tag where tag.hasPrefix("<a "): open(tag)
    default: break
    }
  }

  /// Opens a link, unless it leads to a place in the document.
  private mutating func open(_ tag: String) {
    let target = PDFMarkup.attributes(of: Array(tag.utf8)[...])["href"]
      .map { PDFMarkup.decoded(Array($0.utf8)[...]) }
    if let target, !target.hasPrefix("document.html") { link = target }
  }
}
