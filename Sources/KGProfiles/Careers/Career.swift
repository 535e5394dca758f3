internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads positions and degrees from the sections about them.
struct Career {
  var affiliations: [AffiliationRecord] = []
  var education: [EducationRecord] = []
  /// Dated entries of a section of projects and positions that are not positions, such as a thesis.
  private(set) var datedProjects: [ProjectRecord] = []
  private(set) var unparsedLines: [UnparsedLine] = []
  var lastEntry: LastEntry?
  let headers = EntryHeaders()

  /// More entries than a career has; merging compares them with each other.
  private static let maximumCount = 20_000

  enum LastEntry {
    case affiliation(Int)
    case education(Int)
  }

  /// Adds what another section holds.
  mutating func append(_ other: Career) {
    affiliations += other.affiliations
    education += other.education
    datedProjects += other.datedProjects
    unparsedLines += other.unparsedLines
  }

  private static func entryKind(of lines: [Span]) -> EntryKind {
    let hasDegree = lines.contains { Lexicon.shared.degrees.contains($0) }
    let hasRole = lines.contains { line in
      Lexicon.shared.roles.matches(in: line).contains { $0.value != .student }
    }
    return hasDegree && !hasRole ? .education : .employment
  }

  /// Whether an entry is a visit: a position wherever it is listed, since a visitor is not
  /// enrolled.
  static func isVisit(_ lines: [Span]) -> Bool {
    var visits = false
    for piece in lines.flatMap({ $0.split(at: ",;|\n\t", nesting: true) }) {
      let bare = OrganizationText.withoutBracket(piece)
      if ["exchange", "joint", "联合培养", "交换"].contains(where: { piece.first(of: $0) != nil }) {
        return false
      }
      if Lexicon.shared.roles.best(in: bare)?.value == .visiting {
        visits = true
      } else if Lexicon.shared.degrees.contains(bare) {
        // “PhD, X (visiting student at Y)” is a degree.
        return false
      }
    }
    return visits
  }

  /// Reads a section by the rules of its layout.
  ///
  /// - Parameter given: What the section is about. Where it mixes both (`nil`), an entry with a degree
  ///   and without a role is education.
  mutating func read(_ part: Outline.Part, for given: EntryKind?) {
    lastEntry = nil
    var section = Section(
      part, given,
      headingIsShared: part.entryHeading != nil && headsSeveralEntries(part))
    for (place, block) in part.blocks.enumerated() where block.kind != .rule {
      if affiliations.count + education.count >= Self.maximumCount {
        unparsedLines.append(
          UnparsedLine(
            span: block.span,
            reason: "after \(Self.maximumCount) positions and degrees the rest is not read"))
        return
      }
      let span = EntryMarker.removed(from: block.span)
      if let adviser = Advisers(span) {
        add(adviser)
        continue
      }
      let (body, advisers) = Advisers.cut(from: span)
      section.readFirstCell(of: body, in: block)
      let heads = entryHeads(of: body, isDetail: block.isListItem)
      if heads.isEmpty {
        section.pending = isShort(block) ? section.pending.suffix(1) + [span] : []
      }
      read(heads, of: place, advisers, in: &section)
    }
    if let heading = section.heading, lastEntry == nil {
      _ = appendEntry([heading], part, given ?? Self.entryKind(of: [heading]))
    }
  }

  /// A section while its blocks are read.
  private struct Section {
    let part: Outline.Part
    let given: EntryKind?
    /// The heading, until an entry has taken it.
    var heading: Span?
    /// Whether the heading is that of several entries.
    let headingIsShared: Bool
    let namesOrganization: Bool
    /// Short undated lines above an entry: organization, role and dates may be in separate blocks.
    var pending: [Span] = []
    /// The first cell of the last row that has one.
    var firstCell: Span?
    /// Whether organizations come after the dated lines; the first entry decides for the section.
    var organizationsFollow: Bool?
    /// Whether roles come before the dated lines; the first entry decides.
    var rolesLead: Bool?

    init(_ part: Outline.Part, _ given: EntryKind?, headingIsShared: Bool) {
      self.part = part
      self.given = given
      self.headingIsShared = headingIsShared
      heading = part.entryHeading
      namesOrganization = heading.map { OrganizationText.find(in: $0) != nil } ?? false
    }

    mutating func readFirstCell(of body: Span, in block: Block) {
      guard block.kind == .tableRow else {
        firstCell = nil
        return
      }
      if let first = body.split(at: "\t").first, !block.lacksFirstCell {
        firstCell = first
      }
    }
  }

  /// Reads the entries of one block.
  ///
  /// - Parameters:
  ///   - heads: The lines of each.
  ///   - place: The index of the block.
  private mutating func read(
    _ heads: [[Span]], of place: Int, _ advisers: [Advisers], in section: inout Section
  ) {
    var advisers = advisers
    for (index, head) in heads.enumerated() {
      let kind = Self.isVisit(head) ? .employment : section.given ?? Self.entryKind(of: head)
      let lines = lines(
        of: head, for: kind, place, isFirst: index == 0, isLast: index + 1 == heads.count,
        in: &section)
      if appendEntry(lines, section.part, kind), !section.headingIsShared { section.heading = nil }
      section.pending = []
      let next = index + 1 < heads.count ? heads[index + 1].first?.lower : nil
      while let mention = advisers.first, mention.range.lowerBound < next ?? Int.max {
        add(advisers.removeFirst())
      }
    }
    advisers.forEach { add($0) }
  }

  /// The lines of an entry with those that belong to it from other blocks.
  ///
  /// - Parameters:
  ///   - place: The index of its block.
  ///   - isFirst: Whether it is the first of the block.
  private func lines(
    of head: [Span], for kind: EntryKind, _ place: Int, isFirst: Bool, isLast: Bool,
    in section: inout Section
  ) -> [Span] {
    let blocks = section.part.blocks
    var lines = head
    if isFirst, !section.namesOrganization {
      lines = linesWithNeighbours(
        head, for: kind, above: section.pending, below: details(below: place, in: blocks),
        &section.organizationsFollow)
    }
    // Where roles come before the dated lines, the line after an entry belongs to the next one.
    if section.rolesLead == nil {
      section.rolesLead = section.pending.contains { Lexicon.shared.roles.contains($0) }
    }
    if section.rolesLead == false, isLast, place + 1 < blocks.count,
      let detail = trailingRoleOrDegree(of: lines, for: kind, in: blocks[place + 1])
    {
      lines.append(detail)
    }
    // An empty first cell repeats the one above: the employer of successive positions.
    if blocks[place].lacksFirstCell, isFirst, let cell = section.firstCell {
      lines = [cell] + lines
    }
    if let heading = section.heading, headingAddsInformation(heading, lines, for: kind) {
      lines = [heading] + lines
    }
    return lines
  }

  /// Whether a part whose headings do not say what it is about lists positions and degrees: lines
  /// that begin or end with an interval, and have a role, a degree or a known organization in them
  /// or in the next line.
  static func isUnmarkedList(_ part: Outline.Part) -> Bool {
    guard part.kinds.isEmpty else { return false }
    let dated = part.blocks.indices.filter { index in
      let span = part.blocks[index].span
      guard span.count <= 240, let found = DateParser.firstInterval(in: span),
        !found.value.isDate
      else { return false }
      return startsOrEndsWithDate(span)
    }
    let entries = dated.filter { index in
      let block = part.blocks[index].span
      let next = index + 1 < part.blocks.count ? part.blocks[index + 1].span : block
      return [block, next].contains { span in
        Lexicon.shared.roles.contains(span) || Lexicon.shared.degrees.contains(span)
          || span.count <= 80 && OrganizationText.isInstitution(span)
      }
    }
    return entries.count >= 2 && entries.count * 3 >= dated.count * 2
  }

  mutating func appendEntry(_ lines: [Span], _ part: Outline.Part, _ entryKind: EntryKind)
    -> Bool
  {
    let hasDegree = lines.contains { line in
      Lexicon.shared.degrees.contains(line)
    }
    if entryKind == .employment, let last = affiliations.last,
      let own = Self.withoutSamePlace(lines),
      case let header = EntryHeader(own, for: .employment), header.organization == nil
    {
      affiliations.append(
        AffiliationRecord(
          organization: last.organization, unit: last.unit, role: header.role,
          interval: header.interval, kind: header.roleKind ?? .staff))
      lastEntry = .affiliation(affiliations.count - 1)
      return true
    }
    if entryKind == .employment,
      appendSuccessivePositions(lines) || appendRolesOfEmployer(lines)
    {
      return true
    }
    let header = headers.header(of: lines, for: entryKind)
    switch entryKind {
    case .education: return appendDegree(header, hasDegree: hasDegree)
    case .employment: return appendPosition(header, of: part)
    }
  }

  private mutating func appendDegree(_ header: EntryHeader, hasDegree: Bool) -> Bool {
    guard
      let organization = header.organization
        ?? (header.degree == nil ? nil : organizationOfPreviousEntry(of: .education)),
      header.degree != nil || header.interval != nil || hasDegree
    else { return false }
    education.append(
      EducationRecord(
        organization: organization, unit: header.unit, degree: header.degree,
        field: header.field, interval: header.interval.map(Self.graduation)))
    lastEntry = .education(education.count - 1)
    return true
  }

  private mutating func appendPosition(_ header: EntryHeader, of part: Outline.Part) -> Bool {
    if part.isAbout(.projects),
      header.organization.map({ !OrganizationText.isInstitution($0.span) }) ?? true
    {
      guard let title = header.title else { return false }
      datedProjects.append(ProjectRecord(name: title, url: nil))
      return true
    }
    guard
      let organization = header.organization
        ?? (header.role == nil ? nil : organizationOfPreviousEntry(of: .employment))
    else { return false }
    // “Parental leave” is not a position.
    if organization.span.hasSuffix(" leave"), organization.rule == .entryOrganizationByPlace {
      return true
    }
    if let title = header.title, part.isAbout(.projects),
      title.span.lower < organization.span.lower, title.span.text === organization.span.text
    {
      datedProjects.append(ProjectRecord(name: title, url: nil))
    }
    affiliations.append(
      AffiliationRecord(
        organization: organization, unit: header.unit, role: header.role,
        interval: header.interval, kind: header.roleKind ?? .staff))
    lastEntry = .affiliation(affiliations.count - 1)
    return true
  }

  /// “Professor (2015–), Assistant Professor (2010–2015)”: successive positions in one line, each
  /// with its dates.
  private mutating func appendSuccessivePositions(_ lines: [Span]) -> Bool {
    for (index, line) in lines.enumerated() {
      guard let pieces = Self.successivePositions(in: line) else { continue }
      var rest = lines
      rest.remove(at: index)
      let header = EntryHeader(rest, for: .employment)
      guard let organization = header.organization else { return false }
      for piece in pieces {
        let bracket = piece.brackets.last?.lowerBound ?? piece.upper
        let own = EntryHeader(
          [piece.to(bracket).trimmed, piece.from(bracket).trimming("()")], for: .employment)
        affiliations.append(
          AffiliationRecord(
            organization: organization, unit: header.unit, role: own.role,
            interval: own.interval, kind: own.roleKind ?? .staff))
      }
      lastEntry = .affiliation(affiliations.count - 1)
      return true
    }
    return false
  }

  /// The dated line of an employer, and below it a line for each role there, with its unit.
  private mutating func appendRolesOfEmployer(_ lines: [Span]) -> Bool {
    guard let employer = lines.first, lines.count > 2,
      case let header = EntryHeader([employer], for: .employment),
      let organization = header.organization, header.role == nil, header.interval != nil,
      lines.dropFirst().allSatisfy({ Self.isRole($0, at: organization.span) })
    else { return false }
    for line in lines.dropFirst() {
      let own = EntryHeader([employer, line], for: .employment)
      guard let organization = own.organization else { continue }
      affiliations.append(
        AffiliationRecord(
          organization: organization, unit: own.unit, role: own.role, interval: own.interval,
          kind: own.roleKind ?? .staff))
    }
    lastEntry = .affiliation(affiliations.count - 1)
    return true
  }

  /// The organization of the entry before, when it is in an undated line of its own above a dated
  /// one: an entry without an organization is then another position or degree there.
  private func organizationOfPreviousEntry(of entryKind: EntryKind) -> Stated<String>? {
    let last: (organization: Stated<String>, interval: Stated<DatedText>?)? =
      switch (lastEntry, entryKind) {
      case (.education(let index), .education):
        (education[index].organization, education[index].interval)
      case (.affiliation(let index), .employment):
        (affiliations[index].organization, affiliations[index].interval)
      default: nil
      }
    guard let (last, interval) = last, let interval,
      last.span.text !== interval.span.text
        || last.span.upper <= interval.span.lower,
      case let line = last.span.line,
      !isDated(line), !Lexicon.shared.roles.contains(line), !Lexicon.shared.degrees.contains(line)
    else { return nil }
    return last
  }

  /// “Professor, same department”: the lines without the words that refer to the organization of
  /// the position before; `nil` when there are no such words.
  private static func withoutSamePlace(_ lines: [Span]) -> [Span]? {
    for (index, line) in lines.enumerated() {
      guard
        let place = Lexicon.shared.entryWords.matches(in: line).first(where: {
          $0.value == .samePlace
        })
      else { continue }
      return lines[..<index] + line.removing(place.range) + lines[(index + 1)...]
    }
    return nil
  }

  /// Adds the position that the heading of a section of projects implies: it names the organization
  /// that the projects belong to.
  mutating func addPosition(heading: Span) {
    let header = EntryHeader([heading], for: .employment)
    guard let organization = header.organization else { return }
    affiliations.append(
      AffiliationRecord(
        organization: organization, unit: header.unit, role: header.role,
        interval: header.interval, kind: header.roleKind ?? .staff))
  }

  /// A degree with a single date was awarded then; its start is unknown.
  static func graduation(_ interval: Stated<DatedText>) -> Stated<DatedText> {
    guard interval.value.isDate else { return interval }
    return Stated(.period(from: nil, to: interval.value.end), interval.span, rule: interval.rule)
  }

  mutating func add(_ advisers: Advisers) {
    switch lastEntry {
    case .education(let index): education[index].advisers += advisers.names
    case .affiliation(let index): affiliations[index].advisers += advisers.names
    case nil: break
    }
  }
}
