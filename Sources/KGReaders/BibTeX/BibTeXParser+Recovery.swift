/// Where values end, and where they probably end when the end is missing.
extension BibTeXParser {
  enum ValueEnd {
    /// The place of the closing brace or quotation mark.
    case closed(Int)
    /// There is none before this place.
    case missing(Int)
  }

  mutating func endOfGroup(_ open: Int) -> ValueEnd {
    var depth = 0
    var search = EntrySearch()
    for place in open..<bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return .closed(place) }
      case UInt8(ascii: "@"):
        if isEnd(at: place, &search) { return .missing(place) }
      default: break
      }
    }
    return missing(open, search)
  }

  mutating func endOfQuotation(_ open: Int) -> ValueEnd {
    var depth = 0
    var search = EntrySearch()
    for place in open + 1..<bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        // The brace closes the entry.
        if depth < 0 { return .missing(place) }
      case UInt8(ascii: "\"") where depth == 0 && !isUmlaut(place):
        return isFollowedByField(place + 1) ? .closed(place) : .missing(place)
      case UInt8(ascii: "@"):
        if isEnd(at: place, &search) { return .missing(place) }
      default: break
      }
    }
    return missing(open, search)
  }

  private struct EntrySearch {
    /// The first `@` within a line at which an entry seems to begin.
    var first: Int?
  }

  /// Whether an entry begins at an `@`, and so the value that it occurs in has no end. Within a line it may be
  /// quoted by the value, unless too much has been searched for ends already.
  private func isEnd(at place: Int, _ search: inout EntrySearch) -> Bool {
    let isLineStart = isAtLineStart(place)
    guard isLineStart || search.first == nil, isEntryStart(place) else { return false }
    search.first = search.first ?? place
    return isLineStart || searchBudget <= 0
  }

  private mutating func missing(_ open: Int, _ search: EntrySearch) -> ValueEnd {
    searchBudget -= bytes.count - open
    return .missing(search.first ?? bytes.count)
  }

  /// Whether a quotation mark is an accent, `\"o`, which BibTeX would want in braces.
  private func isUmlaut(_ place: Int) -> Bool {
    guard bytes[place - 1] == UInt8(ascii: "\\"), place + 1 < bytes.count else { return false }
    return Self.isLetter(bytes[place + 1]) || bytes[place + 1].isOne(of: "{\\")
  }

  /// Whether what follows a value can follow one: a sign of the syntax, or the name of the next field.
  private func isFollowedByField(_ start: Int) -> Bool {
    guard let next = bytes[start...].firstIndex(where: { $0 > 0x20 }) else { return true }
    return bytes[next].isOne(of: ",#})%@") || isField(next)
  }

  /// Whether a comma and a field follow, though a brace has closed the entry.
  func isCommaBeforeField(_ start: Int) -> Bool {
    guard let comma = bytes[start...].firstIndex(where: { $0 > 0x20 }),
      bytes[comma] == UInt8(ascii: ","),
      let next = bytes[(comma + 1)...].firstIndex(where: { $0 > 0x20 })
    else { return false }
    return isField(next)
  }

  /// Whether a name and an equals sign begin at a place.
  private func isField(_ start: Int) -> Bool {
    let end = bytes[start...].firstIndex { !Self.isNameByte($0) } ?? bytes.count
    guard end > start, end - start <= 40, Self.isLetter(bytes[start]) else { return false }
    return bytes[end...].first { $0 > 0x20 } == UInt8(ascii: "=")
  }

  /// Whether no sign of the syntax follows that can follow a value, but the next entry or nothing.
  func isBeforeEntryOrEnd(_ start: Int) -> Bool {
    bytes[start...].first { $0 > 0x20 }.map { $0 == UInt8(ascii: "@") } ?? true
  }

  /// The part of an unclosed value that is probably of it: up to a line that begins with the next field or
  /// with a closing brace; `nil` when there is no such line.
  func fieldsWithin(_ range: Range<Int>) -> Range<Int>? {
    var line = range.lowerBound
    while let lineEnd = bytes[line..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) {
      line = lineEnd + 1
      guard let next = bytes[line..<range.upperBound].firstIndex(where: { $0 > 0x20 }) else {
        break
      }
      if isField(next) || bytes[next] == UInt8(ascii: "}") || bytes[next] == UInt8(ascii: ")") {
        return trimmed(range.lowerBound..<lineEnd)
      }
    }
    return nil
  }

  /// A range without white space and commas at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let last = bytes[range].lastIndex { $0 > 0x20 && $0 != UInt8(ascii: ",") }
    return range.lowerBound..<(last.map { $0 + 1 } ?? range.lowerBound)
  }

  /// Moves past a group in braces or parentheses; `false` when its end is missing.
  mutating func skipBalanced() -> Bool {
    let open = bytes[place]
    let close = closing(open)
    var depth = 0
    for index in place..<bytes.count {
      if bytes[index] == open { depth += 1 }
      if bytes[index] == close { depth -= 1 }
      if depth == 0 {
        place = index + 1
        return true
      }
    }
    return false
  }
}
