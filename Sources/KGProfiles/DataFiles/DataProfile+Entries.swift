internal import KGLexicon
internal import KGModel
internal import KGText

/// Records from the entries of data files.
extension DataProfile {
  /// - Parameter isStudentship: Whether the entry states that the person studies there, rather than a degree.
  mutating func addEducation(
    _ entry: DataEntry, degree: Span? = nil, school: Span? = nil, isStudentship: Bool = false
  ) {
    // al-folio has the degree in `title`.
    let stated = degree ?? entry.span(.degree) ?? entry.span(.title)
    let degreeText = stated.flatMap { Self.isOnlyStudent($0) ? nil : $0 }
    guard let organization = school ?? entry.organization, !isLabel(entry, degreeText) else {
      return
    }
    // A visit is a position wherever it is listed.
    if degree == nil, let text = degreeText, Career.isVisit([text]) {
      return addPosition(entry, role: text)
    }
    let (rest, advisers) = Self.withoutAdvisers(degreeText)
    let header = EntryHeader([rest, entry.span(.field)].compactMap { $0 }, for: .education)
    let field = entry.span(.field).flatMap { field in
      Lexicon.shared.degrees.contains(field)
        ? nil : Stated(field.collapsed, field, rule: .dataField)
    }
    let place = EntryHeader([organization], for: .education)
    let isWhole = Self.isWholeName(organization, place)
    let found = EducationRecord(
      organization: (isWhole ? nil : place.organization)
        ?? Stated(organization.collapsed, organization, rule: .dataOrganization),
      unit: entry.unit ?? (isWhole ? nil : place.unit),
      degree: header.degree ?? degreeText.map { Stated($0.collapsed, $0, rule: .dataDegree) },
      field: field ?? header.field ?? Self.fieldAfterDegree(header),
      interval: entry.interval(isEducation: true) ?? header.interval,
      advisers: entry[.advisers].texts.compactMap(Advisers.name) + entry.advisersInSummary
        + advisers)
    if isStudentship { studentships.append(found) } else { record.education.append(found) }
  }

  /// The text of a degree without the advisers that it names, and these.
  private static func withoutAdvisers(_ text: Span?) -> (rest: Span?, names: [Stated<String>]) {
    guard let text else { return (nil, []) }
    let (rest, found) = Advisers.cut(from: text)
    return (rest, found.flatMap(\.names))
  }

  /// “PhD, Linguistics”: what stands beside the degree and is nothing else.
  private static func fieldAfterDegree(_ header: EntryHeader) -> Stated<String>? {
    guard header.degree != nil, header.organization == nil, let title = header.title,
      !OrganizationText.isUnit(title.span), title.span.wordCount <= mostWordsOfField
    else { return nil }
    return Stated(title.value, title.span, rule: .dataField)
  }

  private static let mostWordsOfField = 6

  /// Whether an item of a list of degrees is none: it states neither degree nor field nor time, where others do.
  private func isLabel(_ entry: DataEntry, _ degree: Span?) -> Bool {
    degree == nil && !entry.has(.field) && entry.interval(isEducation: true) == nil
      && entry.fields.columns[.degree] != nil
  }

  /// Whether a Chinese name that ends with a word for institutions is one name, though a known one ends it.
  private static func isWholeName(_ name: Span, _ header: EntryHeader) -> Bool {
    guard name.containsEastAsian, name.count <= longestFusedName,
      !name.scalars.contains(where: { $0.isBlank || $0.isOne(of: ",，、()（）") }),
      let found = header.organization?.span, found.text === name.text, found.upper == name.upper
    else { return false }
    return !OrganizationText.isUnit(name.to(found.lower))
  }

  /// Characters. Longer names are those of an institution and of its parts.
  private static let longestFusedName = 10

  mutating func addPosition(_ entry: DataEntry, role given: Span? = nil) {
    // JSON Resume has the employer in `name`.
    let employer =
      entry.has(.role) && !entry.has(.organization) ? entry.span(.title) : nil
    guard let organization = employer ?? entry.organization else {
      return
    }
    // Degrees in a list of experience, perhaps with company and title exchanged.
    if Lexicon.shared.degrees.contains(organization), !OrganizationText.isInstitution(organization),
      let place = entry.span(.title) ?? entry.span(.role),
      let school = OrganizationText.find(in: place)
    {
      return addEducation(entry, degree: organization, school: school.institution)
    }
    if given == nil, let title = entry.span(.title) ?? entry.span(.role),
      isDegreeStudent(title)
    {
      return addEducation(entry, degree: title, school: organization, isStudentship: true)
    }
    let role =
      given ?? entry.span(.role) ?? (employer == nil ? entry.span(.title) : nil)
    let header = EntryHeader([organization], for: .employment)
    let name = header.organization.flatMap { $0.span.count * 3 >= organization.count ? $0 : nil }
    record.affiliations.append(
      AffiliationRecord(
        organization: name
          ?? Stated(organization.collapsed, organization, rule: .dataOrganization),
        unit: entry.unit ?? (name == nil ? nil : header.unit),
        role: role.map { Stated($0.collapsed, $0, rule: .dataRole) },
        interval: entry.interval(isEducation: false),
        kind: role.flatMap { Lexicon.shared.roles.best(in: $0)?.value } ?? .staff))
  }

  /// Whether a role states a degree and nothing but being a student: “Ph.D. Student” is one of the university
  /// that awards the degree; “Guest PhD student” and “PhD intern” are positions.
  private func isDegreeStudent(_ role: Span) -> Bool {
    guard let degree = Lexicon.shared.degrees.firstMatch(in: role) else {
      return Self.isOnlyStudent(role)
    }
    if !Lexicon.shared.roles.contains(role) { return true }
    return role.removing(degree.range).allSatisfy {
      ["student", "candidate", "生", "学生", "研究生"].contains($0.trimming("(),-").foldedString)
    }
  }

  /// Whether an entry with a degree is one of studying for it: “PhD Candidate”.
  func isStudentship(_ entry: DataEntry) -> Bool {
    guard let degree = entry.span(.degree) ?? entry.span(.title) else { return false }
    return ["student", "candidate", "研究生", "学生"].contains { degree.first(of: $0) != nil }
  }

  private static func isOnlyStudent(_ role: Span) -> Bool {
    ["student", "学生"].contains(role.foldedString)
  }

  /// Adds the degrees that positions state, “PhD Student”, where no list of degrees states them.
  mutating func addStudentships() {
    record.education = EducationMerger.merge(record.education, studentships)
    studentships = []
  }

  /// Whether the title of a paper is a whole reference, since no other key has its authors and its venue.
  static func isReference(_ entry: DataEntry) -> Bool {
    guard let title = entry.span(.title), !entry.has(.authors), !entry.has(.venue) else {
      return false
    }
    let line = LineAnnotations.annotations(of: title)
    return line.years > 0 && line.nameCount > 0
  }

  mutating func addPaper(_ entry: DataEntry) {
    // A list of conferences has names of venues where papers have titles.
    guard let title = entry.span(.title), title.count > 3, !VenueMention.isKnown(title) else {
      return
    }
    var paper = PaperRecord(
      title: Stated(title.collapsed, title.trimming(".,\""), rule: .dataTitle))
    paper = PaperRecord(
      title: Stated(paper.title.span.collapsed, paper.title.span, rule: .dataTitle))
    paper.authors = entry.authors
    paper.isAuthorListComplete = !paper.authors.isEmpty
    // al-folio lists papers like positions: the venue has the key of the institution.
    if let venue = entry.span(.venue) ?? entry.span(.organization) {
      let mention = VenueMention(venue)
      paper.venue = mention.name
      paper.year = mention.year
      paper.status = mention.status
      paper.presentation = mention.presentation
    }
    for key in [DataField.date, .start] {
      if let span = entry.span(key), let year = DateParser.years(in: span).first {
        paper.year = Stated(year.value, span.slice(year.range), rule: .dataYear)
        break
      }
    }
    record.papers.append(paper)
  }

  mutating func addPatent(_ entry: DataEntry) {
    guard let title = entry.span(.title) else { return }
    let stated = entry.span(.number)
    let number = stated.map { Patents.number(in: $0) ?? $0 } ?? Patents.number(in: title)
    let year = (entry.span(.date) ?? stated.flatMap(Self.afterNumber)).flatMap { span in
      DateParser.years(in: span).first.map {
        Stated($0.value, span.slice($0.range), rule: .dataYear)
      }
    }
    record.patents.append(
      PatentRecord(
        title: Stated(title.collapsed, title, rule: .dataTitle),
        number: number.map { Stated($0.collapsed, $0, rule: .dataNumber) }, year: year))
  }

  /// What follows the number of a patent in the same text: “KR 10-0000000, granted 2024”.
  private static func afterNumber(_ text: Span) -> Span? {
    Patents.number(in: text).map { text.from($0.upper) }
  }

  mutating func addAward(_ entry: DataEntry) {
    let year = [DataField.date, .start].lazy.compactMap { entry.span($0) }.compactMap { span in
      DateParser.years(in: span).first.map {
        Stated($0.value, span.slice($0.range), rule: .dataYear)
      }
    }.first
    // `year: 2020` over several `items`.
    let titles = entry.node["items"].texts
    let stated = titles.isEmpty ? [entry.span(.title)].compactMap { $0 } : titles
    // The titles of sections in a list of them are no awards.
    for title in stated where !Self.isSection(title.string) {
      record.awards.append(
        AwardRecord(
          title: Stated(title.collapsed, title, rule: .dataTitle), year: year,
          rank: Rank.find(in: title)))
    }
  }

  mutating func addProject(_ entry: DataEntry) {
    guard let name = entry.span(.title) else { return }
    record.projects.append(
      ProjectRecord(
        name: Stated(name.collapsed, name, rule: .dataTitle),
        url: entry.span(.url).map { Stated($0.string, $0, rule: .dataUrl) }))
  }
}
