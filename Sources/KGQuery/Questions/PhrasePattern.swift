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
