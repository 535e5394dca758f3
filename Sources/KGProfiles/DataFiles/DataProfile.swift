internal import Foundation
internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads what a data file states about a person: JSON Resume, RenderCV, the `cv.yml` of al-folio,
/// the author pages and blocks of Hugo sites.
///
/// The key or title of a list, or else the keys of its entries, determine what the list is about;
/// `data-keys.tsv` lists the keys of each field.
struct DataProfile {
  private(set) var record = ProfileRecord()
  /// Texts in sentences: summaries and biographies.
  private(set) var prose: [Span] = []

  init(_ data: DataNode, includesPersonalData: Bool = false) {
    let root = data["cv"].isMap ? data["cv"] : data
    if includesPersonalData {
      record.personal = Self.personalData(of: root["basics"].isMap ? root["basics"] : root)
    }
    readPerson(root["basics"].isMap ? root["basics"] : root)
    readSections(root)
  }

  // MARK: The person

  private mutating func readPerson(_ person: DataNode) {
    if let name = Self.name(in: person) { record.person.name = name }
    for key in ["url", "website", "homepage"] {
      for span in person[key].texts { addLink(span.string, span) }
    }
    for profile in person["profiles", "social_networks", "social"].items { readProfile(profile) }
    for key in ["summary", "bio", "about"] { prose += person[key].texts }
    if let label = person["label", "headline"].span { prose.append(label) }
    readPosition(of: person)
  }

  static func personalData(of person: DataNode) -> [PersonalRecord] {
    let keys: [(PersonalProperty, [String])] = [
      (.email, ["email", "mail"]), (.telephone, ["phone", "telephone", "mobile"]),
      (.gender, ["gender", "sex"]), (.age, ["age"]),
      (.birthDate, ["birth_date", "date_of_birth", "birthday", "born"]),
    ]
    return keys.flatMap { property, keys in
      person[keys].texts.map {
        PersonalRecord(property: property, value: Stated($0.collapsed, $0, rule: .personalKey))
      }
    }
  }

  /// The owner's name, as one text or as given and family name; `nil` when there is none.
  static func name(in person: DataNode) -> Stated<String>? {
    if let whole = person["name", "full_name"].span.flatMap(Owner.name) {
      return Stated(whole.collapsed, whole, rule: .dataName)
    }
    guard let first = person["first_name", "firstname", "given_name"].span,
      let last = person["last_name", "lastname", "family_name", "surname"].span
    else { return nil }
    let middle = person["middle_name"].span
    return Stated(
      [first, middle, last].compactMap { $0?.collapsed }.joined(separator: " "), last,
      rule: .dataName)
  }

  private mutating func readProfile(_ profile: DataNode) {
    guard profile.isMap else { return }
    if let url = profile["url", "link"].span { return addLink(url.string, url) }
    guard let network = profile["network", "icon"].span?.foldedString.filter(\.isLetter),
      let user = profile["username", "user"].span
    else { return }
    let prefixes = [
      "github": "https://github.com/", "linkedin": "https://www.linkedin.com/in/",
      "orcid": "https://orcid.org/", "googlescholar": "https://scholar.google.com/citations?user=",
    ]
    if let prefix = prefixes[network] { addLink(prefix + user.string, user) }
  }

  private mutating func addLink(_ address: String, _ span: Span) {
    record.person.addLink(address, span)
  }

  /// `role` and `organizations` of an author page, `position` and `affiliation` of a configuration.
  private mutating func readPosition(of person: DataNode) {
    guard let role = person["role", "position"].span,
      let kind = Lexicon.shared.roles.best(in: role)?.value, kind != .student
    else { return }
    let organizations = person[
      "organizations", "organization", "affiliation", "affiliations", "employer"]
    for organization in organizations.items {
      guard let name = organization["name"].span ?? organization.span else { continue }
      let header = EntryHeader([name], for: .employment)
      let institution =
        header.organization ?? Stated(name.collapsed, name, rule: .dataOrganization)
      record.affiliations.append(
        AffiliationRecord(
          organization: institution, unit: header.unit,
          role: Stated(role.collapsed, role, rule: .dataRole), interval: nil,
          kind: Lexicon.shared.roles.best(in: role)?.value ?? .staff, isCurrent: true))
    }
  }

  // MARK: Sections

  private mutating func readSections(_ node: DataNode) {
    for (key, value) in node.entries {
      switch DataNode.folded(key) {
      case "sections", "blocks": readSections(value)
      case "design", "settings", "localesettings", "languages", "skills", "interests", "references":
        continue
      default: readSection(titled: key, value)
      }
    }
    for item in node.isMap ? [] : node.items {
      // `title: Education` over `contents:`, and blocks of Hugo with their content.
      if let title = item["title", "block", "widget"].span {
        let inner = item["contents"].items.isEmpty ? item["content"] : item["contents"]
        readSection(titled: title.string, inner.isMap ? inner["items"] : inner)
        readSections(inner)
      }
    }
  }

  private mutating func readSection(titled title: String, _ value: DataNode) {
    let heading = SourceText(plain: title.replacing("_", with: " ").replacing("-", with: " ")).whole
    var kinds = SectionTitle.kinds(of: heading)
    if DataNode.folded(title) == "experience" { kinds = [.experience] }
    if value.isMap {
      // `education: { courses: […] }`
      if value["courses"].items.isEmpty == false {
        return readSection(titled: title, value["courses"])
      }
      let inner = value["items", "contents"]
      if !inner.items.isEmpty { return readSection(titled: title, inner) }
      if kinds.isEmpty { return }
    }
    guard case .list(let items) = value else { return }
    for item in items { read(item, kinds) }
  }

  private mutating func read(_ item: DataNode, _ kinds: [SectionKind]) {
    guard item.isMap else {
      if let span = item.span { readLine(DataText.plain(span), kinds) }
      return
    }
    if kinds.isEmpty || kinds == [.about], let label = item["name"].span,
      let value = item["value"].span
    {
      return readLabelled(label, value)
    }
    // A line under a key that only says how the line is typeset.
    if item.entries.count == 1,
      let line = item["bullet", "number", "reversed_number", "text", "item"].span
    {
      return readLine(DataText.plain(line), kinds)
    }
    let entry = DataEntry(item)
    if kinds.contains(.education) || entry.has("degree") && entry.has("organization") {
      addEducation(entry)
    } else if kinds.contains(.experience) {
      addPosition(entry)
    } else if kinds.contains(.publications) {
      addPaper(entry)
    } else if kinds.contains(.patents) {
      addPatent(entry)
    } else if kinds.contains(.awards) {
      addAward(entry)
    } else if kinds.contains(.projects) {
      addProject(entry)
    } else if kinds.isEmpty {
      if entry.has("role"), entry.has("organization") { addPosition(entry) }
      if entry.span("authors") != nil || !entry["authors"].items.isEmpty, entry.has("title") {
        addPaper(entry)
      }
    }
  }

  /// `name: Full Name`, `value: …`: how al-folio lists general data.
  private mutating func readLabelled(_ label: Span, _ value: Span) {
    if ["full name", "name", "姓名"].contains(label.foldedString) {
      if record.person.name == nil, let name = Owner.name(in: value) {
        record.person.name = Stated(name.collapsed, name, rule: .dataName)
      }
    } else if value.hasPrefix("http"),
      [
        "website", "homepage", "home page", "web", "url", "github", "google scholar", "scholar",
        "orcid", "linkedin", "dblp", "semantic scholar", "个人主页", "主页",
      ].contains(label.foldedString)
    {
      addLink(value.string, value)
    }
  }

  /// An entry that is one line of text.
  private mutating func readLine(_ span: Span, _ kinds: [SectionKind]) {
    let block = Block(.listItem(depth: 1, ordered: false), span.text.part(span.range))
    let part = Outline.Part(
      heading: nil, level: 1, kinds: kinds, isSectionHeading: true, blocks: [block])
    if kinds.contains(.awards) {
      var awards = Awards()
      awards.read(part)
      record.awards += awards.awards
    } else if kinds.contains(.patents) {
      var patents = Patents()
      patents.read(line: block.span)
      record.patents += patents.patents
    } else if kinds.contains(.publications) {
      var publications = Publications()
      publications.read(part)
      record.papers.append(contentsOf: publications.papers)
    }
  }

  // MARK: Entries

  private mutating func addEducation(_ entry: DataEntry, degree: Span? = nil, school: Span? = nil) {
    // al-folio has the degree in `title`.
    let degreeText = degree ?? entry.span("degree") ?? entry.span("title")
    guard let organization = school ?? entry.span("organization") else { return }
    // A visit is a position wherever it is listed.
    if degree == nil, let text = degreeText, Career.isVisit([text]) {
      return addPosition(entry, role: text)
    }
    let header = EntryHeader([degreeText, entry.span("field")].compactMap { $0 }, for: .education)
    let field = entry.span("field").flatMap { field in
      Lexicon.shared.degrees.contains(field)
        ? nil : Stated(field.collapsed, field, rule: .dataField)
    }
    let place = EntryHeader([organization], for: .education)
    record.education.append(
      EducationRecord(
        organization: place.organization
          ?? Stated(organization.collapsed, organization, rule: .dataOrganization),
        unit: entry.unit ?? place.unit,
        degree: header.degree ?? degreeText.map { Stated($0.collapsed, $0, rule: .dataDegree) },
        field: field ?? header.field, interval: entry.interval(isEducation: true),
        advisers: entry["advisers"].texts.compactMap(Advisers.name) + entry.advisersInSummary))
  }

  private mutating func addPosition(_ entry: DataEntry, role given: Span? = nil) {
    let organization = entry.span("organization") ?? (entry.has("role") ? entry.span("title") : nil)
    guard let organization else { return }
    // Degrees in a list of experience, perhaps with company and title exchanged.
    if Lexicon.shared.degrees.contains(organization), !OrganizationText.isInstitution(organization),
      let place = entry.span("title") ?? entry.span("role"),
      let school = OrganizationText.find(in: place)
    {
      return addEducation(entry, degree: organization, school: school.institution)
    }
    if given == nil, let title = entry.span("title") ?? entry.span("role"),
      Lexicon.shared.degrees.contains(title),
      !Lexicon.shared.roles.contains(title)
    {
      return addEducation(entry, degree: title, school: organization)
    }
    let role =
      given ?? entry.span("role") ?? (entry.span("organization") == nil ? nil : entry.span("title"))
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

  private mutating func addPaper(_ entry: DataEntry) {
    guard let title = entry.span("title"), title.count > 3 else { return }
    var paper = PaperRecord(
      title: Stated(title.collapsed, title.trimming(".,\""), rule: .dataTitle))
    paper = PaperRecord(
      title: Stated(paper.title.span.collapsed, paper.title.span, rule: .dataTitle))
    paper.authors = entry.authors
    paper.isAuthorListComplete = !paper.authors.isEmpty
    // al-folio lists papers like positions: the venue has the key of the institution.
    if let venue = entry.span("venue") ?? entry.span("organization") {
      let mention = VenueMention(venue)
      paper.venue = mention.name
      paper.year = mention.year
      paper.status = mention.status
      paper.presentation = mention.presentation
    }
    for key in ["date", "start"] {
      if let span = entry.span(key), let year = DateParser.years(in: span).first {
        paper.year = Stated(year.value, span.slice(year.range), rule: .dataYear)
        break
      }
    }
    record.papers.append(paper)
  }

  private mutating func addPatent(_ entry: DataEntry) {
    guard let title = entry.span("title") else { return }
    let number = entry.span("number") ?? Patents.number(in: title)
    let year = entry.span("date").flatMap { span in
      DateParser.years(in: span).first.map {
        Stated($0.value, span.slice($0.range), rule: .dataYear)
      }
    }
    record.patents.append(
      PatentRecord(
        title: Stated(title.collapsed, title, rule: .dataTitle),
        number: number.map { Stated($0.collapsed, $0, rule: .dataNumber) }, year: year))
  }

  private mutating func addAward(_ entry: DataEntry) {
    let year = ["date", "start"].lazy.compactMap { entry.span($0) }.compactMap { span in
      DateParser.years(in: span).first.map {
        Stated($0.value, span.slice($0.range), rule: .dataYear)
      }
    }.first
    // `year: 2020` over several `items`.
    let titles = entry.node["items"].texts
    for title in titles.isEmpty ? [entry.span("title")].compactMap({ $0 }) : titles {
      record.awards.append(
        AwardRecord(
          title: Stated(title.collapsed, title, rule: .dataTitle), year: year,
          rank: Rank.find(in: title)))
    }
  }

  private mutating func addProject(_ entry: DataEntry) {
    guard let name = entry.span("title") else { return }
    record.projects.append(
      ProjectRecord(
        name: Stated(name.collapsed, name, rule: .dataTitle),
        url: entry.span("url").map { Stated($0.string, $0, rule: .dataUrl) }))
  }
}
