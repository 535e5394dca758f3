internal import KGLexicon
internal import KGModel
internal import KGText

/// The header of a position or a degree: organization, unit, role, degree, field and interval, in
/// any order and with any separators.
struct EntryHeader {
  private(set) var organization: Stated<String>?
  private(set) var role: Stated<String>?
  private(set) var roleKind: MembershipKind?
  private(set) var degree: Stated<String>?
  private(set) var field: Stated<String>?
  private(set) var interval: Stated<DatedText>?
  /// The first piece that was not classified; the entry's title where there is no organization.
  private(set) var title: Stated<String>?
  private var units: [Span] = []
  /// Whether the first of the units is one by its place alone.
  private var beginsWithTeam = false
  /// Pieces before the organization; they may be its units or the entry's title.
  private var unclassified: [Span] = []
  private let entryKind: EntryKind

  init(_ lines: [Span], for entryKind: EntryKind) {
    self.entryKind = entryKind
    for line in lines { read(line) }
    resolveUnclassified()
  }

  /// The units, joined as they are printed.
  var unit: Stated<String>? { Self.joined(units, rule: beginsWithTeam ? .entryTeam : .entryUnit) }

  /// Units in the order of the text as one value; `nil` for none.
  static func joined(_ units: [Span], rule: Rule = .entryUnit) -> Stated<String>? {
    guard let first = units.first, let last = units.last else { return nil }
    let value = units.map(\.collapsed).joined(separator: ", ")
    let isOneText = first.text === last.text && first.lower <= last.upper
    return Stated(
      value, isOneText ? first.between(first.lower, last.upper) : first, rule: rule)
  }

  var isEmpty: Bool { organization == nil && role == nil && degree == nil && interval == nil }

  // MARK: Reading

  private mutating func read(_ line: Span) {
    for part in withoutInterval(line) {
      let pieces = Self.pieces(of: part, for: entryKind)
      for (index, piece) in pieces.enumerated() {
        // “Acme, New York, NY”: the town is “New York”, not “Acme”.
        let isAboveTown = index + 2 < pieces.count && Self.isStateCode(pieces[index + 2])
        let isCity =
          index > 0 && index + 1 < pieces.count && !isAboveTown
          && isCity(piece, before: pieces[index + 1])
        if !isCity { classify(piece) }
      }
    }
  }

  private mutating func withoutInterval(_ line: Span) -> [Span] {
    guard let found = DateParser.firstInterval(in: line) else { return [line] }
    if interval == nil {
      interval = Stated(found.value, line.slice(found.range), rule: .entryInterval)
    }
    return line.removing(found.range)
  }

  // MARK: Classifying

  private mutating func classify(_ piece: Span) {
    let completion = Lexicon.shared.entryWords.match(in: piece, at: piece.lower)
    if completion?.value == .completion, completion?.range == piece.range { return }
    if piece.text.folded[piece.lower] == "(", piece.brackets.first == piece.range {
      return assignBracket(piece)
    }
    let bare = OrganizationText.withoutBracket(piece)
    if entryKind == .education, assignDegree(piece) { return }
    if OrganizationAuthority.shared.match(piece) != nil { return assignInstitution(piece) }
    if let match = Lexicon.shared.roles.best(in: piece),
      entryKind == .employment || match.value != .staff,
      !isUnitEnding(bare),
      !OrganizationText.isInstitution(bare)
        || bare.wordCount <= 3 && OrganizationText.level(of: bare) == nil
    {
      return assignRole(piece, match.value)
    }
    if isPlace(piece) { return }
    if entryKind == .employment, OrganizationText.isCompany(bare) {
      return assignInstitution(piece)
    }
    if let found = OrganizationText.find(in: bare), found.institution.count < bare.count {
      return assignEmbeddedInstitution(found, piece)
    }
    if OrganizationText.isInstitution(bare) { return assignInstitution(piece) }
    if OrganizationText.isUnit(bare) || (organization != nil && entryKind == .employment) {
      return assignUnit(bare)
    }
    assignOther(piece)
  }

  private mutating func assignBracket(_ piece: Span) {
    let inner = piece.between(piece.lower + 1, max(piece.upper - 1, piece.lower + 1)).trimmed
    guard !inner.isEmpty else { return }
    if let match = Lexicon.shared.roles.best(in: inner), entryKind == .employment {
      return assignRole(inner, match.value)
    }
    if entryKind == .education { _ = assignDegree(inner) }
  }

  /// “Master of Science in Electrical Engineering”, 电子信息 (硕士), 硕士研究生.
  private mutating func assignDegree(_ piece: Span) -> Bool {
    guard let match = Lexicon.shared.degrees.firstMatch(in: piece),
      !OrganizationText.isUnit(piece) || Self.isDegree(match.range, beforeUnitIn: piece),
      OrganizationAuthority.shared.match(piece) == nil
    else { return false }
    if degree == nil {
      let name = Self.withoutOpenEnd(piece.slice(match.range))
      degree = Stated(name.collapsed, name, rule: .entryDegree)
    }
    let edges: StaticString = "(),-–.:'"
    for rest in piece.removing(match.range).map({ $0.trimming(edges) }) where !rest.isEmpty {
      var subject = rest
      for word in [
        "in ", "of ", "en ", "de ", "d'", "für ", "der ", "degree in ", "degree of ", "student in ",
        "candidate in ", "major in ",
        "s in ",
      ]
      where subject.hasPrefix(word) {
        subject = subject.from(subject.lower + word.unicodeScalars.count).trimmed
      }
      let isRemark = [
        "degree", "student", "candidate", "expected", "with honors", "研究生", "学位", "s", "生",
      ]
      .contains(subject.foldedString)
      if !isRemark, subject.count > 2 || subject.containsHan { assignSubject(subject) }
    }
    return true
  }

  /// “PhD in the Tide Group”: a degree with a preposition after it. “Doctoral School of Tides” is a unit.
  private static func isDegree(_ degree: Range<Int>, beforeUnitIn piece: Span) -> Bool {
    let rest = piece.from(degree.upperBound).trimmed
    let word = Lexicon.shared.entryWords.match(in: rest, at: rest.lower)
    return degree.lowerBound == piece.lower && word?.value == .subject
      && OrganizationText.isUnit(rest.from(word?.range.upperBound ?? rest.lower).trimmed)
  }

  private mutating func assignSubject(_ subject: Span) {
    if let found = OrganizationText.find(in: subject), organization == nil {
      assignEmbeddedInstitution(found, subject)
      let before = Self.withoutSmallWords(found.before)
      if field == nil, !before.isEmpty, !OrganizationText.isUnit(before),
        before.scalars.first?.isOne(of: ",;(") == false
      {
        field = Stated(before.collapsed, before, rule: .entryField)
      }
    } else if OrganizationText.isUnit(subject) {
      assignUnit(subject)
    } else if field == nil {
      field = Stated(subject.collapsed, subject, rule: .entryField)
    }
  }

  /// “informatique” of “informatique à l'”.
  private static func withoutSmallWords(_ text: Span) -> Span {
    guard let last = text.lastWord, last.count <= longestSmallWord,
      last.text.scalars[last.lower].properties.isLowercase
    else { return text }
    return withoutSmallWords(text.to(last.lower).trimming(" '"))
  }

  /// Letters of articles and prepositions before the name of an organization.
  private static let longestSmallWord = 4

  private mutating func assignInstitution(_ piece: Span) {
    if organization == nil {
      organization = Stated(piece.collapsed, piece, rule: .entryOrganization)
      return
    }
    // The whole comes after its part as often as before it: “Institute of Robotics, German
    // Aerospace Center”.
    if let first = organization,
      OrganizationText.strength(first.span) < OrganizationText.strength(piece)
    {
      units.insert(first.span, at: 0)
      organization = Stated(piece.collapsed, piece, rule: .entryOrganization)
      return
    }
    // A second institution is the host of the first or a part of it (国科大 | 深圳先进院).
    assignUnit(piece)
  }

  private mutating func assignEmbeddedInstitution(_ found: OrganizationText.Found, _ piece: Span) {
    if organization == nil {
      organization = Stated(
        found.institution.collapsed, found.institution, rule: .entryOrganization)
    } else if let first = organization,
      OrganizationText.strength(first.span) < OrganizationText.strength(found.institution)
    {
      units.insert(first.span, at: 0)
      organization = Stated(
        found.institution.collapsed, found.institution, rule: .entryOrganization)
    } else {
      return assignUnit(piece)
    }
    for side in [found.before, found.after] where !side.isEmpty && !isPlace(side) {
      if OrganizationText.isUnit(side) || side.containsHan {
        assignUnit(side)
      } else if let match = Lexicon.shared.roles.best(in: side) {
        assignRole(side, match.value)
      }
    }
  }

  private mutating func assignRole(_ piece: Span, _ kind: MembershipKind) {
    // A role in brackets after a unit (“模型工具链 (部门负责人)”) is not the main role.
    let bare = OrganizationText.withoutBracket(piece)
    if bare.range != piece.range, Lexicon.shared.roles.best(in: bare) == nil {
      return OrganizationText.isUnit(bare) || organization != nil
        ? assignUnit(bare) : assignOther(bare)
    }
    if let role {
      if kind == .intern { roleKind = .intern }
      guard role.span.text === piece.text, piece.lower >= role.span.upper else { return }
      let whole = role.span.between(role.span.lower, piece.upper)
      if whole.count <= 60, !whole.contains("\n") {
        self.role = Stated(whole.collapsed, whole, rule: .entryRole)
      }
    } else {
      role = Stated(piece.collapsed, piece, rule: .entryRole)
      roleKind = kind
    }
  }

  private mutating func assignUnit(_ piece: Span) {
    guard piece.range.contains(where: { piece.text.scalars[$0].isLetter }) else { return }
    if organization == nil { unclassified.append(piece) } else { units.append(piece) }
  }

  private mutating func assignOther(_ piece: Span) {
    guard piece.range.contains(where: { piece.text.scalars[$0].isLetter }) else { return }
    if organization == nil {
      unclassified.append(piece)
    } else if entryKind == .education, field == nil {
      field = Stated(piece.collapsed, piece, rule: .entryField)
    }
  }

  /// Pieces before the organization are its units. Where no organization was found, the first of
  /// them that can be a name is the organization, provided that a role or an interval shows the
  /// entry to be a position.
  private mutating func resolveUnclassified() {
    // “B.Tech, College of Engineering Trivandrum, 2009”: a school without its university.
    if entryKind == .education, organization == nil, degree != nil, interval != nil,
      let place = unclassified.firstIndex(where: OrganizationText.isUnit)
    {
      let school = unclassified.remove(at: place)
      organization = Stated(school.collapsed, school, rule: .entryOrganizationByPlace)
    }
    title = unclassified.first.map { Stated($0.collapsed, $0, rule: .entryTitle) }
    if organization == nil, entryKind == .employment,
      role != nil || interval.map(Self.isPeriod) == true, let name = nameByPlace
    {
      organization = Stated(name.collapsed, name, rule: .entryOrganizationByPlace)
      units = unclassified.filter { !Self.isSame($0, name) } + units
    } else {
      units = unclassified.filter { OrganizationText.isUnit($0) || isTeam($0) } + units
    }
    beginsWithTeam = units.first.map { !OrganizationText.isUnit($0) && isTeam($0) } ?? false
  }

  /// The first piece that can be a name; where that is a team, the first of another line that is certainly no town and
  /// no unit.
  private var nameByPlace: Span? {
    let names = unclassified.filter(Self.canBeName)
    guard let first = names.first else { return nil }
    return names.first { Self.isAboveTown($0) && isTeam(first, of: $0) } ?? first
  }

  /// Whether a name of several words begins its line, and a known town follows after a sign that does not join it with a
  /// town: “Dry Mills | Seattle, WA”, but “New Ellmoor, WA”.
  private static func isAboveTown(_ name: Span) -> Bool {
    let line = name.line.trimmed
    let rest = line.from(name.upper).trimmed
    guard name.lower == line.lower, name.wordCount > 1, !OrganizationText.isUnit(name),
      let sign = rest.folded.first, sign != ","
    else { return false }
    let next = sign.isLetter ? rest : rest.from(rest.lower + 1).trimmed
    return Lexicon.shared.places.match(in: next, at: next.lower) != nil
  }

  private func isTeam(_ piece: Span) -> Bool {
    organization.map { isTeam(piece, of: $0.span) } ?? false
  }

  /// Whether a piece follows the role in its line, and the organization is in another one: “Engineer, Speech Translation”
  /// above “Acme”. A single word may be a town.
  private func isTeam(_ piece: Span, of organization: Span) -> Bool {
    guard entryKind == .employment, let role, Self.followsComma(piece, after: role.span),
      piece.wordCount > 1, Self.canBeName(piece)
    else { return false }
    let terms = Lexicon.shared.entryWords.match(in: piece, at: piece.lower)
    return terms?.value != .terms
      && !(piece.text === organization.text && piece.line.range == organization.line.range)
  }

  /// Whether only a comma separates a piece from the one before it.
  private static func followsComma(_ piece: Span, after other: Span) -> Bool {
    guard other.text === piece.text, piece.lower >= other.upper else { return false }
    return piece.between(other.upper, piece.lower).trimmed.foldedString == ","
  }

  private static func isSame(_ one: Span, _ other: Span) -> Bool {
    one.text === other.text && one.range == other.range
  }

  /// A name begins with a capital, a digit or a Han character.
  private static func canBeName(_ span: Span) -> Bool {
    guard let word = span.words.first, word.lower <= span.lower + 1 else { return false }
    let scalar = word.text.scalars[word.lower]
    return
      (beginsWithUnit(span) || scalar.isUpper || scalar.isDigit || scalar.isHan
      || !scalar.properties.isLowercase)
      && MonthNames.numbers[word.foldedString] == nil && span.count <= 90
  }

  /// A single date does not make a position of a line.
  private static func isPeriod(_ interval: Stated<DatedText>) -> Bool {
    !interval.value.isDate
  }

  private func isUnitEnding(_ span: Span) -> Bool {
    guard let last = Lexicon.shared.organizationWords.matches(in: span).last else { return false }
    return last.range.upperBound == span.upper
      && !Lexicon.shared.roles.matches(in: span).contains { $0.range.upperBound == span.upper }
  }

  /// Whether a piece before a country or state is a city: “Mumbai, India”.
  private func isCity(_ span: Span, before country: Span) -> Bool {
    let words = span.words
    let isInCountry = Lexicon.shared.places.matches(in: country).contains {
      $0.range == country.range && $0.value != "city"
    }
    return isInCountry && span.between(span.upper, country.lower).contains(",")
      && (1...3).contains(words.count) && !span.containsHan
      && words.allSatisfy { $0.text.scalars[$0.lower].isUpper }
      && OrganizationText.level(of: span) == nil && !Lexicon.shared.roles.contains(span)
      && !Lexicon.shared.degrees.contains(span)
      && OrganizationAuthority.shared.match(span) == nil
  }

  /// “NY”, “ON”
  private static func isStateCode(_ span: Span) -> Bool {
    span.count == 2 && span.range.allSatisfy { span.text.scalars[$0].isUpper }
  }

  /// Whether a piece is an address: a known place, or a line with a postal code.
  private func isPlace(_ span: Span) -> Bool {
    let places = Lexicon.shared.places.matches(in: span)
    let letters = span.range.filter { span.text.scalars[$0].isLetter }.count
    let covered = places.map(\.range.count).reduce(0, +)
    if letters > 0, !places.isEmpty, covered * 10 >= letters * 7 { return true }
    guard !Lexicon.shared.organizationWords.contains(span) else { return false }
    let digits = span.words.filter { $0.count >= 5 && $0.folded.allSatisfy(\.isDigit) }
    return !digits.isEmpty && !places.isEmpty
  }
}
