internal import KGLexicon
internal import KGModel
internal import KGText

/// What the value of a key looks like, whatever its key is. A value may have several forms.
enum DataValueForm: String, CaseIterable {
  case date, period, present, number, truth, link
  case knownOrganization = "known organization"
  case organization, unit, role, degree, place
  /// Words that begin with capitals, as names of organizations do that no table has.
  case name
  case person, people
  case knownVenue = "known venue"
  case venue
  case patentNumber = "patent number"
  /// Several words that are none of the above.
  case title
  case award
  /// A sentence or more, or a text of several lines.
  case sentence
  case texts
  /// A short text of no other form.
  case plain

  /// The forms of a value.
  static func forms(of node: DataNode) -> Set<DataValueForm> {
    if case .list(let items) = node, items.count != 1 {
      guard !items.isEmpty else { return [] }
      if isListOfPeople(items) { return [.people] }
      return items.contains { $0.span != nil } ? [.texts] : []
    }
    guard let span = DataText.plainText(of: node) else {
      return []
    }
    return forms(of: span)
  }

  private static func forms(of span: Span) -> Set<DataValueForm> {
    if let form = simpleForm(of: span) { return [form] }
    var forms = dateForms(of: span)
    guard forms.isEmpty else { return forms }
    if isSentence(span) { forms.insert(.sentence) }
    let line = LineAnnotations.annotations(of: span)
    forms.formUnion(nameForms(of: span, line))
    if line.cues.contains(.award) { forms.insert(.award) }
    if line.hasPatentNumber, span.wordCount <= mostWordsOfNumber { forms.insert(.patentNumber) }
    if forms.isDisjoint(with: [
      .organization, .unit, .role, .degree, .place, .people, .patentNumber, .knownVenue, .sentence,
    ]) {
      let words = wordCount(span)
      if fewestWordsOfTitle...mostWordsOfTitle ~= words {
        forms.insert(.title)
      }
      if words <= mostWordsOfPlainText, forms.isDisjoint(with: [.venue, .award]) {
        forms.insert(.plain)
      }
    }
    return forms
  }

  /// The form of what is no text to read: a number, a truth value, an address.
  private static func simpleForm(of span: Span) -> DataValueForm? {
    if isLink(span) { return .link }
    if ["true", "false", "yes", "no"].contains(span.foldedString) { return .truth }
    if DateParser.isPresent(span) { return .present }
    let isNumber = span.folded.allSatisfy { $0.isDigit || $0.isOne(of: ".,%+-/") }
    if isNumber, DateParser.firstInterval(in: span) == nil, Patents.number(in: span) == nil {
      return .number
    }
    return nil
  }

  /// Whether a value is an address, or the name of a file.
  static func isLink(_ span: Span) -> Bool {
    guard !span.contains(" ") else { return false }
    if ["http", "www.", "/", "./", "../", "#", "mailto:", "doi.org"].contains(where: span.hasPrefix)
    {
      return true
    }
    guard let dot = span.folded.lastIndex(of: "."), dot > span.lower, dot + 1 < span.upper else {
      return false
    }
    return ["pdf", "png", "jpg", "jpeg", "svg", "gif", "html", "md", "bib", "pptx", "webp"]
      .contains(span.from(dot + 1).foldedString)
  }

  /// Whether a text is one date and nothing else.
  static func isDate(_ span: Span) -> Bool { dateForms(of: span) == [.date] }

  private static func dateForms(of span: Span) -> Set<DataValueForm> {
    guard span.count <= longestDate, let found = DateParser.firstInterval(in: span) else {
      return []
    }
    let rest = span.removing(found.range).map { $0.trimming("()[]") }
    // “ICML 2021” is a venue, “2021 (expected)” a date.
    guard rest.allSatisfy({ part in !part.scalars.contains(where: \.isUpper) }),
      rest.reduce(0, { $0 + $1.count }) <= mostCharactersBesideDate
    else { return [] }
    return [found.value.isDate ? .date : .period]
  }

  private static func nameForms(of span: Span, _ line: LineAnnotations) -> Set<DataValueForm> {
    var forms: Set<DataValueForm> = []
    let words = wordCount(span)
    if AuthorList(span, rule: .dataAuthors).map({ $0.names.count > 1 }) ?? false {
      forms.insert(.people)
    }
    if isPlace(span) { forms.insert(.place) }
    if words <= mostWordsOfPosition { forms.formUnion(careerForms(of: span, line)) }
    // Two words with capitals are a name where they are nothing else.
    if forms.isEmpty, !line.cues.contains(.award),
      PersonNameText.isName(AuthorList.clean(withoutTitle(span)))
    {
      forms.insert(.person)
    }
    if forms.isDisjoint(with: [.people, .role, .degree]) {
      switch line.venue {
      case .known: forms.formUnion(words <= mostWordsOfName * 2 ? [.knownVenue, .venue] : [.venue])
      case .words: forms.insert(.venue)
      case .none: break
      }
    }
    if words <= mostWordsOfName, isCapitalized(span), forms.isDisjoint(with: [.people, .place]) {
      forms.insert(.name)
    }
    return forms
  }

  private static func careerForms(of span: Span, _ line: LineAnnotations) -> Set<DataValueForm> {
    var forms: Set<DataValueForm> = []
    // The institution may be one of several pieces, “Physics Department, Quillon University”.
    let pieces = [span] + span.split(at: ",", nesting: true)
    let isFound = line.organization.map { $0.institution.count * 2 >= span.count } ?? false
    let isKnown =
      pieces.contains { OrganizationAuthority.shared.match($0) != nil }
      || line.isOrganizationKnown && isFound
    let isInstitution =
      isFound
      || pieces.contains { OrganizationText.isInstitution($0) || OrganizationText.isCompany($0) }
    if isInstitution { forms.insert(.organization) }
    if isKnown { forms.formUnion([.organization, .knownOrganization]) }
    if !isInstitution, OrganizationText.isUnit(span) { forms.insert(.unit) }
    guard !isInstitution else { return forms }
    if !line.degrees.isEmpty { forms.insert(.degree) }
    // A role is most of a short text, or its beginning or end.
    if let role = line.roles.first,
      role.range.lowerBound == span.lower
        || line.roles.contains(where: { $0.range.upperBound == span.upper })
        || line.roles.reduce(0, { $0 + $1.range.count }) * 2 >= span.count
        || wordCount(span) <= mostWordsOfName
    {
      forms.insert(.role)
    }
    return forms
  }

  static func isListOfPeople(_ items: [DataNode]) -> Bool {
    let names = items.compactMap { ($0["name"].span ?? $0.span).map(DataText.plain) }
    guard !names.isEmpty, names.count == items.count else { return false }
    let count = names.count { name in
      let bare = AuthorList.clean(name)
      return PersonNameText.isName(bare)
        || PersonNameText.isName(bare, isWhole: false) && name.containsHan
    }
    return Double(count) >= leastShareOfNames * Double(names.count)
  }

  /// A known town or country, or pieces of which the last one is.
  private static func isPlace(_ span: Span) -> Bool {
    let pieces = span.split(at: ",")
    guard (1...3).contains(pieces.count), span.wordCount <= mostWordsOfName,
      let last = pieces.last?.trimming(". ")
    else { return false }
    return Lexicon.shared.places.matches(in: last).contains { $0.range == last.range }
      && OrganizationAuthority.shared.match(span) == nil
      && pieces.allSatisfy { OrganizationText.level(of: $0) == nil }
  }

  private static func isSentence(_ span: Span) -> Bool {
    if span.contains("\n") || span.contains("。") { return true }
    let words = wordCount(span)
    if words > mostWordsOfTitle { return true }
    guard words >= fewestWordsOfSentence, let last = span.folded.last else { return false }
    return last.isOne(of: ".!")
  }

  /// Whether all longer words begin with capitals.
  private static func isCapitalized(_ span: Span) -> Bool {
    if span.containsEastAsian { return span.count <= longestEastAsianName }
    let words = span.words.filter { $0.count > 3 || $0.lower == span.lower }
    return !words.isEmpty
      && words.allSatisfy { word in
        word.scalars.contains { $0.isUpper || $0.isDigit }
      }
  }

  private static func withoutTitle(_ span: Span) -> Span {
    for title in ["prof. dr.", "prof.", "professor", "dr."] where span.hasPrefix(title) {
      return span.from(span.lower + title.unicodeScalars.count).trimmed
    }
    return span
  }

  /// Two characters of a script without spaces are about a word.
  private static func wordCount(_ span: Span) -> Int {
    span.containsEastAsian ? (span.count + 1) / 2 : span.wordCount
  }

  private static let longestDate = 48
  private static let mostCharactersBesideDate = 12
  private static let mostWordsOfNumber = 8
  private static let mostWordsOfName = 8
  private static let mostWordsOfPlainText = 6
  private static let mostWordsOfPosition = 16
  private static let longestEastAsianName = 16
  private static let fewestWordsOfTitle = 3
  private static let mostWordsOfTitle = 32
  private static let fewestWordsOfSentence = 6
  private static let leastShareOfNames = 0.7
}
