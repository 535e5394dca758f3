internal import KGLexicon
internal import KGModel
internal import KGText

/// Composes the positions and degrees of a statement: every role or degree at every organization, each with its dates.
struct StatementFacts {
  private(set) var positions: [AffiliationRecord] = []
  private(set) var education: [EducationRecord] = []
  private let statement: ProseStatement
  private let sentence: ProseSentence
  private let context: BiographyContext

  /// A role or degree at an organization.
  private struct Tenure {
    let title: ProseStatement.Title?
    let place: Int
    var date: Stated<DatedText>?
  }

  init(_ statement: ProseStatement, in sentence: ProseSentence, _ context: BiographyContext) {
    var whole = statement
    self.context = context
    self.sentence = sentence
    let licence = StatementLicence(statement: statement, sentence: sentence)
    if statement.places.isEmpty {
      whole.places = Self.inherited(statement, in: sentence, context).map { [$0] } ?? []
    }
    if statement.isInSameYear, whole.dates.isEmpty, let date = context.lastDate,
      let year = date.value.printedEnd ?? date.value.start
    {
      whole.dates = [
        Stated(.date(year), date.span, rule: date.rule)
      ]
    }
    self.statement = whole
    guard !whole.places.isEmpty else { return }
    let titles = whole.titles.filter(licence.connects)
    guard !titles.isEmpty || whole.titles.isEmpty else { return }
    let tenures = tenures(titles)
    if titles.isEmpty {
      if licence.isEducation {
        education = tenures.map(educationRecord)
      } else if licence.isEmployment || isPlaceInherited && isHeldThere {
        positions = tenures.map(positionRecord)
      }
    } else {
      positions = tenures.filter { $0.title?.isDegree == false }.map(positionRecord)
      education = tenures.filter { $0.title?.isDegree == true }.map(educationRecord)
    }
  }

  // MARK: Organizations

  private var isPlaceInherited: Bool {
    statement.places.first?.span.range == context.lastPlace?.span.range
  }

  /// “where he now heads the Department of Remote Sensing”
  private var isHeldThere: Bool {
    statement.isAtSamePlace
      && (statement.says([.hold, .begin, .join, .stay, .intern, .visit])
        || statement.says([.lead]) && !statement.units.isEmpty)
  }

  /// The organization of the statement before, where this one refers to it or leaves it out.
  private static func inherited(
    _ statement: ProseStatement, in sentence: ProseSentence, _ context: BiographyContext
  ) -> ProseStatement.Place? {
    if let place = independentUnit(statement, in: sentence, context) { return place }
    guard var place = context.lastPlace else { return nil }
    let isDated = !statement.dates.isEmpty || statement.titles.contains { $0.date != nil }
    let isReferred =
      statement.isAtSamePlace && !statement.verbs.isEmpty
      || sentence.isEastAsian && !statement.degrees.isEmpty && context.lastEducation != nil
        && context.lastPosition == nil && statement.says([.receive, .graduate])
      || sentence.isEastAsian && !statement.roles.isEmpty && context.lastPosition != nil
        && (statement.says([.hold, .begin]) && place.span.range.overlaps(sentence.span.range)
          || isDated || statement.isCoordinated || statement.isSequence || !statement.units.isEmpty)
      || statement.isCoordinated && !statement.roles.isEmpty && !statement.units.isEmpty
      // “…, currently pursuing a PhD”
      || statement.time == .current && statement.says([.study]) && !statement.degrees.isEmpty
        && place.span.range.overlaps(sentence.span.range)
    guard isReferred else { return nil }
    place.date = nil
    place.isApposition = false
    if !statement.units.isEmpty { place.units = statement.units }
    return place
  }

  /// 在上海人工智能实验室: a laboratory or the like after “at”, where no organization is named.
  private static func independentUnit(
    _ statement: ProseStatement, in sentence: ProseSentence, _ context: BiographyContext
  ) -> ProseStatement.Place? {
    guard sentence.isEastAsian, !statement.isAtSamePlace, let unit = statement.units.first,
      statement.unitLead == .at || statement.unitLead == .begin || statement.unitLead == .hold,
      let word = sentence.words.phrases(.organization, in: unit).last, word.upper == unit.upper,
      context.lastPlace == nil || Lexicon.shared.places.match(in: unit, at: unit.lower) != nil
    else { return nil }
    return ProseStatement.Place(span: unit, lead: statement.unitLead)
  }

  private func organization(_ place: ProseStatement.Place, _ rule: Rule) -> Stated<String> {
    Stated(place.span.collapsed, place.span, rule: rule)
  }

  private func unit(_ place: ProseStatement.Place) -> Stated<String>? {
    guard let first = place.units.first, let last = place.units.last else { return nil }
    let isNear = first.lower <= last.lower && last.upper - first.lower < Self.longestUnits
    let whole = isNear ? first.between(first.lower, last.upper) : first
    return Stated(whole.collapsed, whole, rule: .biographyUnit)
  }

  /// Characters of several units in a row.
  private static let longestUnits = 120

  // MARK: Tenures

  private func tenures(_ titles: [ProseStatement.Title]) -> [Tenure] {
    var tenures: [Tenure] = []
    let places = statement.places
    if titles.count > 1, titles.count == places.count, titles.allSatisfy(\.isDegree) {
      // “my B.S. and M.S. from X and Y”
      tenures = titles.indices.map { Tenure(title: titles[$0], place: $0) }
    } else {
      for place in places.indices {
        tenures += titles.map { Tenure(title: $0, place: place) }
        if titles.isEmpty { tenures.append(Tenure(title: nil, place: place)) }
      }
    }
    assignDates(&tenures)
    return tenures
  }

  private func assignDates(_ tenures: inout [Tenure]) {
    for index in tenures.indices {
      tenures[index].date = tenures[index].title?.date
    }
    let places = statement.places
    var shared = statement.dates
    if places.count == 1 || places.dropLast().allSatisfy({ $0.date == nil }) {
      // “at A and B (2020–2022)”: a period applies to both, a single date to the last.
      if let last = places.last?.date {
        let isPeriod =
          !last.value.isDate && places.last?.ownsDate == false
        if isPeriod || places.count == 1 {
          shared = [last] + shared
        } else {
          assign(last, toLastOf: places.count - 1, &tenures)
        }
      }
    } else {
      for (index, place) in places.enumerated() {
        if let date = place.date { assign(date, toLastOf: index, &tenures) }
      }
    }
    guard !shared.isEmpty else { return }
    let open = tenures.indices.filter { tenures[$0].date == nil }
    if shared.count == open.count, open.count > 1 {
      // “in 2012 and 2016, respectively”
      for (index, date) in zip(open, shared) { tenures[index].date = date }
    } else if statement.isSequence, statement.roles.count > 1, places.count == 1 {
      assignSequence(shared[0], &tenures)
    } else if statement.degrees.count > 1, places.count == 1,
      shared[0].value.isDate
    {
      assign(shared[0], toLastOf: 0, &tenures)
    } else if places.dropLast().allSatisfy({ $0.date == nil }) {
      for index in open { tenures[index].date = shared[0] }
    }
  }

  private func assign(
    _ date: Stated<DatedText>, toLastOf place: Int, _ tenures: inout [Tenure]
  ) {
    if let index = tenures.lastIndex(where: { $0.place == place }), tenures[index].date == nil {
      tenures[index].date = date
    }
  }

  /// “from 2016 until 2020, first as an engineer and later as a manager”: the first role began with the period, and the
  /// last one ended with it.
  private func assignSequence(_ date: Stated<DatedText>, _ tenures: inout [Tenure]) {
    guard let first = tenures.indices.first, let last = tenures.indices.last else { return }
    if let start = date.value.start {
      tenures[first].date = Stated(
        .period(from: start, to: .unknown), date.span, rule: date.rule)
    }
    if case .closed(let end?) = date.value.end, date.value.start != end {
      tenures[last].date = Stated(
        .period(from: nil, to: .closed(end)), date.span, rule: date.rule)
    }
  }

  // MARK: Positions

  private func positionRecord(_ tenure: Tenure) -> AffiliationRecord {
    let place = statement.places[tenure.place]
    let interval = tenure.date.map { positionInterval($0, tenure.title) }
    return AffiliationRecord(
      organization: organization(place, .biographyOrganization), unit: unit(place),
      role: roleText(tenure.title) ?? verbAsRole, interval: interval, kind: kind(tenure.title),
      isCurrent: interval == nil && isCurrent)
  }

  func roleText(_ title: ProseStatement.Title?) -> Stated<String>? {
    title.map { Stated($0.span.collapsed, $0.span, rule: .biographyRole) }
  }

  /// “interned at X”, “co-founded X”: the verb states the role.
  private var verbAsRole: Stated<String>? {
    statement.verbs.last { $0.word == .intern || $0.word == .found }.map {
      Stated($0.span.collapsed, $0.span, rule: .biographyRole)
    }
  }

  func kind(_ title: ProseStatement.Title?) -> MembershipKind {
    if let title, case .role(let kind) = title.kind { return kind }
    return statement.says([.intern]) ? .intern : statement.says([.visit]) ? .visiting : .staff
  }

  /// Whether the position continues, as far as its words state that.
  private var isCurrent: Bool {
    if let time = statement.time { return time == .current }
    return statement.isIntroduction
      && (statement.verbs.isEmpty || sentence.isEastAsian && statement.says([.hold, .be]))
  }

  /// “joined in October 2021” states a start and no end.
  func positionInterval(
    _ date: Stated<DatedText>, _ title: ProseStatement.Title?
  ) -> Stated<DatedText> {
    guard let start = date.value.start, date.value.isDate else { return date }
    let isStay = [.intern, .visiting].contains(kind(title)) || statement.says([.stay])
    let isBeginning =
      statement.says([.begin, .join, .hire]) && !statement.says([.stay])
      || sentence.isEastAsian && !isStay && !statement.says([.found])
    guard isBeginning else { return date }
    return Stated(.period(from: start, to: .unknown), date.span, rule: date.rule)
  }

  // MARK: Degrees

  private func educationRecord(_ tenure: Tenure) -> EducationRecord {
    let place = statement.places[tenure.place]
    let degree = tenure.title.map { Stated($0.span.collapsed, $0.span, rule: .biographyDegree) }
    return EducationRecord(
      organization: organization(place, .biographySchool), unit: unit(place), degree: degree,
      field: tenure.title.map(field) ?? fieldOfStudy,
      interval: tenure.date.map { degreeInterval($0, hasDegree: degree != nil) })
  }

  /// The single date of a degree is when it was awarded, or when an education that continues began.
  private func degreeInterval(_ date: Stated<DatedText>, hasDegree: Bool) -> Stated<DatedText> {
    guard let single = date.value.start, date.value.isDate else { return date }
    let isAwarded =
      statement.says([.graduate, .receive]) || statement.places.first?.lead == .from
    let value: DatedText =
      if statement.time == .current, !isAwarded {
        .period(from: single, to: .open(lastConfirmed: nil))
      } else if !isAwarded, statement.says([.enrol]) || sentence.isEastAsian && !hasDegree {
        .period(from: single, to: .unknown)
      } else {
        .period(from: nil, to: .closed(single))
      }
    return Stated(value, date.span, rule: date.rule)
  }

  /// The field of a degree; of several joined ones, that which follows the last.
  func field(of title: ProseStatement.Title) -> Stated<String>? {
    let found =
      sentence.isEastAsian
      ? hanField(of: title)
      : statement.degrees.lazy.filter { $0.span.lower >= title.span.lower }
        .compactMap {
          sentence.field(after: $0.span) ?? sentence.fieldWithoutPreposition(after: $0.span)
        }
        .first
    return found.map { Stated($0.collapsed, $0, rule: .biographyField) } ?? fieldOfStudy
  }

  private func hanField(of title: ProseStatement.Title) -> Span? {
    let first = statement.degrees.first?.span ?? title.span
    if let before = sentence.hanField(before: first.lower) { return before }
    let end = statement.places.last?.span.upper ?? title.span.upper
    guard end > title.span.upper || clauseEnd(after: end) > title.span.lower else { return nil }
    return sentence.hanField(in: min(end, title.span.upper)..<max(end + 1, clauseEnd(after: end)))
  }

  /// The end of the clause that a place of the sentence is in.
  private func clauseEnd(after place: Int) -> Int {
    sentence.marks.first {
      if case .comma = $0.kind { $0.span.lower >= place } else { false }
    }?.span.lower ?? sentence.span.upper
  }

  /// “studied mathematics at X”, 在X学习自动化
  private var fieldOfStudy: Stated<String>? {
    guard let verb = statement.verbs.last(where: { $0.word == .study }) else { return nil }
    let found: Span?
    if sentence.isEastAsian {
      found = sentence.hanField(after: verb.span.upper)
    } else {
      let start =
        sentence.words.end(of: .field, at: verb.span.upper + 1, in: sentence.span)
        ?? verb.span.upper
      found = sentence.noun(at: start)
    }
    return found.map { Stated($0.collapsed, $0, rule: .biographyField) }
  }
}
