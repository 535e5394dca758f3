internal import KGModel
package import KGText

/// Decides by its form whether a text is the name of one person.
package enum PersonNameText {
  /// The most characters that a name has; longer texts are not looked at.
  package static let longest = 50

  private static let mostWords = 6
  /// Words of a name without a particle or an initial.
  private static let mostPlainWords = 5

  /// Words that begin sentences about people and are not names, in lower case.
  package static let pronouns: Set<String> = ["i", "we", "he", "she", "they", "it", "my", "me"]

  /// Whether the text has the form of one person's name.
  ///
  /// - Parameter isWhole: Whether a name in Latin script needs at least two words.
  package static func isName(_ span: Span, isWhole: Bool = true) -> Bool {
    guard span.count <= longest,
      span.text.scalars.read({ at in span.range.allSatisfy { mayOccur(at($0)) } })
    else { return false }
    if !span.isEmpty, span.text.scalars[span.lower].isEastAsian, let isName = isEastAsianName(span)
    {
      return isName
    }
    if isHanName(span) { return (2...5).contains(span.scalars.count { $0 != "·" }) }
    let words = blankSeparatedWords(of: span)
    guard (isWhole ? 2 : 1)...mostWords ~= words.count else { return false }
    var capitals = 0
    var isJoined = words.count <= mostPlainWords
    for word in words {
      guard !word.containsHan,
        let place = word.range.first(where: { word.text.scalars[$0].isLetter })
      else { return false }
      let first = word.text.scalars[place]
      if first.isUpper || word.contains("'") && NameParticle.isElided(word.string[...]) {
        capitals += 1
      } else if !particles.contains(word) {
        return false
      }
      // A name of six words has a particle or an initial.
      isJoined = isJoined || word.text.scalars[word.upper - 1] == "." || particles.contains(word)
    }
    return isJoined && capitals >= (isWhole ? 2 : 1) && !containsCommonWord(words)
  }

  /// Whether a text of Chinese, Japanese or Korean characters has the form of a name that a Han name cannot have:
  /// Hangul, kana in it, or a space between family name and given name; `nil` for other texts.
  private static func isEastAsianName(_ span: Span) -> Bool? {
    let parts = blankSeparatedWords(of: span)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ $0.scalars.allSatisfy(\.isEastAsian) })
    else { return nil }
    if parts.count == 2 {
      return Surname.isFamilyName(parts[0].string) && parts[1].count <= longestGivenName
    }
    let text = span.string
    guard !text.isHanName else { return nil }
    return Surname.beginsKorean(text) || Surname.beginsJapanese(text)
  }

  /// Characters of a given name in Japanese.
  private static let longestGivenName = 4

  private static let particles = WordSet(NameParticle.all)

  private static func isHanName(_ span: Span) -> Bool {
    span.containsHan && span.scalars.allSatisfy { $0.isHan || $0 == "·" }
  }

  private static func blankSeparatedWords(of span: Span) -> [Span] {
    var words: [Span] = []
    words.reserveCapacity(mostWords)
    var start = span.lower
    for index in span.range where span.text.scalars[index].isBlank {
      if start < index { words.append(span.between(start, index)) }
      start = index + 1
    }
    if start < span.upper { words.append(span.from(start)) }
    return words
  }

  /// Whether a character may occur in a name. A fast filter: most texts have another one.
  private static func mayOccur(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar.isBlank || scalar.isOne(of: "-.'’‐·")
      || !scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark
  }

  /// Whether a word occurs in titles and names of organizations and not in names of people.
  private static func containsCommonWord(_ words: [Span]) -> Bool {
    words.enumerated().contains { index, word in
      // The last word of “Foe A” is an initial.
      commonWords.contains(word) && !(index > 0 && word.count == 1 && word.scalars.first == "A")
    }
  }

  private static let commonWords: WordSet = [
    "the", "of", "for", "and", "in", "on", "with", "via", "from", "by", "to", "a", "an",
    "university",
    "institute", "department", "conference", "journal", "learning", "network", "networks", "neural",
    "deep", "data", "systems", "system", "international", "proceedings", "transactions", "ieee",
    "acm",
    "computer", "science", "vision", "language", "model", "models", "research", "engineering",
    "school",
    "college", "laboratory", "academy", "technology", "intelligence", "artificial", "machine",
    "processing", "recognition", "analysis", "symposium", "workshop", "letters", "review", "arxiv",
    "revisited", "survey", "study", "approach", "framework", "functions", "efficient",
    "robust",
    "adaptive", "visual", "image", "video", "graph", "attention", "transformers", "diffusion",
    "reinforcement", "federated", "optimization", "estimation", "prediction", "segmentation",
    "classification", "representations", "training", "inference", "reasoning", "planning",
    "dataset",
    "benchmark", "under", "without", "beyond", "towards", "what", "why", "when", "using",
    "through",
    "into",
    "over", "between", "against", "across", "before", "after",
    "search", "architecture", "knowledge", "quantization", "detection", "generation", "best",
    "award",
  ]
}
