internal import KGLexicon
internal import KGModel
internal import KGText

/// Finds the organizations that sentences name: known ones, names with words of organizations, and names after words that
/// a place of work follows.
enum ProsePlaces {
  /// More organizations than a sentence names.
  private static let mostPlaces = 14

  typealias Cue = PhraseTable<BiographyCue>.Match

  // MARK: In languages with spaces

  /// The organizations of a sentence, from left to right; empty when it names none.
  static func inLatin(_ sentence: Span, cues: [Cue]) -> [Span] {
    let leads = (leads(in: sentence, cues) + listedNames(in: sentence)).sorted()
    var found: [Span] = []
    var rest = sentence
    while rest.count > 2, found.count < mostPlaces {
      let known = firstKnown(in: rest)
      let led = leads.lazy.filter { $0 >= rest.lower }.compactMap { name(at: rest.from($0)) }.first
      guard let mention = leftmost(known, led), mention.upper > rest.lower else { break }
      if !isTown(mention) { found.append(withoutUnit(withoutRole(mention))) }
      rest = rest.from(mention.upper)
    }
    return found
  }

  /// Of two names that overlap, the longer one: “Meta Reality Labs” contains “Meta”.
  private static func leftmost(_ known: Span?, _ led: Span?) -> Span? {
    guard let known, let led else { return known ?? led }
    if known.range.overlaps(led.range) {
      return led.count > known.count && led.lower <= known.lower ? led : known
    }
    return known.lower < led.lower ? known : led
  }

  /// The places after words that a name of an organization follows: “at”, “joined”, “worked for”, “CTO of”.
  private static let prepositions = [" at", " by", " for"]

  private static func leads(in sentence: Span, _ cues: [Cue]) -> [Int] {
    var leads: [Int] = []
    for (index, cue) in cues.enumerated() {
      let previous =
        index > 0
          && sentence.between(cues[index - 1].range.upperBound, cue.range.lowerBound)
            .trimmed.isEmpty
        ? cues[index - 1].value.word : nil
      let before = sentence.to(cue.range.lowerBound)
      let isLead =
        switch cue.value.word {
        case .at, .join, .visit, .found: true
        case .stay, .hold: prepositions.contains { sentence.slice(cue.range).hasSuffix($0) }
        case .for: previous.map { [.hold, .intern, .work, .stay].contains($0) } ?? false
        case .with: previous == .intern && !isPerson(after: cue, in: sentence)
        case .of: previous == .officer || endsWithOfficer(before, cues)
        // After a degree, “from” is followed by a school.
        case .from: Lexicon.shared.degrees.contains(before) && isUnknown(after: cue, in: sentence)
        default: false
        }
      guard isLead else { continue }
      let after = sentence.from(cue.range.upperBound)
      let article = after.words.first.flatMap { $0.foldedString == "the" ? $0.upper : nil }
      leads.append(article ?? cue.range.upperBound)
    }
    return leads
  }

  /// “interned with Ada Quill at X”
  private static func isPerson(after cue: Cue, in sentence: Span) -> Bool {
    capitalizedName(at: sentence.from(cue.range.upperBound + 1)).map { PersonNameText.isName($0) }
      ?? false
  }

  /// “CTO of X”: after the words for other roles comes a subject, “Professor of Cognitive Systems”.
  private static func endsWithOfficer(_ before: Span, _ cues: [Cue]) -> Bool {
    cues.contains {
      $0.value.word == .officer && $0.range.upperBound == before.trimming(") ").upper
    }
  }

  /// The places after roles that a name and its date in brackets follow: “data scientist, Acme (2017–2019)”.
  private static func listedNames(in sentence: Span) -> [Int] {
    Lexicon.shared.roles.matches(in: sentence).compactMap { role in
      let rest = sentence.from(role.range.upperBound)
      guard rest.hasPrefix(", "), let name = capitalizedName(at: rest.from(rest.lower + 2)),
        !PersonNameText.isName(name), let bracket = sentence.from(name.upper).brackets.first,
        bracket.lowerBound <= name.upper + 1,
        DateParser.firstInterval(in: sentence.slice(bracket)) != nil
      else { return nil }
      return rest.lower + 2
    }
  }

  /// Whether the clause after a cue has no organization that is found by itself.
  private static func isUnknown(after cue: Cue, in sentence: Span) -> Bool {
    let rest = sentence.from(cue.range.upperBound)
    return rest.split(at: ",;.(").first.map {
      OrganizationText.find(in: $0) == nil
    } ?? false
  }

  /// “Cambridge (UK)”
  private static func isTown(_ mention: Span) -> Bool {
    guard let bracket = mention.brackets.last, bracket.upperBound == mention.upper else {
      return false
    }
    let inner = mention.slice(bracket).trimming("() ")
    return mention.to(bracket.lowerBound).wordCount == 1
      && Lexicon.shared.places.matches(in: inner).contains { $0.range == inner.range }
  }

  /// “CTO of Acme Labs”: the role is not part of the name.
  private static func withoutRole(_ mention: Span) -> Span {
    guard let of = mention.first(of: " of "),
      mention.to(of.lowerBound).words.allSatisfy({ Lexicon.shared.roles.contains($0) })
    else { return mention }
    return mention.from(of.upperBound)
  }

  /// “Optics Group at X University”: what is before “at” is a part of it. “University of X at Y” is one name.
  private static func withoutUnit(_ mention: Span) -> Span {
    guard OrganizationAuthority.shared.match(mention) == nil, let at = mention.first(of: " at "),
      !OrganizationText.isInstitution(mention.to(at.lowerBound)),
      OrganizationText.isInstitution(mention.from(at.upperBound))
    else { return mention }
    return mention.from(at.upperBound)
  }

  /// The organization found first, or a known one to its left. A text to the left that only looks
  /// like a name is not taken: it may be a unit.
  private static func firstKnown(in span: Span) -> Span? {
    var first = OrganizationText.find(in: span)?.institution
    while let found = first, found.lower > span.lower + 2,
      let before = OrganizationText.find(in: span.to(found.lower)),
      OrganizationAuthority.shared.match(OrganizationText.withoutBracket(before.institution)) != nil
    {
      first = before.institution
    }
    return first
  }

  /// Words of a name.
  private static let mostWords = 8

  /// The name that a text begins with, set off by capitals or a link: “Sea AI Lab”.
  private static func name(at rest: Span) -> Span? {
    if let link = rest.marked(\.isLink).first(where: { $0.lower <= rest.lower + 1 }),
      link.wordCount <= mostWords, startsWithCapital(link)
    {
      return link.trimming(",.")
    }
    // “with Prof. A”
    guard var name = capitalizedName(at: rest),
      Lexicon.shared.adviserWords.match(in: rest, at: name.lower)?.value != .title
    else { return nil }
    // “at X University and Y Institute” names two.
    if let and = name.first(of: " and "), OrganizationText.isInstitution(name.to(and.lowerBound)),
      OrganizationText.isInstitution(name.from(and.upperBound))
    {
      name = name.to(and.lowerBound)
    }
    // “the VGG group of X University”: a unit of the organization that follows.
    if let next = rest.from(name.upper).words.first, !startsWithCapital(next),
      Lexicon.shared.organizationWords.firstMatch(in: next)?.value == .unit
    {
      return nil
    }
    // Conferences, months, roles and pronouns are not organizations.
    guard name.count >= 2, !VenueMention.isKnown(name), DateParser.firstInterval(in: name) == nil,
      !Lexicon.shared.roles.contains(name), !Lexicon.shared.degrees.contains(name),
      !PersonNameText.pronouns.contains(name.foldedString)
    else { return nil }
    return name
  }

  private static func capitalizedName(at rest: Span) -> Span? {
    var end: Int?
    var last: Span?
    for word in rest.words.prefix(mostWords) {
      if let last {
        let gap = rest.between(last.upper, word.lower)
        guard gap.folded.allSatisfy({ $0.isOne(of: " -&'./") }),
          !(gap.contains(".") && gap.count > 1)
        else { break }
      } else if word.lower > rest.lower + 1 {
        return nil
      }
      let scalar = word.text.scalars[word.lower]
      // “3M”, “Studio 5”, but not “12 startups”.
      let isCapital =
        scalar.isUpper && word.string != "I"
        || scalar.isDigit
          && (end.map { $0 == last?.upper } ?? word.scalars.contains(where: \.isUpper))
      if isCapital {
        end = word.upper
      } else if end == nil || !OrganizationText.smallWords.contains(word)
        || word.foldedString == "at"
      {
        break
      }
      last = word
    }
    return end.map { rest.between(rest.words.first?.lower ?? rest.lower, $0) }
  }

  private static func startsWithCapital(_ span: Span) -> Bool {
    span.words.first.map { $0.text.scalars[$0.lower].isUpper } ?? false
  }

  // MARK: In Chinese and Japanese

  /// The organizations of a sentence, from left to right; empty when it names none.
  ///
  /// - Parameter barriers: Dates and names of people, which no name of an organization contains.
  static func inEastAsian(_ sentence: Span, cues: [Cue], barriers: [Range<Int>]) -> [Span] {
    pieces(of: sentence, barriers).flatMap { piece -> [Span] in
      var found: [Span] = []
      var rest = piece
      while found.count < mostPlaces, let next = firstEastAsian(in: rest), next.upper > rest.lower {
        found += names(in: next, cues).map { withOtherName($0, in: sentence) }
        rest = rest.from(next.upper)
      }
      return found
    }
  }

  /// The parts between signs, dates and names of people.
  private static func pieces(of sentence: Span, _ barriers: [Range<Int>]) -> [Span] {
    var pieces: [Span] = []
    var start = sentence.lower
    for index in sentence.range {
      let isBarrier = barriers.contains { $0.contains(index) }
      guard isBarrier || sentence.text.folded[index].isOne(of: ",;:()[]\"|/") else { continue }
      if start < index { pieces.append(sentence.between(start, index).trimmed) }
      start = index + 1
    }
    pieces.append(sentence.between(start, sentence.upper).trimmed)
    return pieces.filter { $0.count > 1 }
  }

  /// Characters of a name in brackets.
  private static let longestOtherName = 60

  /// The name with a bracket that holds it in Latin letters: 国立情报学研究所（NII）.
  private static func withOtherName(_ name: Span, in sentence: Span) -> Span {
    guard let bracket = sentence.from(name.upper).brackets.first, bracket.lowerBound == name.upper,
      bracket.count <= longestOtherName,
      sentence.slice(bracket).trimming("()").scalars.allSatisfy({
        $0.isASCII && $0.isLetter || $0.isOne(of: " -&.")
      }), !Lexicon.shared.degrees.contains(sentence.slice(bracket))
    else { return name }
    return sentence.between(name.lower, bracket.upperBound)
  }

  private static func firstEastAsian(in rest: Span) -> Span? {
    var found = OrganizationText.find(in: rest)?.institution
    while let first = found, first.lower > rest.lower + 1,
      let before = OrganizationText.find(in: rest.to(first.lower))
    {
      // 加州大学 | 伯克利分校
      if before.institution.upper == first.lower {
        return rest.between(before.institution.lower, first.upper)
      }
      found = before.institution
    }
    guard let latin = latinRun(in: rest), latin.upper <= found?.lower ?? rest.upper,
      let name = OrganizationText.find(in: latin)?.institution
    else { return found }
    return name
  }

  /// The first text in Latin letters in a Chinese one.
  private static func latinRun(in rest: Span) -> Span? {
    guard let start = rest.range.first(where: { !rest.text.scalars[$0].isEastAsian }) else {
      return nil
    }
    let run = rest.from(start)
    return run.to(run.range.first { rest.text.scalars[$0].isEastAsian } ?? run.upper).trimmed
  }

  /// The organizations of a text that was found as one: without the words before it (其间曾在 | 蒙古国立大学), and
  /// divided at conjunctions.
  private static func names(in found: Span, _ cues: [Cue]) -> [Span] {
    let inside = cues.filter {
      $0.range.lowerBound >= found.lower && $0.range.upperBound < found.upper
    }
    for cue in inside where cue.value.word == .and {
      let (left, right) = (found.to(cue.range.lowerBound), found.from(cue.range.upperBound))
      if OrganizationText.isInstitution(left), OrganizationText.isInstitution(right) {
        return names(in: left, cues) + names(in: right, cues)
      }
    }
    if let lead = inside.first, lead.range.lowerBound == found.lower, lead.value.word == .and {
      return names(in: found.from(lead.range.upperBound), cues)
    }
    guard OrganizationAuthority.shared.match(found) == nil else {
      return [withLaboratory(found, cues)]
    }
    let start = inside.last {
      $0.value.word != .and && $0.value.word != .of
        && found.upper - $0.range.upperBound >= shortestName
    }
    let name = start.map { found.from($0.range.upperBound).trimmed } ?? found
    return [withLaboratory(name, cues)]
  }

  /// Characters of the name of an organization.
  private static let shortestName = 4
  /// Characters of the name of a laboratory after that of its company.
  private static let longestLaboratory = 8

  /// The words for universities, whose parts are units.
  private static let universities = ["大学", "大學"]

  /// A company with the laboratory that directly follows is one organization: 商汤 | 研究院.
  private static func withLaboratory(_ name: Span, _ cues: [Cue]) -> Span {
    guard let known = OrganizationAuthority.shared.match(name), known.parents.isEmpty,
      !universities.contains(where: { name.first(of: $0) != nil }),
      !name.hasSuffix("院"), !name.hasSuffix("所")
    else { return name }
    let rest = name.text.whole.between(name.upper, name.upper + longestLaboratory)
    let unit = Lexicon.shared.organizationWords.firstMatch(in: rest)
    guard let unit, unit.value == .unit,
      case let between = rest.to(unit.range.lowerBound),
      between.scalars.allSatisfy(\.isEastAsian), !between.contains("的"),
      !Lexicon.shared.roles.matches(in: rest).contains(where: { $0.range.overlaps(unit.range) }),
      !Lexicon.shared.roles.contains(between),
      !cues.contains(where: { $0.range.overlaps(between.range) })
    else { return name }
    return name.between(name.lower, unit.range.upperBound)
  }
}
