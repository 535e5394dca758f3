internal import KGLexicon
internal import KGModel
internal import KGText

/// Roles, degrees and units.
extension ProseSentence {
  /// Marks roles with the words that belong to them, and degrees. A degree that a role contains describes the role
  /// (“PhD intern”), unless the role is that of a student.
  mutating func markTitles(masks: [Span]) {
    let isMasked = { (range: Range<Int>) in masks.contains { $0.range.overlaps(range) } }
    var degrees = degreeMatches().filter { !isMasked($0.range) && isFree($0.range) }
    for match in Lexicon.shared.roles.matches(in: span).reversed()
    where !isMasked(match.range) && isFree(match.range) && !beginsUnit(match.range) {
      let role = isEastAsian ? hanRole(match.range) : latinRole(match.range)
      if isService(role) {
        add(.cue(BiographyCue(word: .other, time: nil)), role)
        continue
      }
      // “my partner”
      if isSomeone(role) { continue }
      // “with Ada Quill as my advisor”
      if isOfOwner(role, match.range) { continue }
      // “visiting X”
      if words.cues.match(in: span, at: role.lower)?.range == role.range,
        words.cues.match(in: span, at: role.lower)?.value.word == .visit, !isEastAsian
      {
        continue
      }
      let kind = Lexicon.shared.roles.best(in: role)?.value ?? match.value
      let overlapping = degrees.filter { $0.range.overlaps(role.range) }
      if kind == .student, let degree = overlapping.first {
        degrees.removeAll { $0.range.overlaps(role.range) }
        let whole = span.between(degree.range.lowerBound, role.upper)
        add(.degree(degree.value), isEastAsian ? span.slice(degree.range) : whole)
      } else if isEastAsian, isPerson(role, match.range) {
        add(.person, role)
      } else if isEastAsian,
        words.isWord(.weak, role) || kind == .staff && words.isWord(.weak, span.slice(match.range))
      {
        continue
      } else if isEastAsian, kind == .student {
        // 硕士二年级学生: the degree says more.
        continue
      } else if kind == .service || kind == .teaching && !isEastAsian {
        add(.cue(BiographyCue(word: .other, time: nil)), role)
      } else {
        degrees.removeAll { $0.range.overlaps(role.range) }
        add(.role(kind), role)
      }
    }
    for degree in degrees { add(.degree(degree.value), span.slice(degree.range)) }
  }

  /// “Chair of Computer Architecture” is a unit, “chair of the department” a role.
  private func beginsUnit(_ role: Range<Int>) -> Bool {
    guard !isEastAsian, span.text.scalars[role.lowerBound].isUpper else { return false }
    let words = span.from(role.lowerBound).words.prefix(3)
    guard words.count == 3, words[1].foldedString == "of", words[0].upper == role.upperBound,
      words[2].text.scalars[words[2].lower].isUpper
    else { return false }
    return Lexicon.shared.organizationWords.match(in: span, at: role.lowerBound)?.value == .unit
  }

  /// “General Chair of a workshop”, “associate editor”.
  private func isService(_ role: Span) -> Bool {
    cues.contains {
      $0.value.word == .other && $0.range.overlaps(role.range)
    }
  }

  private func isSomeone(_ role: Span) -> Bool {
    cues.contains {
      $0.value.word == .person && $0.range.overlaps(role.range)
        && $0.range.lowerBound < role.lower
    }
  }

  private func isOfOwner(_ role: Span, _ title: Range<Int>) -> Bool {
    guard !isEastAsian, let before = span.to(role.lower).lastWord,
      words.isWord(.possessive, before)
    else { return false }
    return Lexicon.shared.adviserWords.match(in: span, at: title.lowerBound)?.value == .label
  }

  private func degreeMatches() -> [DegreeTable.Match] {
    Lexicon.shared.degrees.matches(in: span).filter { match in
      // Two letters are a degree only in capitals: “BS”, “MS”.
      match.range.count > 2
        || match.range.allSatisfy {
          span.text.scalars[$0].isUpper || span.text.scalars[$0].isEastAsian
        }
    }
  }

  // MARK: Roles in languages with spaces

  /// Words before the word that is in the table: “third-year senior staff research engineer”.
  private static let mostWordsOfRole = 6

  /// “senior research engineer” around “engineer”, “VP of Engineering” around “VP”.
  private func latinRole(_ range: Range<Int>) -> Span {
    var lower = range.lowerBound
    var count = 0
    let isCapital = span.text.scalars[range.lowerBound].isUpper
    while count < Self.mostWordsOfRole, let word = span.to(lower).lastWord,
      belongsToRole(word, before: lower),
      // “roles include Lead Data Scientist”
      !isCapital || word.text.scalars[word.lower].isUpper
        || Lexicon.shared.roles.match(in: span, at: word.lower) != nil
    {
      lower = word.lower
      count += 1
    }
    return span.between(lower, endOfRole(range.upperBound))
  }

  private func belongsToRole(_ word: Span, before place: Int) -> Bool {
    let gap = span.between(word.upper, place)
    guard gap.folded.allSatisfy({ $0.isOne(of: " -/.&") }), !gap.isEmpty,
      isFree(word.range)
    else { return false }
    if gap.folded.elementsEqual("-".unicodeScalars) { return true }
    // “visiting” is a verb, and a part of a role.
    let cue = words.cues.match(in: span, at: word.lower)
    return !words.isWord(.small, word) && !words.isWord(.article, word)
      && (cue.map { $0.range.upperBound < word.upper || $0.value.word == .visit } ?? true
        || Lexicon.shared.roles.match(in: span, at: word.lower)?.range == word.range)
      && !word.scalars.allSatisfy(\.isDigit) && !gap.contains(".")
  }

  /// “Vice President of Research and Development”: capitalized nouns after “of” belong to a capitalized role.
  private func endOfRole(_ end: Int) -> Int {
    guard let of = span.from(end).words.first, of.foldedString == "of", of.lower == end + 1,
      span.to(end).lastWord.map({ $0.text.scalars[$0.lower].isUpper }) ?? false
    else { return end }
    var (last, upper) = (of, end)
    for word in span.from(of.upper).words.prefix(Self.mostWordsOfRole) {
      let gap = span.between(last.upper, word.lower)
      guard gap.folded.allSatisfy({ $0.isOne(of: " &-") }), isFree(word.range) else { break }
      if word.text.scalars[word.lower].isUpper {
        upper = word.upper
      } else if word.foldedString != "and" {
        break
      }
      last = word
    }
    let nouns = span.between(of.upper, upper)
    return Lexicon.shared.organizationWords.contains(nouns) ? end : upper
  }

  // MARK: Roles in Chinese

  /// Characters before the word that is in the table.
  private static let mostCharactersBefore = 7

  /// 长聘副教授 around 副教授.
  private func hanRole(_ range: Range<Int>) -> Span {
    let name = span.between(startOfClause(before: range.lowerBound), range.lowerBound)
    if Self.nameLengths.contains(name.count), !words.cues.contains(name),
      isPerson(span.between(name.lower, range.upperBound), range)
    {
      return span.between(name.lower, range.upperBound)
    }
    var lower = range.lowerBound
    while lower > span.lower, range.lowerBound - lower < Self.mostCharactersBefore,
      span.text.scalars[lower - 1].isEastAsian, isFree(lower - 1..<lower)
    {
      // 主任 | 研究员
      if let role = role(endingAt: lower) {
        lower = role.lowerBound
        continue
      }
      guard cue(endingAt: lower) == nil,
        !isUnit(endingAt: lower), !isSmall(endingAt: lower)
      else { break }
      lower -= 1
    }
    // Where the words before it do not end, they are not its own: 自动驾驶研发 | 副总裁.
    if range.lowerBound - lower >= Self.mostCharactersBefore {
      lower = startOfRanks(range.lowerBound)
    }
    return span.between(lower, range.upperBound)
  }

  private func startOfClause(before place: Int) -> Int {
    var lower = place
    while lower > span.lower, span.text.scalars[lower - 1].isEastAsian { lower -= 1 }
    return lower
  }

  /// The start of 副, 高级 and the like before a role.
  private func startOfRanks(_ place: Int) -> Int {
    let length = (1...2).reversed().first { length in
      place - length >= span.lower && words.isWord(.rank, span.between(place - length, place))
    }
    return length.map { startOfRanks(place - $0) } ?? place
  }

  /// Characters of a family name with a given name.
  private static let nameLengths = 2...4

  /// Whether a title follows a name: 陈岚教授 is someone, 特聘教授 a role.
  private func isPerson(_ role: Span, _ title: Range<Int>) -> Bool {
    let before = role.to(title.lowerBound)
    return Self.nameLengths.contains(before.count) && Surname.begins(before.string)
      && !(2...3).contains { words.isWord(.rank, before.to(before.lower + $0)) }
      && Lexicon.shared.adviserWords.match(in: span, at: title.lowerBound)?.value == .title
  }

  private func role(endingAt place: Int) -> Range<Int>? {
    (2...4).lazy.compactMap { length -> Range<Int>? in
      guard place - length >= span.lower,
        let match = Lexicon.shared.roles.match(in: span.to(place), at: place - length),
        match.range.upperBound == place, isFree(match.range)
      else { return nil }
      return match.range
    }.first
  }

  private func isSmall(endingAt place: Int) -> Bool {
    (1...3).contains { length in
      place - length >= span.lower
        && words.isWord(.small, span.between(place - length, place))
    }
  }

  private func isUnit(endingAt place: Int) -> Bool {
    (1...4).contains { length in
      place - length >= span.lower
        && Lexicon.shared.organizationWords.match(in: span.to(place), at: place - length)?.range
          .upperBound == place
    }
  }
}
