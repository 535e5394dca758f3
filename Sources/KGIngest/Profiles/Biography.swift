internal import KGModel

/// Reads posts and degrees out of sentences: “I am a senior director at Alibaba (AMAP)”, “I earned my
/// Bachelor of Science in Electrical Engineering from Southeast University in 2010”.
struct Biography {
  var affiliations: [AffiliationRecord] = []
  var education: [EducationRecord] = []

  mutating func read(_ span: Span) {
    for sentence in PublicationEntry.segments(of: span) where sentence.count < 600 {
      if sentence.string.containsHan {
        readChinese(sentence)
      } else {
        readDegrees(sentence)
        readPosts(sentence)
      }
    }
  }

  // MARK: Degrees

  /// Each degree with the subject, school and year that follow it, up to the next degree.
  private mutating func readDegrees(_ sentence: Span) {
    let degrees = Lexicon.shared.degrees.matches(in: sentence).filter { $0.range.count > 2 }
    for (index, match) in degrees.enumerated() {
      let end = index + 1 < degrees.count ? degrees[index + 1].range.lowerBound : sentence.upper
      let rest = sentence.between(match.range.upperBound, end)
      guard let school = Self.school(in: rest) else { continue }
      let subject = Self.subject(in: rest.to(school.lower))
      let after = rest.from(school.upper)
      let year = DateParser.firstInterval(in: after)
      education.append(
        EducationRecord(
          organization: Stated(school.collapsed, school, rule: "biography.school"), unit: nil,
          degree: Stated(
            sentence.slice(match.range).collapsed, sentence.slice(match.range),
            rule: "biography.degree"),
          field: subject.map { Stated($0.collapsed, $0, rule: "biography.field") },
          interval: year.map { found in
            let isSingle = found.value.end == .closed(found.value.start)
            let value =
              isSingle ? Interval(start: nil, end: .closed(found.value.start)) : found.value
            return Stated(value, after.slice(found.range), rule: "biography.year")
          }, advisers: Self.advisers(in: after)))
    }
  }

  private static func school(in span: Span) -> Span? {
    for word in ["from ", "at ", "毕业于", "就读于", "in "] {
      guard let found = span.first(of: word) else { continue }
      let rest = span.from(found.upperBound)
      if let name = OrganizationText.find(in: rest), name.before.words.count <= 12 {
        return name.institution
      }
    }
    return nil
  }

  private static func subject(in span: Span) -> Span? {
    guard let found = span.first(of: "in ") else { return nil }
    var rest = span.from(found.upperBound)
    if let from = rest.first(of: " from") ?? rest.first(of: " at") {
      rest = rest.to(from.lowerBound)
    }
    rest = rest.trimming([",", "(", " "])
    return (1...6).contains(rest.words.count) && rest.text.scalars[rest.lower].isUpper ? rest : nil
  }

  private static func advisers(in span: Span) -> [Stated<String>] {
    for phrase in ["advised by", "supervised by", "under the supervision of", "师从"] {
      guard let found = span.first(of: phrase) else { continue }
      return Advisers(span.from(found.lowerBound))?.names ?? []
    }
    return []
  }

  // MARK: Posts

  private static let verbs = [
    "i am currently", "i am now", "i am", "i'm currently", "i'm", "i work as", "i served as",
    "i was",
    "i have been", "i worked as", "currently,",
  ]

  private mutating func readPosts(_ sentence: Span) {
    guard let verb = Self.verbs.first(where: { sentence.first(ofPhrase: $0) != nil }),
      let start = sentence.first(ofPhrase: verb)
    else { return }
    let isPast = verb.contains("was") || verb.contains("served") || verb.contains("worked")
    let rest = sentence.from(start.upperBound)
    guard let at = rest.first(of: " at "), let role = Self.role(in: rest.to(at.lowerBound)) else {
      return
    }
    var remaining = rest.from(at.upperBound)
    // “at Meituan (2020-2024) and Xiaomi (2017-2020)”
    while let found = Self.firstOrganization(in: remaining) {
      let unit = Self.unit(found.before)
      guard unit != nil || found.before.words.count <= 3 else { break }
      let after = remaining.from(found.institution.upper)
      let interval =
        DateParser.firstInterval(in: found.institution).map { ($0, found.institution) }
        ?? DateParser.firstInterval(in: after.to(min(after.upper, after.lower + 16))).map {
          ($0, after)
        }
      let before = Self.interval(before: sentence.to(start.lowerBound))
      let name = OrganizationText.withoutBracket(found.institution)
      let isUnitBracket = DateParser.firstInterval(in: found.institution) == nil
      let organization = isUnitBracket ? found.institution : name
      affiliations.append(
        AffiliationRecord(
          organization: Stated(
            organization.collapsed, organization, rule: "biography.organization"),
          unit: unit, role: role,
          interval: interval.map {
            Stated($0.0.value, $0.1.slice($0.0.range), rule: "biography.interval")
          } ?? before,
          kind: Lexicon.shared.roles.best(in: role.span)?.value ?? .staff, isCurrent: !isPast))
      guard let and = after.first(of: " and "), and.lowerBound - after.lower < 24 else { break }
      remaining = after.from(and.upperBound)
    }
  }

  /// The organization before an “and”, which may join another post; else the one around it
  /// (“Electrical and Computer Engineering”).
  private static func firstOrganization(in span: Span) -> OrganizationText.Found? {
    if let and = span.first(of: " and "),
      let found = OrganizationText.find(in: span.to(and.lowerBound))
    {
      return found
    }
    return OrganizationText.find(in: span)
  }

  /// “at the Department of Computer Science, University of X”: the unit in front of its institution.
  private static func unit(_ span: Span) -> Stated<String>? {
    var bare = span.trimming([",", " "])
    if bare.hasPrefix("the ") { bare = bare.from(bare.lower + 4) }
    return OrganizationText.isUnit(bare) && bare.words.count <= 10
      ? Stated(bare.collapsed, bare, rule: "biography.unit") : nil
  }

  /// “From 2010 to 2016 I was …”: time in front of the verb.
  private static func interval(before span: Span) -> Stated<Interval>? {
    guard span.words.count <= 8, let found = DateParser.firstInterval(in: span),
      found.value.start != found.value.printedEnd || span.hasPrefix("since")
    else { return nil }
    return Stated(found.value, span.slice(found.range), rule: "biography.interval")
  }

  private static func role(in span: Span) -> Stated<String>? {
    var bare = span.trimmed
    for article in ["currently ", "now ", "a ", "an ", "the "] where bare.hasPrefix(article) {
      bare = bare.from(bare.lower + article.unicodeScalars.count).trimmed
    }
    guard bare.words.count <= 8, let match = Lexicon.shared.roles.best(in: bare),
      match.value != .student
    else {
      return nil
    }
    return Stated(bare.collapsed, bare, rule: "biography.role")
  }
}
