internal import KGModel

/// One way to ask a question: words and parameters in order.
///
/// Written with `(a|b)` for alternatives, `[a]` for optional words, `{name}` for a parameter.
struct PhrasePattern: Sendable, Hashable {
  indirect enum Part: Sendable, Hashable {
    case words([Unicode.Scalar])
    case parameter(String)
    case choice([[Part]])
  }

  let parts: [Part]

  /// What is wrong with a phrasing, in words.
  struct SyntaxError: Error, Hashable {
    let message: String
  }

  /// - Throws: ``SyntaxError`` for a bracket without its partner, and for `|` outside of brackets.
  init(_ phrasing: String) throws(SyntaxError) {
    var rest = Array(phrasing)[...]
    parts = try Self.sequence(&rest, until: [])
  }

  // MARK: Reading a pattern

  private static func sequence(
    _ text: inout ArraySlice<Character>, until ends: Set<Character>
  ) throws(SyntaxError) -> [Part] {
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
        parts.append(.choice(try choices(&text, open: "(", close: ")")))
      case "[":
        flush()
        parts.append(.choice(try choices(&text, open: "[", close: "]") + [[]]))
      case "{":
        flush()
        let name = text.prefix { $0 != "}" }
        text = text.dropFirst(name.count)
        try close("}", of: "{", &text)
        parts.append(.parameter(String(name)))
      case ")", "]", "}": throw SyntaxError(message: "'\(character)' closes nothing")
      case "|": throw SyntaxError(message: "'|' is only allowed in '(…)' and '[…]'")
      default: words.append(character)
      }
    }
    flush()
    return parts
  }

  private static func choices(
    _ text: inout ArraySlice<Character>, open: Character, close end: Character
  ) throws(SyntaxError) -> [[Part]] {
    var choices = [try sequence(&text, until: ["|", end])]
    while text.first == "|" {
      text.removeFirst()
      choices.append(try sequence(&text, until: ["|", end]))
    }
    try close(end, of: open, &text)
    return choices
  }

  private static func close(
    _ end: Character, of start: Character, _ text: inout ArraySlice<Character>
  ) throws(SyntaxError) {
    guard text.popFirst() == end else {
      throw SyntaxError(message: "'\(start)' has no '\(end)'")
    }
  }

  // MARK: Parameters

  /// How often a parameter occurs in the wordings of the pattern: from the fewest times to the most.
  func occurrences(of parameter: String) -> ClosedRange<Int> {
    Self.occurrences(of: parameter, in: parts)
  }

  private static func occurrences(of parameter: String, in parts: [Part]) -> ClosedRange<Int> {
    parts.reduce(0...0) { sum, part in
      let counts: [ClosedRange<Int>] =
        switch part {
        case .words: [0...0]
        case .parameter(let name): [name == parameter ? 1...1 : 0...0]
        case .choice(let choices): choices.map { occurrences(of: parameter, in: $0) }
        }
      let fewest = counts.map(\.lowerBound).min() ?? 0
      let most = counts.map(\.upperBound).max() ?? 0
      return (sum.lowerBound + fewest)...(sum.upperBound + most)
    }
  }

  /// The names of all parameters in the pattern.
  var parameters: Set<String> { Self.parameters(in: parts) }

  private static func parameters(in parts: [Part]) -> Set<String> {
    parts.reduce(into: []) { names, part in
      switch part {
      case .words: break
      case .parameter(let name): names.insert(name)
      case .choice(let choices):
        for choice in choices { names.formUnion(parameters(in: choice)) }
      }
    }
  }

  // MARK: Wordings

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
    /// The number of characters of the question that the pattern itself contains. Of two matching patterns, the
    /// one with more is meant.
    var weight: Int
  }

  /// The values of the parameters; `nil` when the whole question does not have this form. Spaces at the edges
  /// of words are ignored.
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
      // The value is the longest text after which the rest still matches.
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
