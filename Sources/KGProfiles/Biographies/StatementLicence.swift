internal import KGLexicon
internal import KGModel
internal import KGText

/// Whether the words of a statement connect its roles and degrees with its organizations. What only happens to be in one
/// sentence is no fact: “I presented our work at X”.
struct StatementLicence {
  let statement: ProseStatement
  let sentence: ProseSentence

  /// Words that may be between a role or degree and its organization, such as a field.
  private static let mostWords = 8
  private static let mostWordsWithoutVerb = 4
  /// Characters of languages without spaces.
  private static let mostCharacters = 6
  /// Words between a verb that has an object and the organization: “studied pure mathematics at X”.
  private static let mostWordsOfObject = 6

  /// Words about the time spent: “spent four wonderful months at X”.
  private static let mostWordsOfTime = 2

  private static let employing: Set<BiographyWord> = [
    .hold, .series, .begin, .join, .stay, .visit, .intern, .found, .lead, .work,
  ]
  private static let educating: Set<BiographyWord> = [.study, .enrol, .graduate, .receive]

  // MARK: Roles and degrees

  /// Whether the organizations of the statement are those of a role or degree.
  func connects(_ title: ProseStatement.Title) -> Bool {
    guard let place = statement.places.first else { return true }
    return sentence.isEastAsian
      ? connectsWithoutSpaces(title, place) : connectsWithSpaces(title, place)
  }

  private func connectsWithSpaces(
    _ title: ProseStatement.Title, _ place: ProseStatement.Place
  ) -> Bool {
    if title.followsPlace {
      return place.lead != .from || title.isDegree || statement.says([.begin, .join])
    }
    let words = sentence.uncovered(title.span.upper, place.span.lower)
    switch place.lead {
    case .from: return title.isDegree && words.count <= Self.mostWords
    case .at, .in, .of:
      return words.count <= (statement.verbs.isEmpty ? Self.mostWordsWithoutVerb : Self.mostWords)
    case .with, .for, .to: return !statement.verbs.isEmpty && words.count <= Self.mostWords
    case let lead? where lead.isVerb:
      return lead != .work && words.isEmpty && (lead != .receive || place.isApposition)
    default:
      // “Ph.D. in physics, X, 2019”, “data scientist, X (2017–2019)”
      let isField =
        title.isDegree
        && (sentence.field(after: title.span)
          ?? sentence.fieldWithoutPreposition(after: title.span)) != nil
      let brackets = sentence.span.brackets
      let isFree = words.allSatisfy { word in brackets.contains { $0.overlaps(word.range) } }
      return place.isApposition && (isFree || isField)
        && (title.isDegree || hasDate || statement.isIntroduction || !statement.verbs.isEmpty)
    }
  }

  private var hasDate: Bool {
    !statement.dates.isEmpty || statement.places.contains { $0.date != nil }
      || statement.titles.contains { $0.date != nil }
  }

  private func connectsWithoutSpaces(
    _ title: ProseStatement.Title, _ place: ProseStatement.Place
  ) -> Bool {
    let words =
      title.span.lower > place.span.upper
      ? sentence.uncovered(statement.places.last?.span.upper ?? place.span.upper, title.span.lower)
      : sentence.uncovered(title.span.upper, place.span.lower)
    let isNear = words.count <= (title.isDegree ? 2 * Self.mostCharacters : Self.mostCharacters)
    if title.isDegree {
      return isNear
        && (statement.says(Self.educating) || hasDate || statement.says([.be]) || words.count <= 2)
    }
    // 获X实习生计划 is a prize.
    let isAwarded =
      !statement.verbs.isEmpty && statement.verbs.allSatisfy { Self.educating.contains($0.word) }
    return isNear && !isAwarded
      && (!statement.verbs.isEmpty || hasDate || statement.isIntroduction
        || statement.isCoordinated || place.lead == .at)
  }

  // MARK: No role, no degree

  /// Whether the owner worked at the organizations of a statement without a role.
  var isEmployment: Bool {
    guard let place = statement.places.first, statement.titles.isEmpty else { return false }
    let verbs = statement.verbs.filter { Self.employing.contains($0.word) || $0.word == .be }
    guard let verb = verbs.last else { return isStayBeforeClause(place) }
    if sentence.isEastAsian { return isNear(verb.span, place) && verb.word != .be }
    guard verb.span.upper <= place.span.lower else { return false }
    if let end = statement.previousEnd, !sentence.uncovered(end, place.span.lower).isEmpty {
      return false
    }
    let words = sentence.uncovered(verb.span.upper, place.span.lower)
    let isAt = place.lead == .at || place.lead == .in
    switch verb.word {
    case .be: return words.isEmpty && place.lead == .at && statement.hasSubject
    case .lead, .work: return words.count <= Self.mostWordsOfObject && (isAt || words.isEmpty)
    case .found: return words.count <= 2 && place.lead != .with
    case .join: return words.isEmpty && (place.lead == .join || isAt || place.lead == .of)
    case .begin: return words.isEmpty && (isAt || place.lead == .of || place.lead == .to)
    case .visit: return words.isEmpty && (place.lead == .visit || isAt)
    case .stay where place.lead == .at: return words.count <= Self.mostWordsOfTime
    default: return words.isEmpty && place.lead.map { $0 != .from && $0 != .of } ?? false
    }
  }

  /// “At X (2011–2015), she built looms”: where the owner was during a period, before what the owner did there.
  private func isStayBeforeClause(_ place: ProseStatement.Place) -> Bool {
    guard !sentence.isEastAsian, statement.verbs.isEmpty, place.lead == .at,
      let date = place.date ?? statement.dates.first, !date.value.isDate,
      sentence.uncovered(sentence.span.lower, place.span.lower).isEmpty
    else { return false }
    let end = max(place.span.upper, date.span.upper)
    let next = sentence.marks.first { $0.span.lower >= end && $0.word != nil }
    return next?.word == .owner && sentence.uncovered(end, next?.span.lower ?? end).isEmpty
  }

  private func isNear(_ verb: Span, _ place: ProseStatement.Place) -> Bool {
    let last = statement.places.last ?? place
    let end = last.units.last?.upper ?? last.span.upper
    return verb.lower >= end
      ? sentence.uncovered(end, verb.lower).count <= Self.mostCharacters
      : sentence.uncovered(verb.upper, place.span.lower).isEmpty
  }

  /// Whether the owner studied at the organizations of a statement without a degree.
  var isEducation: Bool {
    guard let place = statement.places.first, statement.roles.isEmpty else { return false }
    guard let verb = statement.verbs.last(where: { Self.educating.contains($0.word) }),
      verb.word != .receive
    else { return false }
    if sentence.isEastAsian { return isNear(verb.span, place) }
    return verb.span.upper <= place.span.lower && Self.isSchool(place.span)
      && sentence.uncovered(verb.span.upper, place.span.lower).count <= Self.mostWordsOfObject
  }

  /// Whether a name is a university's or a college's and not a company's.
  private static func isSchool(_ organization: Span) -> Bool {
    let known = OrganizationAuthority.shared.match(organization)
    return ([organization.string] + (known?.allNames ?? [])).contains { name in
      SourceText(plain: name).whole.first(ofPhrase: "eth") != nil
        || schoolWords.contains { foldedName(name).contains($0) }
    }
  }

  private static func foldedName(_ name: String) -> String {
    SourceText(plain: name).whole.foldedString
  }

  private static let schoolWords = [
    "universi", "college", "institute of technology", "polytech", "politec", "ecole", "school",
    "大学",
  ]
}
