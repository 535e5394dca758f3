internal import KGModel

/// A question prepared for matching: folded, without the punctuation and polite words around it.
struct PhraseText {
  /// Folded characters, and the same characters as typed.
  let scalars: [Unicode.Scalar]
  private let typed: [Unicode.Scalar]

  init(_ question: String) {
    var typed = Array(question.unicodeScalars)
    typed = Self.trimmed(typed[...])
    for phrase in Self.politeWords {
      let folded = typed.map(Self.fold)
      let words = Array(phrase.unicodeScalars)
      if folded.starts(with: words) { typed = Self.trimmed(typed[words.count...]) }
    }
    self.typed = typed
    scalars = typed.map(Self.fold)
  }

  private static let politeWords = [
    "please ", "can you ", "could you ", "tell me ", "show me ", "give me ", "show ", "list ",
    "find ",
    "what are ", "which are ", "请问", "请", "查一下", "查询", "查", "列出", "告诉我", "找出", "找",
  ]

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    let edges = " \t\n?？.。!！,，\u{3000}".unicodeScalars
    let front = scalars.drop { edges.contains($0) }
    return Array(front.reversed().drop { edges.contains($0) }.reversed())
  }

  /// Replaces single characters: small letters for capitals, ASCII for full-width forms, straight quotation marks.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let mark = scalar.straightQuotationMark { return mark }
    switch scalar.value {
    case 0xFF01...0xFF5E: return fold(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x3000: return " "
    case 0x2010...0x2012: return "-"
    default:
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower.first ?? scalar : scalar
    }
  }

  static func folded(_ words: String) -> [Unicode.Scalar] {
    words.unicodeScalars.map(fold)
  }

  /// The end of some words that begin at a position; `nil` when other words are there.
  ///
  /// A space of the pattern matches any number of spaces, and also no space next to a Han character.
  func end(of words: [Unicode.Scalar], at start: Int) -> Int? {
    var place = skipSpaces(start)
    var index = words.firstIndex { $0 != " " } ?? words.count
    if index > 0, place == start, start > 0, index < words.count, !words[index].isHan,
      !scalars[start - 1].isHan, scalars[start - 1] != " ", place < scalars.count
    {
      return nil
    }
    while index < words.count {
      if words[index] == " " {
        let next = skipSpaces(place)
        let isOptional =
          place > 0 && (scalars[place - 1].isHan || (place < scalars.count && scalars[place].isHan))
        guard next > place || isOptional || next == scalars.count else { return nil }
        place = next
        index += 1
        continue
      }
      if place < scalars.count, scalars[place] == " ", scalars[place] != words[index],
        index > 0, words[index].isHan || words[index - 1].isHan
      {
        place += 1
        continue
      }
      guard place < scalars.count, scalars[place] == words[index] else { return nil }
      place += 1
      index += 1
    }
    return place
  }

  /// Whether a name may end here: not in the middle of a word or a number of the question.
  func isBoundary(_ place: Int) -> Bool {
    guard place > 0, place < scalars.count else { return true }
    let (before, after) = (scalars[place - 1], scalars[place])
    if before.isHan || after.isHan { return true }
    let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
    return !(before.properties.isAlphabetic && after.properties.isAlphabetic)
      && !(isDigit(before) && isDigit(after))
  }

  /// A year with four digits, with or without 年; `nil` when there is none at the position.
  func year(at start: Int) -> (digits: String, end: Int)? {
    var place = skipSpaces(start)
    let digits = scalars[place...].prefix { ("0"..."9").contains($0) }
    guard digits.count == 4 else { return nil }
    place = skipSpaces(digits.endIndex)
    if place < scalars.count, scalars[place] == "年" { place += 1 } else { place = digits.endIndex }
    return (String(String.UnicodeScalarView(digits)), place)
  }

  func isBlank(from start: Int) -> Bool { skipSpaces(start) == scalars.count }

  /// The text as typed, without spaces and quotation marks around it; `nil` when nothing is left.
  func value(from start: Int, to end: Int) -> String? {
    let front = typed[start..<max(end, start)].drop(while: Self.isEdge)
    let trimmed = front.reversed().drop(while: Self.isEdge).reversed()
    guard !trimmed.isEmpty else { return nil }
    return String(String.UnicodeScalarView(trimmed))
  }

  /// Whether a character around a name is not part of it: a space, a quotation mark or a mark of Chinese titles.
  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "《" || scalar == "》" || scalar.straightQuotationMark != nil
  }

  private func skipSpaces(_ start: Int) -> Int {
    var place = start
    while place < scalars.count, scalars[place] == " " { place += 1 }
    return place
  }
}
