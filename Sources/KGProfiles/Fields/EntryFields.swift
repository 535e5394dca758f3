internal import KGLexicon
internal import KGText

/// The fields of one entry, by what they are.
struct EntryFields {
  /// One position or degree.
  struct Record {
    var organization: Span?
    /// From the smallest to the largest, as they are printed.
    var units: [Span] = []
    var role: Span?
    var degree: Span?
    var subject: Span?
    var period: FieldReading.Value?
  }

  private(set) var organizations: [Span] = []
  private var units: [Span] = []
  private var roles: [Span] = []
  private var degrees: [Span] = []
  private var subjects: [Span] = []
  private var periods: [FieldReading.Value] = []

  init(_ values: [FieldReading.Value]) {
    for value in values {
      switch value.field {
      case .organization: append(organization: value.span)
      case .unit: units.append(value.span)
      case .role: roles.append(value.span)
      case .degree: degrees.append(value.span)
      case .subject: subjects.append(value.span)
      case .period: periods.append(value)
      }
    }
  }

  /// Divides “Department of Automation Quill University Boston”, which no sign separates.
  private mutating func append(organization name: Span) {
    guard let found = OrganizationText.find(in: name), !found.before.isEmpty,
      OrganizationText.isUnit(found.before),
      OrganizationText.level(of: found.institution) == .institution
    else {
      organizations.append(name)
      return
    }
    units.append(found.before)
    organizations.append(found.institution)
  }

  /// Takes roles that are degrees by their words as degrees: 本科生, “PhD student” in a list of degrees.
  mutating func readRolesAsDegrees() {
    guard degrees.isEmpty, let place = roles.firstIndex(where: Lexicon.shared.degrees.contains)
    else { return }
    degrees = [roles.remove(at: place)]
  }

  /// Takes the organization or the title that the entry lacks from where other entries have theirs.
  ///
  /// - Parameter number: That of the entry in the list.
  mutating func complete(by analogy: EntryAnalogy, _ number: Int) {
    let hasTitle = !roles.isEmpty || !degrees.isEmpty
    if hasTitle, organizations.isEmpty, units.isEmpty {
      if let name = analogy.span(of: .organization, in: number) {
        organizations = [name]
      } else if let name = analogy.span(of: .unit, in: number) {
        units = [name]
      }
    }
    if !hasTitle, !organizations.isEmpty, !periods.isEmpty,
      let name = analogy.span(of: .role, in: number)
    {
      roles = [name]
    }
  }

  /// Gives an entry without an organization that of the heading or of the entry above.
  ///
  /// - Parameter isShared: Whether many entries of the list have none of their own. Where most have,
  ///   the unit of an entry without is its organization.
  mutating func inherit(from above: EntryFields, isShared: Bool) {
    guard organizations.isEmpty, !roles.isEmpty || !degrees.isEmpty || !periods.isEmpty else {
      return
    }
    if !isShared || above.organizations.isEmpty, !units.isEmpty {
      organizations = [units.removeFirst()]
      return
    }
    let hasTitle = !roles.isEmpty || !degrees.isEmpty
    guard isShared || hasTitle && !periods.isEmpty, !isService else { return }
    organizations = above.organizations
    if units.isEmpty { units = above.units }
  }

  /// Whether its roles are services to journals, conferences and the like, which are at no organization.
  private var isService: Bool {
    !roles.isEmpty && roles.allSatisfy { Self.membership($0) == .service }
  }

  /// What the entry is: what its fields show, or else what the section is about.
  func kind(in part: Outline.Part) -> EntryKind {
    if degrees.isEmpty, roles.isEmpty {
      return part.isAbout(.education) || periods.isEmpty && !subjects.isEmpty
        ? .education : .employment
    }
    return roles.isEmpty
      ? .education
      : degrees.isEmpty ? .employment : part.isAbout(.experience) ? .employment : .education
  }

  /// The positions or degrees of the entry: where it has several periods, roles in lines of their own, or organizations,
  /// one for each.
  func records(_ kind: EntryKind) -> [Record] {
    guard !organizations.isEmpty else { return [] }
    let titles = kind == .education ? degrees : joined(roles)
    let haveOwnLines = kind == .employment && periods.count <= 1 && haveLinesOfTheirOwn(titles)
    let isOneEach = kind == .education || haveOwnLines
    let count = max(1, isOneEach ? max(titles.count, periods.count) : periods.count)
    return (0..<count).map { index in
      func own<Value>(_ values: [Value]) -> Value? {
        values.count == count ? values[index] : values.first
      }
      return Record(
        organization: own(organizations),
        units: haveOwnLines
          ? units(of: titles[index], besides: titles)
          : organizations.count == count && count > 1 ? [own(units)].compactMap { $0 } : units,
        role: kind == .education ? nil : titles.count > index ? titles[index] : titles.last,
        degree: kind == .education ? own(titles) : nil,
        subject: kind == .education ? own(subjects) : nil, period: own(periods))
    }
  }

  /// The units in the line of a title, and those that are in the line of none.
  private func units(of title: Span, besides titles: [Span]) -> [Span] {
    let isInLine = { (unit: Span, title: Span) in
      unit.text === title.text && unit.range.overlaps(title.line.range)
    }
    return units.filter { unit in
      isInLine(unit, title) || !titles.contains { isInLine(unit, $0) }
    }
  }

  /// “Professor, School of Tides” above “Adjunct Professor, Fog Institute”, both below their employer.
  private func haveLinesOfTheirOwn(_ titles: [Span]) -> Bool {
    let lines = organizations.prefix(1) + titles
    return titles.count > 1
      && zip(lines, lines.dropFirst()).allSatisfy { above, below in
        above.text !== below.text
          || below.lower > above.upper
            && above.between(above.upper, below.lower).contains("\n")
      }
  }

  /// Texts that only a few signs separate, as one; as many as there are periods stay apart.
  private func joined(_ spans: [Span]) -> [Span] {
    guard spans.count > max(periods.count, 1) || periods.count == 1 else { return spans }
    return spans.reduce(into: []) { joined, span in
      if let last = joined.last, last.text === span.text, span.lower >= last.upper,
        span.lower - last.upper <= Self.longestGap,
        !last.between(last.upper, span.lower).contains("\n")
      {
        joined[joined.count - 1] = last.between(last.lower, span.upper)
      } else {
        joined.append(span)
      }
    }
  }

  /// Characters between two parts of one role.
  private static let longestGap = 5

  /// What kind of membership a role is.
  static func membership(_ role: Span) -> MembershipKind {
    let matches = Lexicon.shared.roles.matches(in: role)
    if matches.contains(where: { $0.value == .intern }) { return .intern }
    return Lexicon.shared.roles.best(in: role)?.value ?? .staff
  }
}
