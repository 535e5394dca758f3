internal import KGModel
package import KGText

/// Decides by its form whether a text is the name of one person.
package enum PersonNameText {
  /// The most characters that a name has; longer texts are not looked at.
  package static let longest = 50

  /// Words that begin sentences about people and are not names, in lower case.
  package static let pronouns: Set<String> = ["i", "we", "he", "she", "they", "it", "my", "me"]

  /// Whether the text has the form of one person's name.
  ///
  /// - Parameter isWhole: Whether a name in Latin script needs at least two words.
  package static func isName(_ span: Span, isWhole: Bool = true) -> Bool {
    guard span.count <= longest, span.scalars.allSatisfy(mayOccur) else { return false }
    let text = span.string
    if text.unicodeScalars.first?.isEastAsian == true, let isName = isEastAsianName(text) {
      return isName
    }
    if text.isHanName { return (2...5).contains(text.unicodeScalars.filter { $0 != "·" }.count) }
    let words = text.unicodeScalars.split(whereSeparator: \.isBlank).map { Substring($0) }
    guard (isWhole ? 2 : 1)...6 ~= words.count else { return false }
    var capitals = 0
    var isJoined = words.count <= 5
    for word in words {
      let allowed = word.unicodeScalars.allSatisfy {
        ($0.isLetter && !$0.isHan) || $0.isOne(of: "-.'’‐·")
          || $0.properties.generalCategory == .nonspacingMark
      }
      guard allowed, let first = word.unicodeScalars.first(where: \.isLetter) else { return false }
      if first.isUpper || NameParticle.isElided(word) {
        capitals += 1
      } else if !NameParticle.all.contains(word.lowercased()) {
        return false
      }
      // A name of six words has a particle or an initial.
      isJoined = isJoined || word.hasSuffix(".") || NameParticle.all.contains(word.lowercased())
    }
    return isJoined && capitals >= (isWhole ? 2 : 1) && !containsCommonWord(words)
  }

  /// Whether a text of Chinese, Japanese or Korean characters has the form of a name that a Han name cannot have:
  /// Hangul, kana in it, or a space between family name and given name; `nil` for other texts.
  private static func isEastAsianName(_ text: String) -> Bool? {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard (1...2).contains(parts.count), !(parts.count == 1 && text.isHanName),
      parts.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isEastAsian) })
    else { return nil }
    return parts.count == 1 && Surname.beginsKorean(text)
      || parts.count == 2 && Surname.isFamilyName(String(parts[0]))
        && parts[1].unicodeScalars.count <= longestGivenName
      || parts.count == 1 && Surname.beginsJapanese(text)
  }

  /// Characters of a given name in Japanese.
  private static let longestGivenName = 4

  /// Whether a character may occur in a name. A fast filter: most texts have another one.
  private static func mayOccur(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar.isBlank || scalar.isOne(of: "-.'’‐·")
      || !scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark
  }

  /// Whether a word occurs in titles and names of organizations and not in names of people.
  private static func containsCommonWord(_ words: [Substring]) -> Bool {
    words.enumerated().contains { index, word in
      // The last word of “Foe A” is an initial.
      commonWords.contains(word.lowercased()) && !(index > 0 && word == "A")
    }
  }

  private static let commonWords: Set<String> = [
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
