internal import KGModel
package import KGText

/// Finds organizations in running text and distinguishes institutions from their units.
package enum OrganizationText {
  /// An institution in a text, with the text before and after it.
  package struct Found: Sendable {
    package let institution: Span
    package let before: Span
    package let after: Span
  }

  /// Whether the whole text is the name of an institution: a known one, or one with words that only
  /// institutions have.
  package static func isInstitution(_ span: Span) -> Bool {
    let bare = withoutBracket(span)
    if OrganizationAuthority.shared.match(span) != nil
      || OrganizationAuthority.shared.match(bare) != nil
    {
      return true
    }
    return level(of: bare) == .institution || isKnownSchool(bare)
  }

  /// Whether a text is a school, a college or a hospital with the name of a known organization before it: “Harvard
  /// Medical School”.
  private static func isKnownSchool(_ span: Span) -> Bool {
    guard let last = span.lastWord, schoolWords.contains(last.foldedString), span.wordCount > 1
    else { return false }
    return knownName(in: span) == span.range
  }

  private static let schoolWords: Set<String> = ["school", "college", "hospital"]

  /// Whether the whole text is the name of a part of an institution.
  package static func isUnit(_ span: Span) -> Bool {
    level(of: withoutBracket(span)) == .unit
  }

  /// Whether a text ends with the legal form of a company; everything before it belongs to the name. In
  /// Japanese and Korean the form also comes first: 株式会社霧浜.
  package static func isCompany(_ span: Span) -> Bool {
    guard span.wordCount <= longestCompanyName else { return false }
    return Lexicon.shared.companyForms.matches(in: span).contains { form in
      guard form.range != span.range else { return false }
      if span.text.scalars[form.range.lowerBound].isEastAsian {
        return form.range.upperBound == span.upper || form.range.lowerBound == span.lower
      }
      // “AG” is a legal form, “ag” another word.
      return form.range.upperBound == span.upper && startsWithCapital(span.slice(form.range))
        || form.range.upperBound == span.upper && form.range.count > 2
    }
  }

  /// Words; texts with more are sentences.
  private static let longestCompanyName = 12

  /// How certainly a name is of a whole organization and not of a part: 3 for a known organization, a
  /// university or a company, 2 for institutes and the like, 1 for any other text.
  package static func strength(_ span: Span) -> Int {
    let bare = withoutBracket(span)
    if OrganizationAuthority.shared.match(span) != nil
      || OrganizationAuthority.shared.match(bare) != nil || isCompany(bare)
    {
      return 3
    }
    guard level(of: bare) == .institution else { return isKnownSchool(bare) ? 2 : 1 }
    let words = Lexicon.shared.organizationWords.matches(in: bare).filter {
      $0.value == .institution
    }
    return words.contains { !weakWords.contains(bare.slice($0.range)) } ? 3 : 2
  }

  /// Words of institutions that parts of others also have in their names.
  private static let weakWords: WordSet = [
    "institute", "institut", "instituto", "institutet", "school", "college", "academy",
    "hospital", "labs", "research center", "foundation", "研究所", "学校", "学会", "科技",
  ]

  /// University systems, whose campuses are named by their towns.
  private static let universitySystems: Set<String> = [
    "university of california", "university of texas", "university of illinois",
    "university of michigan",
    "university of maryland", "university of massachusetts", "university of wisconsin",
    "university of north carolina", "university of minnesota", "university of colorado",
    "university of nebraska", "university of missouri", "university of tennessee",
    "university of alabama", "university of arkansas", "university of hawaii",
    "university of nevada",
    "california state university", "state university of new york", "city university of new york",
    "suny", "cuny",
    "texas a&m university", "indiana university", "rutgers university", "purdue university",
  ]

  /// Whether a town is a part of the name: “University of California, Irvine”.
  package static func isCampus(_ town: Span, of university: Span) -> Bool {
    guard
      universitySystems.contains(university.foldedString)
        || universitySystems.contains(where: { university.hasSuffix($0) })
    else { return false }
    // “University of Michigan, Ann Arbor” and “University of Michigan” are one organization.
    let known = OrganizationAuthority.shared.match(university)
    if let known, OrganizationAuthority.shared.match(university.string + " " + town.string) == known
    {
      return false
    }
    return (1...3).contains(town.wordCount) && !town.contains("(") && town.count < 24
      && !Lexicon.shared.organizationWords.contains(town)
      && !["usa", "us", "ca", "tx"].contains(town.foldedString)
  }

  /// The level that the words of a name show; `nil` when none does. A Han word counts only at the end
  /// of the name: 大学 names a university, 大学生 does not.
  package static func level(of span: Span) -> OrganizationLevel? {
    let matches = Lexicon.shared.organizationWords.matches(in: span)
    if span.containsEastAsian {
      return matches.last { $0.range.upperBound == span.upper }?.value
        ?? (latinPart(of: span) == nil && !isCompany(span) ? nil : .institution)
    }
    guard startsWithCapital(span), span.wordCount <= 12 else { return nil }
    // “School of Computer Science, X University” has words of both levels; it is a unit, because it
    // begins with one.
    if let first = matches.first, first.value == .unit,
      matches.contains(where: { $0.value == .institution })
    {
      return first.range.lowerBound == span.lower ? .unit : .institution
    }
    return matches.contains { $0.value == .institution } ? .institution : matches.first?.value
  }

  /// The institution within a text without separators, “School of Computer Science Carnegie Mellon
  /// University Pittsburgh” or 北京航空航天大学计算机学院; `nil` when there is none.
  package static func find(in span: Span) -> Found? {
    find(in: span, words: Lexicon.shared.organizationWords.matches(in: span))
  }

  /// The same with the words for organizations in the text, as their table finds them.
  package static func find(in span: Span, words: [PhraseTable<OrganizationLevel>.Match]) -> Found? {
    if let known = knownName(in: span) { return found(known, in: span) }
    if span.containsEastAsian {
      let match = words.first { match in
        match.value == .institution && !span.from(match.range.upperBound).hasPrefix("生")
          && match.range.lowerBound > span.lower
      }
      return match.map {
        found(extendedOverHan(span.lower..<$0.range.upperBound, in: span), in: span)
      }
    }
    return capitalizedName(in: span, words).map { name in
      found(withEnumeration(name, in: span), in: span)
    }
  }

  private static func found(_ range: Range<Int>, in span: Span) -> Found {
    let edges: StaticString = ",.|-–;:"
    return Found(
      institution: span.slice(range),
      before: withoutOpeningWord(span.to(range.lowerBound).trimming(edges)),
      after: span.from(range.upperBound).trimming(edges))
  }

  /// A text without the prepositions that it ends with: “Quillon Lab at” before the name of its university.
  package static func withoutOpeningWord(_ before: Span) -> Span {
    guard let last = before.lastWord, last.lower > before.lower, isSmallWord(last) else {
      return before
    }
    return withoutOpeningWord(before.to(last.lower).trimmed)
  }

  private static let openingWords: WordSet = [
    "of", "at", "the", "in", "for", "from", "with", "en", "für",
  ]

  private static func isSmallWord(_ word: Span) -> Bool {
    openingWords.contains(word) && !word.scalars.contains(where: \.isUpper)
  }

  /// The longest name of the authority table in the text, with the words that extend it (“Medical
  /// School” after “University of Michigan”); `nil` when there is none.
  private static func knownName(in span: Span) -> Range<Int>? {
    guard OrganizationAuthority.shared.mayOccur(in: span) else { return nil }
    let words = span.words
    guard words.count <= 60 else { return nil }
    var begins = OrganizationAuthority.shared.mayBegin(at: words, in: span)
    // “at the Vector Institute”: small words before the name belong to the sentence.
    for (index, word) in words.enumerated() where begins[index] && isSmallWord(word) {
      begins[index] = false
    }
    guard begins.contains(true) else { return nil }
    for length in stride(from: min(8, words.count), through: 1, by: -1) {
      for start in 0...(words.count - length) where begins[start] {
        let range = words[start].lower..<words[start + length - 1].upper
        let candidate = span.slice(range)
        // An acronym counts as a name only in capitals.
        let isPlain = candidate.scalars.contains { $0.isUpper || $0.isEastAsian }
        guard isPlain, !isSmallWord(words[start + length - 1]),
          let known = OrganizationAuthority.shared.match(candidate),
          !endsInsideWord(candidate)
        else { continue }
        // A town after a comma is not part of a name that is known without it.
        if let comma = candidate.range.last(where: { span.text.folded[$0] == "," }) {
          let short = span.between(range.lowerBound, comma).trimmed
          if OrganizationAuthority.shared.match(short) == known { return short.range }
        }
        return extended(includingClosingBracket(range, in: span), in: span)
      }
    }
    return nil
  }

  /// “X University (XU” is extended by the bracket that closes it.
  private static func includingClosingBracket(_ range: Range<Int>, in span: Span) -> Range<Int> {
    let bracket = span.brackets.first {
      range.contains($0.lowerBound) && $0.upperBound == range.upperBound + 1
    }
    return range.lowerBound..<(bracket?.upperBound ?? range.upperBound)
  }

  /// Whether a short name ends in the middle of a word, and so is not one: 东北大|学.
  private static func endsInsideWord(_ name: Span) -> Bool {
    name.hasSuffix("大") && ["学", "學"].contains { name.text.whole.from(name.upper).hasPrefix($0) }
  }

  /// A name extended to the last word for institutions that follows directly: 中国科学院 | 声学研究所,
  /// 武汉交通科技 | 大学.
  private static func extendedOverHan(_ range: Range<Int>, in span: Span) -> Range<Int> {
    let rest = span.from(range.upperBound)
    var end = range.upperBound
    for match in Lexicon.shared.organizationWords.matches(in: rest) {
      let between = span.between(end, match.range.lowerBound)
      guard match.value == .institution, between.count <= 8,
        between.range.allSatisfy({ between.text.scalars[$0].isEastAsian }),
        span.text.scalars[match.range.lowerBound].isEastAsian,
        !span.from(match.range.upperBound).hasPrefix("生")
      else { break }
      end = match.range.upperBound
    }
    return range.lowerBound..<end
  }

  private static let extendingWords: WordSet = [
    "school", "college", "hospital", "lab", "labs", "laboratory",
  ]

  /// A known name extended by a school, a hospital or a laboratory of it, or by a bracket with another
  /// name.
  private static func extended(_ range: Range<Int>, in span: Span) -> Range<Int> {
    if span.text.scalars[range.upperBound - 1].isEastAsian {
      let longer = extendedOverHan(range, in: span)
      if longer != range { return longer }
    }
    let rest = span.from(range.upperBound)
    if let number = universityNumber(after: range, in: span) {
      return range.lowerBound..<number
    }
    if let subject = universitySubject(after: range, in: span) {
      return range.lowerBound..<subject
    }
    let words = rest.words.prefix { word in
      word.text.scalars[word.lower].isUpper && !rest.to(word.upper).contains(",")
        && !rest.to(word.upper).contains("(")
        && !rest.to(word.upper).contains("\n")
    }
    guard
      let last = words.firstIndex(where: {
        extendingWords.contains($0)
      }), last <= 3
    else {
      // A bracket directly after the name belongs to it: “IBM Research China (CRL)”.
      let bracket = span.brackets.first { bracket in
        bracket.lowerBound >= range.upperBound
          && span.between(range.upperBound, bracket.lowerBound).trimmed.isEmpty
          && isName(span.slice(bracket))
      }
      if let bracket { return range.lowerBound..<bracket.upperBound }
      return range
    }
    return range.lowerBound..<subjectEnd(of: words[last], in: rest)
  }

  /// The end of the number of a university, which is part of its name: “Université de Paris-XII”, “Université Lyon 2”;
  /// `nil` when none follows.
  private static func universityNumber(after name: Range<Int>, in span: Span) -> Int? {
    let rest = span.from(name.upperBound)
    guard let sign = rest.folded.first, sign == "-" || sign == " ",
      span.slice(name).first(of: "universit") != nil, let word = rest.words.first,
      word.lower == rest.lower + 1
    else { return nil }
    let isRoman = word.count <= 4 && word.scalars.allSatisfy { $0.isOne(of: "IVX") }
    let isNumber = word.count <= 2 && word.folded.allSatisfy(\.isDigit)
    return isRoman || isNumber ? word.upper : nil
  }

  /// The end of the subject of a university, which makes its name another one than that without it: “Hunan University |
  /// of Technology and Business”; `nil` when a place follows or nothing.
  private static func universitySubject(after name: Range<Int>, in span: Span) -> Int? {
    guard let last = span.slice(name).lastWord, last.foldedString == "university",
      last.text.scalars[last.lower].isUpper,
      case let end = subjectEnd(of: last, in: span), end > last.upper,
      !Lexicon.shared.places.contains(span.between(last.upper, end))
    else { return nil }
    return end
  }

  /// The end of a school's name, which may go on with its subject: “School of Public Health”.
  private static func subjectEnd(of school: Span, in span: Span) -> Int {
    let following = span.words.drop { $0.lower < school.upper }
    guard let of = following.first, of.foldedString == "of", isNear(school, of, in: span) else {
      return school.upper
    }
    var last = of
    var end = school.upper
    for word in following.dropFirst().prefix(longestSubject) {
      guard isNear(last, word, in: span) else { break }
      if word.text.scalars[word.lower].isUpper {
        end = word.upper
      } else if !smallWords.contains(word) {
        break
      }
      last = word
    }
    return end
  }

  /// Words of the subject of a school.
  private static let longestSubject = 6

  /// Whether a bracket holds another name, and not a date, a degree or an adviser.
  private static func isName(_ bracket: Span) -> Bool {
    bracket.scalars.contains { $0.isUpper || $0.isEastAsian }
      && !Lexicon.shared.degrees.contains(bracket)
      && !Lexicon.shared.adviserWords.contains(bracket) && DateParser.years(in: bracket).isEmpty
  }

  /// Small words within names of organizations.
  package static let smallWords: WordSet = [
    "of", "and", "for", "the", "at", "de", "&", "du", "des", "do", "da", "di", "del", "della",
    "dell",
    "für", "der", "e", "y", "la", "le", "los", "las", "und", "et", "van", "von", "d",
  ]

  /// The text without a bracket that holds a date: “Meituan (2020-2024)”.
  package static func withoutDateBracket(_ span: Span) -> Span {
    DateParser.firstInterval(in: span) == nil ? span : withoutBracket(span)
  }

  /// The text without a bracket at its end.
  package static func withoutBracket(_ span: Span) -> Span {
    guard let bracket = span.brackets.last, bracket.upperBound == span.upper,
      bracket.lowerBound > span.lower
    else { return span }
    return span.to(bracket.lowerBound).trimmed
  }

  private static func latinPart(of span: Span) -> Span? {
    let words = span.words.filter { !$0.containsEastAsian }
    return words.first { OrganizationAuthority.shared.match($0) != nil }
  }

  private static func startsWithCapital(_ span: Span) -> Bool {
    span.words.first.map { $0.text.scalars[$0.lower].isUpper || $0.text.scalars[$0.lower].isDigit }
      ?? false
  }
}
