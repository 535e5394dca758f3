internal import KGLexicon
internal import KGModel
internal import KGText

/// Parts of organizations: “the Department of Statistics”, “the mapping team”, 计算机科学与技术学院.
extension ProseSentence {
  mutating func markUnits(masks: [Span]) {
    for match in Lexicon.shared.organizationWords.matches(in: span)
    where match.value == .unit && isFree(match.range)
      && !masks.contains(where: { $0.range.overlaps(match.range) })
    {
      if isEastAsian {
        if let unit = hanUnit(endingAt: match.range.upperBound, masks) { extendLastUnit(unit) }
      } else if let unit = latinUnit(match.range) {
        add(.unit, unit)
      }
    }
    if !isEastAsian { markInstitutesOfOrganizations(masks: masks) }
  }

  /// “Institute of Tides, School of Seas, X University”: an institute that stands before what it is a part of.
  private mutating func markInstitutesOfOrganizations(masks: [Span]) {
    for match in Lexicon.shared.organizationWords.matches(in: span).reversed()
    where match.value == .institution && isFree(match.range)
      && span.text.scalars[match.range.lowerBound].isUpper
      && !masks.contains(where: { $0.range.overlaps(match.range) })
    {
      if let unit = latinUnit(match.range), isPartOfNext(unit) { add(.unit, unit) }
    }
  }

  /// Whether only a comma or a preposition is between a text and the unit or organization after it.
  private func isPartOfNext(_ part: Span) -> Bool {
    let next = marks.filter { $0.span.lower >= part.upper }.min { $0.span.lower < $1.span.lower }
    guard let next, next.isPlace || next.isUnit else { return false }
    let gap = span.between(part.upper, next.span.lower)
    return gap.trimmed.foldedString == ","
      || !gap.contains(",")
        && OrganizationText.withoutOpeningWord(part.between(part.lower, gap.upper).trimmed).upper
          == part.upper
  }

  /// 计算机学院人工智能系: units that follow one another are one.
  private mutating func extendLastUnit(_ unit: Span) {
    if let last = removeLastMark(where: { $0.isUnit && $0.span.upper == unit.lower }) {
      add(.unit, span.between(last.span.lower, unit.upper))
    } else {
      add(.unit, unit)
    }
  }

  // MARK: In languages with spaces

  /// Words on either side of the word that shows the unit.
  private static let mostWordsBefore = 6
  private static let mostWordsAfter = 9

  private func latinUnit(_ range: Range<Int>) -> Span? {
    let isCapital = span.text.scalars[range.lowerBound].isUpper
    var lower = range.lowerBound
    var count = 0
    while count < Self.mostWordsBefore, let word = span.to(lower).lastWord,
      span.between(word.upper, lower).folded.allSatisfy({ $0.isOne(of: " -&/") }),
      isFree(word.range), !span.to(word.lower).hasSuffix("'"),
      belongsToUnit(word, isCapital: isCapital)
    {
      lower = word.lower
      count += 1
    }
    // “in a small team”: a noun without a name.
    let upper = endOfUnit(range.upperBound)
    guard lower < range.lowerBound || upper > range.upperBound else { return nil }
    return span.between(lower, upper)
  }

  private func belongsToUnit(_ word: Span, isCapital: Bool) -> Bool {
    if word.text.scalars[word.lower].isUpper { return !words.isWord(.article, word) }
    return words.isWord(.article, word) || words.isWord(.small, word) || isCapital
      || words.cues.match(in: span, at: word.lower) != nil
      ? isCapital && (word.foldedString == "and" || word.foldedString == "&")
      : true
  }

  /// “Department of Computer Science and Engineering”.
  private func endOfUnit(_ end: Int) -> Int {
    // The table has “chair of” as one phrase.
    let start = span.to(end).lastWord.map { $0.foldedString == "of" ? $0.lower - 1 : end } ?? end
    let following = span.from(start).words.prefix(Self.mostWordsAfter)
    guard let of = following.first, ["of", "for", "on", "de", "für"].contains(of.foldedString),
      of.lower == start + 1
    else { return end }
    var (last, upper) = (of, end)
    for word in following.dropFirst() {
      let gap = span.between(last.upper, word.lower)
      guard gap.folded.allSatisfy({ $0.isOne(of: " -&'") }), isFree(word.range) else { break }
      if word.text.scalars[word.lower].isUpper {
        upper = word.upper
      } else if !OrganizationText.smallWords.contains(word) || word.foldedString == "at" {
        break
      }
      last = word
    }
    return upper
  }

  // MARK: In Chinese

  /// Characters of the name of a unit.
  private static let longestUnit = 24

  /// The unit that ends at a place, from the organization or the cue before it on.
  private func hanUnit(endingAt end: Int, _ masks: [Span]) -> Span? {
    var lower = end
    while lower > span.lower, end - lower < Self.longestUnit,
      span.text.scalars[lower - 1].isEastAsian || span.text.scalars[lower - 1].isLetter,
      isFree(lower - 1..<lower),
      // 与 and 和 occur within names.
      cue(endingAt: lower).map({ $0.word == .and }) ?? true
        || masks.contains(where: { $0.range.contains(lower - 1) })
    {
      lower -= 1
    }
    let unit = span.between(lower, end).trimming("的 ")
    return unit.count >= 2 ? unit : nil
  }
}
