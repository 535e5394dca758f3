package import KGText

/// Reads BibTeX: entries with the places of their fields. `@string` names are expanded, comments are
/// skipped.
package struct BibTeXReader {
  private let bytes: [UInt8]
  private var place = 0
  private var strings: [String: Range<Int>] = [:]

  /// Calls the body for each entry in order, one at a time: a file may have a hundred thousand.
  package static func forEach(of bytes: [UInt8], _ visit: (BibTeXEntry) -> Void) {
    var reader = BibTeXReader(bytes: LineEnds.normalized(bytes))
    while let entry = reader.next() { visit(entry) }
  }

  /// Whether a text is a list of entries: it begins with one, apart from comments. A page that only
  /// quotes an entry is not a list.
  static func isBibTeX(_ text: some StringProtocol) -> Bool {
    var rest = Substring(text).unicodeScalars
    var first = rest
    repeat {
      first = rest.prefix { !isNewline($0) }
      rest = rest[first.endIndex...].drop(while: isNewline)
      first = first.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    } while !rest.isEmpty
      && (first.isEmpty || first.first == "%" || first.elementsEqual("---".unicodeScalars))
    guard first.first == "@" else { return false }
    let type = first.dropFirst().prefix { $0.isLetter }
    let open = first.dropFirst(1 + type.count).drop { $0 == " " }.first
    return types.contains(Substring(type).lowercased()) && (open == "{" || open == "(")
  }

  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    (0x0A...0x0D).contains(scalar.value) || scalar.isOne(of: "\u{85}\u{2028}\u{2029}")
  }

  private static let types: Set<String> = [
    "article", "inproceedings", "conference", "misc", "book", "incollection", "inbook",
    "techreport", "phdthesis", "mastersthesis", "unpublished", "proceedings", "online", "patent",
    "string", "manual", "booklet", "thesis", "report", "preprint",
  ]

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func next() -> BibTeXEntry? {
    while let next = byte {
      place += 1
      if next == UInt8(ascii: "@"), let entry = entry() { return entry }
      // BibTeX has no `%` comments, but many files use them.
      if next == UInt8(ascii: "%"), isLineStart(place - 1) { skipLine() }
    }
    return nil
  }

  private func isLineStart(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
    return before < 0 || bytes[before] == UInt8(ascii: "\n")
  }

  private func isEntryStart(_ index: Int) -> Bool {
    let name = bytes[(index + 1)...].prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    return Self.types.contains(String(decoding: name, as: UTF8.self).lowercased())
      && bytes[name.endIndex...].first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  private mutating func skipLine() {
    while let next = byte, next != UInt8(ascii: "\n") { place += 1 }
  }

  private mutating func skipBlanks() {
    while let next = byte, next <= 0x20 { place += 1 }
  }

  private mutating func word() -> String {
    let start = place
    while let next = byte, next > 0x20, !"{}(),=\"#%".utf8.contains(next) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func entry() -> BibTeXEntry? {
    let type = word().lowercased()
    skipBlanks()
    guard !type.isEmpty, let open = byte, open == UInt8(ascii: "{") || open == UInt8(ascii: "(")
    else { return nil }
    if type == "comment" || type == "preamble" {
      skipGroup()
      return nil
    }
    place += 1
    skipBlanks()
    if type == "string" {
      let name = word().lowercased()
      skipBlanks()
      guard byte == UInt8(ascii: "=") else { return nil }
      place += 1
      if let value = values().first { strings[name] = value }
      return nil
    }
    let key = word()
    skipBlanks()
    if byte == UInt8(ascii: ",") { place += 1 }
    return BibTeXEntry(type: type, key: key, fields: fields())
  }

  private mutating func fields() -> [String: Span] {
    var fields: [String: Span] = [:]
    while let next = byte {
      skipBlanks()
      if next == UInt8(ascii: "}") || next == UInt8(ascii: ")") {
        place += 1
        break
      }
      let before = place
      let name = word().lowercased()
      skipBlanks()
      if byte == UInt8(ascii: "="), !name.isEmpty {
        place += 1
        let parts = values()
        // Of two fields with one name, BibTeX uses the first.
        if fields[name] == nil, let span = span(parts) { fields[name] = span }
      }
      skipBlanks()
      if byte == UInt8(ascii: ",") { place += 1 }
      // An entry whose end is missing ends where the next one begins.
      if byte == UInt8(ascii: "@"), isLineStart(place) { break }
      if place == before { place += 1 }
    }
    return fields
  }

  /// The parts of a value, which `#` joins.
  private mutating func values() -> [Range<Int>] {
    var parts: [Range<Int>] = []
    while true {
      skipBlanks()
      guard let next = byte else { break }
      if next == UInt8(ascii: "{") {
        let start = place + 1
        // The brace that ends the group is not part of the value.
        let end = skipGroup() ? place - 1 : place
        parts.append(start..<max(start, end))
      } else if next == UInt8(ascii: "\"") {
        place += 1
        let start = place
        var depth = 0
        while let inner = byte, depth > 0 || inner != UInt8(ascii: "\"") {
          if inner == UInt8(ascii: "{") { depth += 1 }
          if inner == UInt8(ascii: "}") { depth -= 1 }
          place += inner == UInt8(ascii: "\\") ? 2 : 1
        }
        place = min(place, bytes.count)
        parts.append(start..<place)
        place = min(place + 1, bytes.count)
      } else {
        let start = place
        let text = word()
        if text.isEmpty { break }
        parts.append(strings[text.lowercased()] ?? start..<place)
      }
      skipBlanks()
      guard byte == UInt8(ascii: "#") else { break }
      place += 1
    }
    return parts
  }

  /// Moves past a group in braces or parentheses; `false` when its end is missing.
  @discardableResult
  private mutating func skipGroup() -> Bool {
    var depth = 0
    while let next = byte {
      // A value whose end is missing ends where the next entry begins.
      if next == UInt8(ascii: "@"), isLineStart(place), isEntryStart(place) { return false }
      place += next == UInt8(ascii: "\\") ? 2 : 1
      if next == UInt8(ascii: "{") || next == UInt8(ascii: "(") && depth == 0 { depth += 1 }
      if next == UInt8(ascii: "}") || next == UInt8(ascii: ")") && depth == 1 { depth -= 1 }
      if depth <= 0 {
        place = min(place, bytes.count)
        return true
      }
    }
    place = bytes.count
    return false
  }

  private func span(_ parts: [Range<Int>]) -> Span? {
    guard let first = parts.first else { return nil }
    let text = LaTeXReader.text(bytes, in: first)
    guard parts.count > 1 else { return text.isEmpty ? nil : text }
    var builder = SourceTextBuilder()
    for part in parts {
      let piece = LaTeXReader.text(bytes, in: part)
      for index in piece.range {
        builder.append(
          String(piece.text.scalars[index]), for: piece.slice(index..<index + 1).byteRange)
      }
    }
    return builder.build().whole.trimmed
  }
}
