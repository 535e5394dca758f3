internal import KGText

extension OrganizationText {
  /// A name recognised by capitals around a word that only institutions have: “X University”,
  /// “University of X”, “Y Institute of Technology”, “Z Inc.”; `nil` when there is none.
  static func capitalizedName(
    in span: Span, _ matches: [PhraseTable<OrganizationLevel>.Match]
  ) -> Range<Int>? {
    let keyword = matches.first {
      $0.value == .institution && isNameWord(span.slice($0.range), in: span)
    }
    return keyword.flatMap { CapitalizedName(around: $0.range, in: span)?.range }
  }

  /// Whether a word of institutions is in a name: it begins with a capital, or, in languages other than English, a place
  /// follows it: “l'université de Norvale”, “la universidad de Estor”.
  private static func isNameWord(_ word: Span, in span: Span) -> Bool {
    if word.text.scalars[word.lower].isUpper { return true }
    // The table has “université de” as one phrase.
    let word = word.words.first ?? word
    guard !Lexicon.shared.englishInstitutions.isPhrase(word), word.count > shortestUncapitalized
    else { return false }
    let next = span.from(word.upper).words.prefix { smallWords.contains($0) }.count
    let place = span.from(word.upper).words.dropFirst(next).first
    guard next > 0, let place else { return false }
    return place.text.scalars[place.lower].isUpper
      && span.between(word.upper, place.lower).folded.allSatisfy {
        $0.isLetter || $0.isOne(of: " '")
      }
  }

  /// Shorter words, such as “inc” and “eth”, are capitalized in names.
  private static let shortestUncapitalized = 5

  /// Whether only blanks and joining punctuation separate two words.
  static func isNear(_ left: Span, _ right: Span, in span: Span) -> Bool {
    let gap = span.between(left.upper, right.lower)
    // “St. Olaf College”
    if gap.count == 2, gap.hasPrefix(". "), Lexicon.shared.saints.isPhrase(left) { return true }
    return gap.count <= 3 && gap.folded.allSatisfy { $0.isOne(of: " &'-!") }
  }
}

/// The capitalized words around a word of institutions.
private struct CapitalizedName {
  private let span: Span
  private let keyword: Span
  private let words: [Span]
  /// The word that the keyword begins with.
  private let index: Int
  /// Whether the keyword is in another language than English, where the place directly follows it: “Universität
  /// Tübingen”.
  private let isForeign: Bool

  init?(around keyword: Range<Int>, in span: Span) {
    self.span = span
    self.keyword = span.slice(keyword)
    words = span.words
    guard let index = words.firstIndex(where: { $0.range.overlaps(keyword) }) else { return nil }
    self.index = index
    isForeign = !Lexicon.shared.englishInstitutions.isPhrase(self.keyword)
  }

  /// The range of the name; `nil` when the keyword is alone, or the words are those of a unit.
  var range: Range<Int>? {
    guard !isUnit else { return nil }
    let (first, last) = (firstWord, lastWord)
    guard first < last || words.count == 1 || index > 0 else { return nil }
    return words[first].lower..<max(words[last].upper, keyword.upper)
  }

  /// Whether a word of units follows “Technologies”, with which the name of a company ends: “Language Technologies
  /// Research Centre”.
  private var isUnit: Bool {
    let company = "technologies"
    guard keyword.count == company.utf8.count, keyword.hasPrefix(company),
      index + 1 < words.count, OrganizationText.isNear(words[index], words[index + 1], in: span)
    else { return false }
    let next = span.between(words[index].upper, words[min(index + 2, words.count - 1)].upper)
    return Lexicon.shared.organizationWords.matches(in: next).contains { $0.value == .unit }
  }

  private var firstWord: Int {
    var first = index
    while first > 0, OrganizationText.isNear(words[first - 1], words[first], in: span) {
      let previous = words[first - 1]
      let isElided = previous.lower > span.lower && span.text.folded[previous.lower - 1] == "'"
      let isSmall =
        OrganizationText.smallWords.contains(previous) && first > 1 && isCapital(words[first - 2])
      guard isCapital(previous) || isElided || isSmall else { break }
      first -= 1
    }
    return first
  }

  private var lastWord: Int {
    var last = index
    while last + 1 < words.count, OrganizationText.isNear(words[last], words[last + 1], in: span),
      goesOn(after: last)
    {
      last += 1
    }
    return last
  }

  /// Whether the word after one belongs to the name.
  private func goesOn(after last: Int) -> Bool {
    let next = words[last + 1]
    if last == index, !isForeign, isCenter(next) { return true }
    if OrganizationText.smallWords.contains(next) {
      return last + 2 < words.count && isCapital(words[last + 2])
    }
    let isNumber = next.count <= 2 && next.folded.allSatisfy(\.isDigit)
    return (last > index || isForeign) && (isCapital(next) || isNumber && last > index)
  }

  private func isCapital(_ word: Span) -> Bool { word.text.scalars[word.lower].isUpper }

  /// Whether a word makes a name of its own of the university before it: “Norvale University Center”. “X University
  /// Center for Y” is a part of the university.
  private func isCenter(_ word: Span) -> Bool {
    guard Lexicon.shared.centers.isPhrase(word), isCapital(word) else { return false }
    let next = span.from(word.upper).words.first?.foldedString
    return next != "for" && next != "on" && next != "in"
  }
}
