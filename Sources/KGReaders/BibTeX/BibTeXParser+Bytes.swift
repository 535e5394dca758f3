/// The bytes at the place of the parser, and where entries begin.
extension BibTeXParser {
  var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

  func closing(_ open: UInt8) -> UInt8 {
    open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte.isOne(of: "-_+.:/")
  }

  /// Moves past white space, and past the comments that many files have between fields: a `%` up to the
  /// end of its line.
  mutating func skipBlanks() {
    while let next = byte {
      if next == UInt8(ascii: "%") {
        place = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      } else if next <= 0x20 {
        place += 1
      } else {
        return
      }
    }
  }

  /// The next byte that is not white space.
  func nextSign() -> UInt8? { bytes[place...].first { $0 > 0x20 } }

  /// Reads a run of bytes other than white space and signs of the syntax; empty when there is none.
  mutating func word() -> String {
    let start = place
    while let next = byte, next > 0x20, !next.isOne(of: "{}(),=\"#%") { place += 1 }
    return text(start..<place)
  }

  // MARK: Beginnings of entries

  /// Types whose entries are recognized by their name alone.
  private static let types: Set<String> = [
    "article", "book", "booklet", "collection", "comment", "conference", "dataset", "electronic",
    "inbook", "incollection", "inproceedings", "inreference", "manual", "mastersthesis", "misc",
    "mvbook", "mvcollection", "mvproceedings", "mvreference", "online", "patent", "periodical",
    "phdthesis", "preamble", "preprint", "proceedings", "reference", "report", "set", "software",
    "string", "suppbook", "suppcollection", "suppperiodical", "techreport", "thesis",
    "unpublished", "www", "xdata",
  ]

  /// The type of the entry that begins at an `@`, in lower case, and its opening delimiter; `nil` when none
  /// begins there. An entry of an unknown type must have a key and a field.
  func entryStart(_ at: Int) -> (type: String, open: Int)? {
    guard let first = bytes[(at + 1)...].firstIndex(where: { $0 > 0x20 }),
      Self.isLetter(bytes[first])
    else { return nil }
    let end = bytes[first...].firstIndex { !Self.isNameByte($0) } ?? bytes.count
    guard end - first <= 40, let open = bytes[end...].firstIndex(where: { $0 > 0x20 }),
      bytes[open] == UInt8(ascii: "{") || bytes[open] == UInt8(ascii: "(")
    else { return nil }
    let type = text(first..<end).lowercased()
    let isKnown = Self.types.contains(type)
    // `ada@home (2019)` is a text.
    if isKnown, bytes[open] == UInt8(ascii: "{") { return (type, open) }
    return hasKeyAndField(open + 1) || isKnown && type == "string" ? (type, open) : nil
  }

  func isEntryStart(_ at: Int) -> Bool { bytes[at] == UInt8(ascii: "@") && entryStart(at) != nil }

  private func hasKeyAndField(_ start: Int) -> Bool {
    let limit = min(bytes.count, start + 400)
    guard let comma = bytes[start..<limit].firstIndex(where: { $0.isOne(of: ",{}=\n") }),
      bytes[comma] == UInt8(ascii: ","),
      let name = bytes[(comma + 1)...].firstIndex(where: { $0 > 0x20 })
    else { return false }
    let end = bytes[name...].firstIndex { !Self.isNameByte($0) } ?? bytes.count
    return end > name && bytes[end...].first { $0 > 0x20 } == UInt8(ascii: "=")
  }

  func isAtLineStart(_ index: Int) -> Bool {
    let before = bytes[..<index].last { $0 != 0x20 && $0 != 0x09 }
    return before == nil || before == UInt8(ascii: "\n")
  }

  /// Whether the line of an `@` begins with a `%` and has nothing else before it.
  func isCommentedOut(_ at: Int) -> Bool {
    let before = bytes[..<at].last { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "%") }
    guard before == nil || before == UInt8(ascii: "\n") else { return false }
    return bytes[..<at].reversed().prefix { $0 != UInt8(ascii: "\n") }.contains(UInt8(ascii: "%"))
  }
}

extension UInt8 {
  /// Whether it is one of some ASCII characters.
  @inline(__always)
  func isOne(of characters: StaticString) -> Bool {
    characters.withUTF8Buffer { $0.contains(self) }
  }
}
