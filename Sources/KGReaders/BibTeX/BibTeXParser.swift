/// Parses the syntax of BibTeX, entry by entry:
///
///     file     = { text | "@" type ( "{" body "}" | "(" body ")" ) }
///     body     = key { "," name "=" value } [ "," ]            an entry
///              | name "=" value                                @string
///     value    = piece { "#" piece }
///     piece    = "{" balanced "}" | '"' balanced '"' | digits | macro
///
/// Text between entries is a comment. Within a value every brace counts, after a backslash, too. What is
/// not closed ends where the next entry begins, and is reported.
struct BibTeXParser {
  let bytes: [UInt8]
  var place = 0
  private var macros = BibTeXMacros()
  /// Where the name of the last field begins.
  private var fieldStart = 0
  /// What was not read so far, or not as it is written.
  private(set) var problems: [(range: Range<Int>, reason: String)] = []
  /// The bytes that may still be searched for missing ends, which are searched for up to the end of the
  /// file.
  var searchBudget: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    searchBudget = 8 * bytes.count + 1 << 16
  }

  /// The next entry; `nil` at the end.
  mutating func next() -> BibTeXRawEntry? {
    while let item = nextItem() {
      if let entry = item.entry { return entry }
    }
    return nil
  }

  /// Moves past the next entry or command.
  ///
  /// - Returns: Where it begins, and the entry, which is `nil` for a command and for an entry that is
  ///   commented out; `nil` at the end.
  mutating func nextItem() -> (start: Int, entry: BibTeXRawEntry?)? {
    while let at = bytes[place...].firstIndex(of: UInt8(ascii: "@")) {
      place = at + 1
      guard let start = entryStart(at) else { continue }
      if isCommentedOut(at) {
        if !Self.commands.contains(start.type) { report(at..<start.open, "commented out with %") }
        return (at, nil)
      }
      place = start.open
      switch start.type {
      case "comment", "preamble": skipCommand()
      case "string": macroDefinitions()
      default: return (at, entry(start.type, at: at))
      }
      return (at, nil)
    }
    place = bytes.count
    return nil
  }

  mutating func report(_ range: Range<Int>, _ reason: String) { problems.append((range, reason)) }

  // MARK: Commands

  private static let commands: Set<String> = ["comment", "preamble", "string"]

  private mutating func skipCommand() {
    let open = place
    // A comment that is not closed is a line.
    if !skipBalanced() { place = bytes[open...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }
  }

  private mutating func macroDefinitions() {
    let close = closing(bytes[place])
    place += 1
    while true {
      skipBlanks()
      fieldStart = place
      let name = word()
      skipBlanks()
      guard !name.isEmpty, byte == UInt8(ascii: "=") else { break }
      place += 1
      let value = value(until: close)
      if !value.isEmpty { macros.define(name, value) }
      skipBlanks()
      guard byte == UInt8(ascii: ",") else { break }
      place += 1
    }
    if byte == close { place += 1 }
  }

  // MARK: Entries

  private mutating func entry(_ type: String, at start: Int) -> BibTeXRawEntry {
    let close = closing(bytes[place])
    place += 1
    let key = key(until: close)
    var entry = BibTeXRawEntry(type: type, key: text(key), head: start..<key.upperBound)
    let problemCount = problems.count
    while true {
      skipBlanks()
      guard let next = byte, !isEntryStart(place) else { break }
      if next == close {
        place += 1
        guard isCommaBeforeField(place) else { return entry }
        report(place - 1..<place, "a closing brace too many")
      }
      field(of: &entry, until: close)
    }
    if problems.count == problemCount { report(entry.head, "the entry is not closed") }
    return entry
  }

  /// Reads the key of an entry, and the comma after it; returns the bytes of the key. A key is anything
  /// without a comma.
  private mutating func key(until close: UInt8) -> Range<Int> {
    skipBlanks()
    let start = place
    let isInBraces = close == UInt8(ascii: "}")
    while let next = byte, next > 0x20, next != UInt8(ascii: ","), next != UInt8(ascii: "{"),
      next != close || !isInBraces
    {
      place += 1
    }
    let sign = nextSign()
    // In an entry in parentheses a key may contain them.
    if !isInBraces, place > start, bytes[place - 1] == close, sign != UInt8(ascii: ",") {
      place -= 1
      return start..<place
    }
    let isField =
      sign == UInt8(ascii: "=")
      || byte == UInt8(ascii: "{") && bytes[start..<place].last == UInt8(ascii: "=")
    if isField {
      place = start
      return start..<start
    }
    // A key with spaces; where a field begins instead, the comma is missing.
    if sign != UInt8(ascii: ","), sign != close, let comma = commaOfKey(from: place) {
      place = comma
    }
    let end = place
    skipBlanks()
    if byte == UInt8(ascii: ",") { place += 1 }
    return start..<end
  }

  /// The comma that ends a key with spaces; `nil` when a field begins before it.
  private func commaOfKey(from start: Int) -> Int? {
    let end = bytes[start...].firstIndex { $0.isOne(of: ",={}\"\n") }
    return end.flatMap { bytes[$0] == UInt8(ascii: ",") ? $0 : nil }
  }

  /// Reads a field; a sign or a word that is not the beginning of one is skipped.
  private mutating func field(of entry: inout BibTeXRawEntry, until close: UInt8) {
    let start = place
    fieldStart = start
    let name = word()
    skipBlanks()
    switch byte {
    case UInt8(ascii: "=") where !name.isEmpty:
      place += 1
      entry.add(name.lowercased(), value(until: close))
    case UInt8(ascii: "{"), UInt8(ascii: "\""):
      // The equals sign is missing, or the group belongs to nothing.
      let value = value(until: close)
      if !name.isEmpty { entry.add(name.lowercased(), value) }
    default: break
    }
    if place == start { place += 1 }
  }

  // MARK: Values

  /// Reads the pieces of a value, which `#` joins.
  private mutating func value(until close: UInt8) -> BibTeXValue {
    var value = BibTeXValue()
    while true {
      skipBlanks()
      guard let next = byte else { return value }
      switch next {
      case UInt8(ascii: "{"), UInt8(ascii: "\""): value.append(delimited())
      default:
        let range = bareWord(until: close)
        if range.isEmpty { return value }
        value.append(macros.value(of: text(range), at: range))
      }
      skipBlanks()
      guard byte == UInt8(ascii: "#") else { return value }
      place += 1
    }
  }

  /// Reads a word without delimiters; several words up to the end of the line are one text.
  private mutating func bareWord(until close: UInt8) -> Range<Int> {
    let start = place
    _ = word()
    let end = bytes[place...].firstIndex { $0 == close || $0.isOne(of: ",#\n={}\"%") }
    guard let end, bytes[end] != UInt8(ascii: "="), bytes[end] != UInt8(ascii: "{"),
      let last = bytes[place..<end].lastIndex(where: { $0 > 0x20 })
    else { return start..<place }
    place = last + 1
    return start..<place
  }

  /// Reads a piece in braces or quotation marks; returns the bytes within.
  private mutating func delimited() -> Range<Int> {
    let open = place
    let end = bytes[open] == UInt8(ascii: "{") ? endOfGroup(open) : endOfQuotation(open)
    switch end {
    case .closed(let end):
      // Where the brace of the entry closes a value, the entry has no end.
      if isBeforeEntryOrEnd(end + 1), let value = fieldsWithin(open + 1..<end) {
        return unclosed(open, value)
      }
      place = end + 1
      return open + 1..<end
    case .missing(let limit):
      let range = open + 1..<limit
      return unclosed(open, fieldsWithin(range) ?? trimmed(range))
    }
  }

  private mutating func unclosed(_ open: Int, _ value: Range<Int>) -> Range<Int> {
    report(min(fieldStart, open)..<open + 1, "a value is not closed")
    place = value.upperBound
    return value
  }
}
