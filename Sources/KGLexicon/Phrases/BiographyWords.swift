internal import KGModel
package import KGText

/// What a word of a biography means, and the time that it states.
package struct BiographyCue: Sendable {
  package let word: BiographyWord
  /// `nil` where the word states none.
  package let time: BiographyTime?

  /// - Parameter time: `nil` for a word that states none.
  package init(word: BiographyWord, time: BiographyTime?) {
    self.word = word
    self.time = time
  }
}

extension BiographyWord {
  /// Whether the word says what someone does or did at an organization.
  package var isVerb: Bool {
    switch self {
    case .be, .hold, .series, .begin, .join, .hire, .stay, .visit, .intern, .found, .lead, .work,
      .study, .enrol,
      .graduate, .receive:
      true
    default: false
    }
  }
}

/// Whether what a sentence states is over, continues, or has not begun.
package enum BiographyTime: String, Sendable {
  case former, current, future
}

/// The words of biographies in one language.
package struct BiographyWords: Sendable {
  /// Verbs, prepositions and the like, which make facts of names, roles and degrees.
  package let cues: PhraseTable<BiographyCue>
  private let others: [BiographyWord: PhraseTable<Bool>]

  /// The meanings that count only in certain places, such as a word before a role. They are looked up there; all other
  /// words are found anywhere in a sentence.
  private static let lookedUp: Set<BiographyWord> = [
    .mask, .subject, .field, .article, .small, .filler, .organization, .rank, .weak, .possessive,
    .birth, .fieldEnd, .firstPerson, .programme,
  ]

  init(_ rows: [(BiographyCue, [String])]) {
    cues = PhraseTable(rows.filter { !Self.lookedUp.contains($0.0.word) })
    others = Dictionary(grouping: rows.filter { Self.lookedUp.contains($0.0.word) }) { $0.0.word }
      .mapValues { rows in PhraseTable(rows.map { (true, $0.1) }) }
  }

  /// The phrases of a meaning that is looked up, from left to right; empty for a cue.
  package func phrases(_ word: BiographyWord, in span: Span) -> [Span] {
    others[word]?.matches(in: span).map { span.slice($0.range) } ?? []
  }

  /// Whether a whole span is a word of a meaning that is looked up; `false` for a cue.
  package func isWord(_ word: BiographyWord, _ span: Span) -> Bool {
    others[word]?.match(in: span, at: span.lower)?.range == span.range
  }

  /// The end of a word of a meaning that is looked up, at a place of a span; `nil` when none begins there.
  package func end(of word: BiographyWord, at place: Int, in span: Span) -> Int? {
    others[word]?.match(in: span, at: place)?.range.upperBound
  }
}

/// The words of biographies by language.
package struct BiographyLanguages: Sendable {
  private let byLanguage: [String: BiographyWords]

  /// - Parameter rows: Meanings and languages with their words.
  init(_ rows: [((cue: BiographyCue, language: String), [String])]) {
    byLanguage = Dictionary(grouping: rows, by: \.0.language).mapValues { rows in
      BiographyWords(rows.map { ($0.0.cue, $0.1) })
    }
  }

  /// The words of the language that a sentence is most likely written in: the one whose words cover most of it.
  package func words(for sentence: Span, isEastAsian: Bool) -> BiographyWords? {
    let languages = isEastAsian ? Self.eastAsian : Self.others
    let first = byLanguage[languages[0]]
    let mayBeOther =
      sentence.scalars.contains { $0.isLetter && !$0.isASCII && !$0.isHan }
      || first.map { $0.cues.matches(in: sentence).count < Self.fewCues } ?? true
    guard mayBeOther else { return first }
    let best = languages.enumerated().max { left, right in
      (coverage(left.element, sentence), -left.offset)
        < (coverage(right.element, sentence), -right.offset)
    }
    return best.flatMap { byLanguage[$0.element] }
  }

  /// Of equal languages the first counts.
  private static let eastAsian = ["zh", "ja", "ko"]
  private static let others = ["en", "de", "fr", "es"]
  /// A sentence in a language has more of its cues.
  private static let fewCues = 2

  private func coverage(_ language: String, _ sentence: Span) -> Int {
    byLanguage[language]?.cues.matches(in: sentence).reduce(0) { $0 + $1.range.count } ?? 0
  }
}
