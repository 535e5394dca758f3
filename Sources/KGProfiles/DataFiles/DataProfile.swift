internal import Foundation
internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads what a data file states about a person: JSON Resume, RenderCV, the `cv.yml` of al-folio,
/// the author pages and blocks of Hugo sites.
///
/// The key or title of a list, or else the fields of its entries, determine what the list is about;
/// ``DataFields`` finds the fields.
struct DataProfile {
  var record = ProfileRecord()
  private let knownOwner: Stated<String>?
  /// Degrees that entries of positions state.
  var studentships: [EducationRecord] = []
  /// How many maps were looked at one by one.
  var singleMapCount = 0

  /// - Parameters:
  ///   - title: What the file is called, which says what a list without a title is about.
  ///   - owner: The name that another part of the same profile states.
  init(
    _ data: DataNode, titled title: String? = nil, owner: Stated<String>? = nil,
    includesPersonalData: Bool = false
  ) {
    knownOwner = owner
    let root = data["cv"].isMap ? data["cv"] : data
    let person = Self.person(in: root)
    if includesPersonalData { record.personal = Self.personalData(of: person) }
    readPerson(person)
    readFile(root, titled: title)
    addStudentships()
  }

  /// What a file that is not part of a site states, its texts in sentences included.
  ///
  /// - Parameter name: The name of the file, or its path.
  static func record(ofFile data: DataNode, name: String?, includesPersonalData: Bool)
    -> ProfileRecord
  {
    let profile = DataProfile(
      data, titled: name.map { PathText($0).stem }, includesPersonalData: includesPersonalData)
    var record = TemplateRemnants.removed(from: profile.record)
    let root = data["cv"].isMap ? data["cv"] : data
    // The person may be the root.
    var places: Set<Int> = []
    let texts = [person(in: root), root].flatMap { node in
      biographyKeys.compactMap { node[$0].span }
    }
    .filter { places.insert($0.byteRange.lowerBound).inserted }
    let blocks = texts.map(DataText.plain).map { Block(.paragraph, $0.text.part($0.range)) }
    if !blocks.isEmpty {
      let document = Document(kind: .data, blocks: blocks)
      record.merge(
        DocumentProfile(document, owner: nil, knownOwner: record.person.name).record)
    }
    return record
  }

  private static let biographyKeys = [
    "bio", "biography", "short_bio", "about_me", "introduction", "简介", "个人简介",
  ]

  // MARK: The person

  static let personKeys = [
    "basics", "profile", "person", "personal", "personal_info", "about", "header", "me", "owner",
  ]

  /// The map that describes the person; the root where there is none of its own.
  private static func person(in root: DataNode) -> DataNode {
    personKeys.map { root[$0] }.first { name(in: $0) != nil } ?? root
  }

  private mutating func readPerson(_ person: DataNode) {
    if let name = Self.name(in: person) { record.person.name = name }
    for key in ["url", "website", "homepage"] {
      for span in person[key].texts { addLink(span.string, span) }
    }
    for profile in person["profiles", "social_networks", "social"].items { readProfile(profile) }
    for (_, link) in person["links"].entries {
      if let span = link.span, span.hasPrefix("http") { addLink(span.string, span) }
    }
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
    if let whole = person["name", "full_name", "姓名"].span.flatMap(Owner.name) {
      return Stated(whole.collapsed, whole, rule: .dataName)
    }
    // `name: {first: …, last: …}`
    let inner = person["name", "full_name"]
    let parts = inner.isMap ? inner : person
    let short = inner.isMap
    guard
      let first = parts["first_name", "firstname", "given_name"].span
        ?? (short ? parts["first", "given"].span : nil),
      let last = parts["last_name", "lastname", "family_name", "surname"].span
        ?? (short ? parts["last", "family"].span : nil)
    else { return nil }
    let middle = parts["middle_name"].span ?? (short ? parts["middle"].span : nil)
    return Stated(
      [first, middle, last].compactMap { $0?.collapsed }.joined(separator: " "), last,
      rule: .dataName)
  }

  /// Whether works in lists whose titles do not say so may be the owner's: one of them has the owner among its
  /// authors, or the owner's name is not known.
  func mayOwn(_ papers: [PaperRecord]) -> Bool {
    var person = record.person
    person.name = person.name ?? knownOwner
    let signed = papers.filter { !$0.authors.isEmpty }
    return signed.isEmpty || signed.contains(where: person.isAuthor)
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
}
