internal import KGModel

/// One way to ask a question: words and parameters in order.
///
/// Written with `(a|b)` for alternatives, `[a]` for what may be left out, `{name}` for a parameter.
struct PhrasePattern: Sendable, Hashable {
  indirect enum Part: Sendable, Hashable {
    case words([Unicode.Scalar])
    case parameter(String)
    case choice([[Part]])
  }

  let parts: [Part]

  init(_ phrasing: String) {
    var rest = Array(phrasing)[...]
    parts = Self.sequence(&rest, until: [])
  }

  // MARK: Reading a pattern

  private static func sequence(
    _ text: inout ArraySlice<Character>, until ends: Set<Character>
  ) -> [Part] {
    var parts: [Part] = []
    var words = ""
    func flush() {
      if !words.isEmpty { parts.append(.words(PhraseText.folded(words))) }
      words = ""
    }
    while let character = text.first, !ends.contains(character) {
      text.removeFirst()
      switch character {
      case "(":
        flush()
        parts.append(.choice(choices(&text, close: ")")))
      case "[":
        flush()
        parts.append(.choice(choices(&text, close: "]") + [[]]))
      case "{":
        flush()
        let name = text.prefix { $0 != "}" }
        text = text.dropFirst(name.count + 1)
        parts.append(.parameter(String(name)))
      default: words.append(character)
      }
    }
    flush()
    return parts
  }

  private static func choices(
    _ text: inout ArraySlice<Character>, close: Character
  ) -> [[Part]] {
    var choices = [sequence(&text, until: ["|", close])]
    while text.first == "|" {
      text.removeFirst()
      choices.append(sequence(&text, until: ["|", close]))
    }
    text = text.dropFirst()
    return choices
  }

  // MARK: Spelling it out

  /// The phrasing with the first of its alternatives and without optional words.
  var plain: String {
    Self.plain(parts).split(separator: " ").joined(separator: " ")
  }

  private static func plain(_ parts: [Part]) -> String {
    parts.map { part in
      switch part {
      case .words(let words): String(String.UnicodeScalarView(words))
      case .parameter(let name): "{\(name)}"
      case .choice(let choices): choices.last == [] ? "" : plain(choices.first ?? [])
      }
    }.joined()
  }

  /// The words of each combination of alternatives, parameters left out.
  var wordings: [String] { Self.wordings(parts[...]) }

  private static func wordings(_ parts: ArraySlice<Part>) -> [String] {
    guard let first = parts.first else { return [""] }
    let rest = wordings(parts.dropFirst())
    let heads: [String]
    switch first {
    case .words(let words): heads = [String(String.UnicodeScalarView(words))]
    case .parameter: heads = [" "]
    case .choice(let choices): heads = choices.flatMap { wordings($0[...]) }
    }
    return heads.flatMap { head in rest.map { head + $0 } }
  }

  // MARK: Matching

  struct Match {
    var values: [String: String]
    /// How much of the question the pattern itself says; of two that fit, the one that says more is
    /// meant.
    var weight: Int
  }

  /// The parameters' values when the whole question has this form; spaces count for nothing at the
  /// edges of words.
  func match(_ question: PhraseText) -> Match? {
    Self.match(parts[...], question, from: 0)
  }

  private static func match(
    _ parts: ArraySlice<Part>, _ question: PhraseText, from start: Int
  ) -> Match? {
    guard let part = parts.first else {
      return question.isBlank(from: start) ? Match(values: [:], weight: 0) : nil
    }
    let rest = parts.dropFirst()
    switch part {
    case .words(let words):
      guard let end = question.end(of: words, at: start),
        var match = match(rest, question, from: end)
      else { return nil }
      match.weight += words.reduce(0) { $0 + ($1 == " " ? 0 : 1) }
      return match
    case .choice(let choices):
      return choices.lazy.compactMap { match(($0 + rest)[...], question, from: start) }
        .max { $0.weight < $1.weight }
    case .parameter("year"):
      guard let year = question.year(at: start), var match = match(rest, question, from: year.end)
      else { return nil }
      match.weight += year.digits.count
      match.values["year"] = year.digits
      return match
    case .parameter(let name):
      // The value is as long as it can be and the rest still fits.
      for place in stride(from: question.scalars.count, through: start + 1, by: -1) {
        guard question.isBoundary(place),
          let value = question.value(from: start, to: place),
          var match = match(rest, question, from: place)
        else { continue }
        match.values[name] = value
        return match
      }
      return nil
    }
  }
}

/// A question made ready for matching: folded, without the signs and polite words around it.
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

  /// One character for one: small letters, ASCII forms of full-width ones, straight apostrophes.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: return fold(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x3000: return " "
    case 0x2018, 0x2019: return "'"
    case 0x2010...0x2012: return "-"
    default:
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower.first ?? scalar : scalar
    }
  }

  static func folded(_ words: String) -> [Unicode.Scalar] {
    words.unicodeScalars.map(fold)
  }

  /// Where the words end when they stand at a place; a space in the pattern matches any number of
  /// them, none beside a Han character.
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

  /// A year with four digits, with or without 年.
  func year(at start: Int) -> (digits: String, end: Int)? {
    var place = skipSpaces(start)
    let digits = scalars[place...].prefix { ("0"..."9").contains($0) }
    guard digits.count == 4 else { return nil }
    place = skipSpaces(digits.endIndex)
    if place < scalars.count, scalars[place] == "年" { place += 1 } else { place = digits.endIndex }
    return (String(String.UnicodeScalarView(digits)), place)
  }

  func isBlank(from start: Int) -> Bool { skipSpaces(start) == scalars.count }

  /// The text as typed, without spaces and quotation marks around it.
  func value(from start: Int, to end: Int) -> String? {
    let edges = " \"“”'‘’《》「」".unicodeScalars
    let front = typed[start..<max(end, start)].drop { edges.contains($0) }
    let trimmed = front.reversed().drop { edges.contains($0) }.reversed()
    guard !trimmed.isEmpty else { return nil }
    return String(String.UnicodeScalarView(trimmed))
  }

  private func skipSpaces(_ start: Int) -> Int {
    var place = start
    while place < scalars.count, scalars[place] == " " { place += 1 }
    return place
  }
}
