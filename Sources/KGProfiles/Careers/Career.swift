internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads positions and degrees from the sections about them.
struct Career {
  private(set) var affiliations: [AffiliationRecord] = []
  private(set) var education: [EducationRecord] = []
  /// Dated entries of a section of projects and positions that are not positions, such as a thesis.
  private(set) var datedProjects: [ProjectRecord] = []
  private(set) var unparsedLines: [UnparsedLine] = []
  private var lastEntry: LastEntry?

  /// More entries than a career has; merging compares them with each other.
  private static let maximumCount = 20_000

  private enum LastEntry {
    case affiliation(Int)
    case education(Int)
  }

  /// Reads a section that mixes education and employment: an entry with a degree and without a role
  /// is education.
  mutating func readMixed(_ part: Outline.Part) { read(part, for: nil) }

  mutating func read(_ part: Outline.Part, for entryKind: EntryKind) {
    read(part, for: Optional(entryKind))
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
    for piece in lines.flatMap({ $0.split(nesting: true) { $0.isOne(of: ",;|\n\t") } }) {
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

  private mutating func read(_ part: Outline.Part, for given: EntryKind?) {
    lastEntry = nil
    var heading = part.entryHeading
    // Short undated lines above an entry: organization, role and dates may be in separate blocks.
    var pending: [Span] = []
    var firstCell: Span?
    // Whether organizations come after the dated lines; the first entry decides for the section.
    var organizationsFollow: Bool?
    var rolesLead: Bool?
    let headingIsShared = heading != nil && headsSeveralEntries(part)
    let namesOrganization = heading.map { OrganizationText.find(in: $0) != nil } ?? false
    for (place, block) in part.blocks.enumerated() {
      if block.kind == .rule { continue }
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
      var (body, advisers) = Advisers.cut(from: span)
      if block.kind == .tableRow {
        if let first = body.split(where: { $0 == "\t" }).first, !block.lacksFirstCell {
          firstCell = first
        }
      } else {
        firstCell = nil
      }
      let heads = entryHeads(of: body, isDetail: block.isListItem)
      if heads.isEmpty { pending = isShort(block) ? pending.suffix(1) + [span] : [] }
      for (index, head) in heads.enumerated() {
        let entryKind = Self.isVisit(head) ? .employment : given ?? Self.entryKind(of: head)
        var lines = head
        if index == 0, !namesOrganization {
          lines = linesWithNeighbours(
            head, for: entryKind, above: pending, below: details(below: place, in: part.blocks),
            &organizationsFollow)
        }
        // Where roles come before the dated lines, the line after an entry belongs to the next one.
        if rolesLead == nil {
          rolesLead = pending.contains { Lexicon.shared.roles.contains($0) }
        }
        if rolesLead == false, index + 1 == heads.count, place + 1 < part.blocks.count,
          let detail = trailingRoleOrDegree(of: lines, for: entryKind, in: part.blocks[place + 1])
        {
          lines.append(detail)
        }
        // An empty first cell repeats the one above: the employer of successive positions.
        if block.lacksFirstCell, index == 0, let cell = firstCell { lines = [cell] + lines }
        if let text = heading, headingAddsInformation(text, lines, for: entryKind) {
          lines = [text] + lines
        }
        if appendEntry(lines, part, entryKind), heading != nil, !headingIsShared {
          heading = nil
        }
        pending = []
        let next = index + 1 < heads.count ? heads[index + 1].first?.lower : nil
        while let mention = advisers.first, mention.range.lowerBound < next ?? Int.max {
          add(advisers.removeFirst())
        }
      }
      advisers.forEach { add($0) }
    }
    if let heading, lastEntry == nil {
      _ = appendEntry([heading], part, given ?? Self.entryKind(of: [heading]))
    }
  }

  /// Whether the heading over an entry states what the entry's own lines do not.
  private func headingAddsInformation(_ heading: Span, _ lines: [Span], for entryKind: EntryKind)
    -> Bool
  {
    if OrganizationText.isInstitution(heading) { return true }
    let header = EntryHeader(lines, for: entryKind)
    return header.organization == nil
      || header.role == nil
        && (header.organization?.rule == .entryOrganizationByPlace || entryKind == .education
          || Lexicon.shared.roles.contains(heading)
          || OrganizationText.find(in: heading) != nil || OrganizationText.isUnit(heading))
  }

  /// The lines of an entry, with those above or below it that name the organization when its own do
  /// not.
  private func linesWithNeighbours(
    _ head: [Span], for entryKind: EntryKind, above: [Span], below: [Span],
    _ organizationsFollow: inout Bool?
  ) -> [Span] {
    let own = EntryHeader(head, for: entryKind).organization
    // A name taken as organization only by its place may be a subject or a town when another name
    // is next to it.
    let isMissing = own.map(Self.isTown) ?? true
    if let own, !isMissing, own.rule != .entryOrganizationByPlace { return head }
    let isAbove = above.contains(where: OrganizationText.isInstitution)
    let isBelow = below.contains(where: OrganizationText.isInstitution)
    if organizationsFollow != true, isAbove || isMissing && !isBelow {
      let found = EntryHeader(above + head, for: entryKind).organization
      if let found, found.value != own?.value {
        organizationsFollow = false
        return above + head
      }
    }
    if isBelow, organizationsFollow != false {
      organizationsFollow = true
      return head + below
    }
    return own == nil ? above + head + below : head
  }

  /// The role or degree in the line below an entry that states none; `nil` when there is none.
  private func trailingRoleOrDegree(
    of lines: [Span], for entryKind: EntryKind, in below: Block
  ) -> Span? {
    guard below.kind == .paragraph || below.kind == .tableRow, !isDated(below.span) else {
      return nil
    }
    let pieces = below.span.split { $0.isOne(of: "\n\t,;") }.prefix(2)
    let roleOrDegree = pieces.last { piece in
      // Prose mentions roles and degrees, too.
      let isTitle =
        piece.containsHan
        ? OrganizationText.withoutBracket(piece).count <= 20 : Self.isCapitalized(piece)
      guard piece.count <= 40, isTitle else { return false }
      if entryKind == .education {
        return Lexicon.shared.degrees.matches(in: piece).contains {
          $0.range.lowerBound == piece.lower || piece.containsHan
        }
      }
      guard let role = Lexicon.shared.roles.best(in: piece) else { return false }
      return role.value != .service && role.value != .teaching
        && (piece.containsHan
          || OrganizationText.withoutBracket(piece).upper == role.range.upperBound)
    }
    guard let roleOrDegree, case let header = EntryHeader(lines, for: entryKind),
      header.organization != nil,
      entryKind == .employment ? header.role == nil : header.degree == nil
    else { return nil }
    return roleOrDegree
  }

  /// “Senior Research Scientist”, “Professor of Robotics”
  private static func isCapitalized(_ span: Span) -> Bool {
    span.words.allSatisfy { word in
      word.text.scalars[word.lower].isUpper || word.text.scalars[word.lower].isDigit
        || ["of", "in", "and", "for", "at"].contains(word.foldedString)
    }
  }

  /// Whether a name is a town: a known one, or one with a country after it (“Cambridge, UK”).
  private static func isTown(_ name: Stated<String>) -> Bool {
    if name.rule == .entryOrganizationByPlace, Lexicon.shared.places.contains(name.span) {
      return true
    }
    let after = name.span.text.whole.from(name.span.upper)
    guard name.span.wordCount == 1, after.hasPrefix(","),
      let country = after.split(where: { $0.isOne(of: ",\n\t|;(") }).first
    else { return false }
    return Lexicon.shared.places.matches(in: country).contains { $0.range == country.range }
  }

  /// Whether a part whose headings do not say what it is about lists positions and degrees: lines
  /// that begin or end with an interval, and have a role, a degree or a known organization in them
  /// or in the next line.
  static func isUnmarkedList(_ part: Outline.Part) -> Bool {
    guard part.kinds.isEmpty else { return false }
    let dated = part.blocks.indices.filter { index in
      let span = part.blocks[index].span
      guard span.count <= 240, let found = DateParser.firstInterval(in: span),
        found.value.start != found.value.printedEnd
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

  /// The short lines below an entry, one of which may be its organization.
  private func details(below place: Int, in blocks: [Block]) -> [Span] {
    guard case .listItem(let depth, _) = blocks[place].kind else {
      // Below a title, organization and dates may be in separate paragraphs.
      return blocks[(place + 1)...].prefix(2).prefix { block in
        block.kind == .paragraph && block.span.count <= 90 && !isDated(block.span)
          && Advisers(block.span) == nil && !block.span.hasSuffix(".")
      }.map(\.span)
    }
    return blocks[(place + 1)...].prefix(2).prefix { block in
      guard case .listItem(let inner, _) = block.kind else { return false }
      return inner > depth && block.span.count <= 120 && !isDated(block.span)
        && Advisers(block.span) == nil
    }.map(\.span)
  }

  private func isShort(_ block: Block) -> Bool {
    (block.kind == .paragraph || block.kind == .tableRow) && block.span.count <= 80
      && block.span.lines.count <= 2
      && !block.span.hasSuffix(".") && !block.span.hasSuffix("。")
  }

  /// The header lines of each entry in a block. Where several entries follow one another without a
  /// blank line, the first entry shows whether each begins or ends with its dated line.
  private func entryHeads(of span: Span, isDetail: Bool) -> [[Span]] {
    let lines = span.lines.map(EntryMarker.removed(from:))
    let withDates = lines.indices.filter { isDated(lines[$0]) }
    // Where most dates are at the edge of their lines, a date within a line belongs to a remark.
    let atEdge = withDates.filter { Self.startsOrEndsWithDate(lines[$0]) }
    let dated = atEdge.count * 4 >= withDates.count * 3 ? atEdge : withDates
    if dated.count > 1, dated.count == lines.count,
      lines.allSatisfy({ Self.startsOrEndsWithDate($0) && $0.wordCount > 3 })
    {
      return lines.map { [$0] }
    }
    guard !isDetail, dated.count > 1, lines.count > dated.count,
      dated.allSatisfy({ Self.startsOrEndsWithDate(lines[$0]) })
    else {
      let head = headerLines(of: span, isDetail: isDetail)
      return head.isEmpty ? [] : [head]
    }
    let bounds: [Int]
    if dated[0] == 0 { bounds = dated + [lines.count] } else { bounds = [0] + dated.map { $0 + 1 } }
    return zip(bounds, bounds.dropFirst()).compactMap { start, end in
      guard start < end, let first = lines[start..<end].first, let last = lines[start..<end].last
      else { return nil }
      let head = headerLines(of: first.between(first.lower, last.upper), isDetail: false)
      return head.isEmpty ? nil : head
    }
  }

  private func isDated(_ line: Span) -> Bool {
    DateParser.firstInterval(in: line) != nil && line.count <= 240
  }

  /// Whether a heading has several dated entries below it and thus names the organization of all of
  /// them.
  private func headsSeveralEntries(_ part: Outline.Part) -> Bool {
    part.blocks.map { entryHeads(of: $0.span, isDetail: $0.isListItem).count }.reduce(0, +) > 1
  }

  /// The header lines of an entry: those up to the dated one, and those after it that add an
  /// organization, role or degree.
  private func headerLines(of span: Span, isDetail: Bool) -> [Span] {
    let lines = span.split { $0 == "\n" }
    guard let dated = lines.firstIndex(where: isDated) else { return [] }
    let line = lines[dated]
    guard dated <= 3, !isDetail || Self.startsOrEndsWithDate(line) else { return [] }
    var accepted = Array(lines[0...dated])
    for next in lines[(dated + 1)...].prefix(3) {
      if Self.successivePositions(in: next) != nil {
        accepted.append(next)
        break
      }
      // The organization with its department and town.
      if accepted.count == dated + 1, next.count <= 170, DateParser.firstInterval(in: next) == nil,
        next.count > 60 || next.split(where: { $0 == "," }).count > 3,
        let found = OrganizationText.find(in: next),
        found.institution.lower <= next.lower + 40 || OrganizationText.isUnit(found.before)
      {
        accepted.append(next)
        continue
      }
      guard next.count <= 60, DateParser.firstInterval(in: next) == nil, !next.contains(":"),
        next.split(where: { $0 == "," }).count <= 3
      else { break }
      let isPart =
        Lexicon.shared.roles.contains(next) || Lexicon.shared.degrees.contains(next)
        || OrganizationText.isInstitution(next) || OrganizationText.isUnit(next)
      let isAlone = lines.count == dated + 2
      guard isPart || isAlone else { break }
      accepted.append(next)
    }
    return accepted
  }

  /// Whether a line begins or ends with a date; a date within a sentence does not make an entry.
  static func startsOrEndsWithDate(_ line: Span) -> Bool {
    guard let found = DateParser.firstInterval(in: line) else { return false }
    let bare = line.trimming("(),.|:*")
    if found.range.lowerBound <= bare.lower + 1 || found.range.upperBound >= bare.upper - 1 {
      return true
    }
    // “…, Berlin (2020–2021). Host: Ada Quill”, “…, 2020–2021, Berlin. Built things.”: the header
    // ends before the sentence.
    let after = line.from(found.range.upperBound)
    if let sentence = after.split(where: { $0.isOne(of: ".;") || $0 == "。" }).first,
      sentence.upper < after.trimmed.upper, let sign = after.folded.first, sign.isOne(of: "),")
    {
      let place = sentence.trimming("), ")
      if place.isEmpty
        || (place.containsHan ? place.count <= 6 : place.wordCount <= 3 && isCapitalized(place))
      {
        return true
      }
    }
    // “2021 – 2026 (expected)”: a remark on the date or on the entry.
    let rest = line.from(found.range.upperBound).trimming(",.;|:* ")
    return rest.brackets.first == rest.range
      || remarksOnDates.contains(rest.trimming("()[] ").foldedString)
  }

  private static let remarksOnDates: Set<String> = [
    "expected", "anticipated", "exp", "est", "tentative", "预计", "预计毕业", "在读",
  ]

  private mutating func appendEntry(_ lines: [Span], _ part: Outline.Part, _ entryKind: EntryKind)
    -> Bool
  {
    let hasDegree = lines.contains { line in
      !Lexicon.shared.degrees.matches(in: line).isEmpty
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
    if entryKind == .employment, appendSuccessivePositions(lines) { return true }
    let header = EntryHeader(lines, for: entryKind)
    switch entryKind {
    case .education:
      guard
        let organization = header.organization
          ?? (header.degree == nil ? nil : organizationOfPreviousEntry(of: .education))
      else { return false }
      guard header.degree != nil || header.interval != nil || hasDegree else { return false }
      education.append(
        EducationRecord(
          organization: organization, unit: header.unit, degree: header.degree,
          field: header.field, interval: header.interval.map(Self.graduation)))
      lastEntry = .education(education.count - 1)
    case .employment:
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
    }
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

  private static func successivePositions(in line: Span) -> [Span]? {
    guard line.contains("(") else { return nil }
    let pieces = line.split(nesting: true) { $0.isOne(of: ",;\t") }
    return pieces.count > 1 && pieces.allSatisfy(isDatedRole) ? pieces : nil
  }

  private static func isDatedRole(_ piece: Span) -> Bool {
    guard let bracket = piece.brackets.last, bracket.upperBound == piece.upper,
      DateParser.firstInterval(in: piece.slice(bracket)) != nil
    else { return false }
    return Lexicon.shared.roles.contains(piece.to(bracket.lowerBound))
  }

  /// The organization of the entry before, when it is in an undated line of its own above a dated
  /// one: an entry without an organization is then another position or degree there.
  private func organizationOfPreviousEntry(of entryKind: EntryKind) -> Stated<String>? {
    let last: (organization: Stated<String>, interval: Stated<Interval>?)? =
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
  private static func graduation(_ interval: Stated<Interval>) -> Stated<Interval> {
    guard interval.value.end == .closed(interval.value.start) else { return interval }
    let end = Interval(start: nil, end: interval.value.end)
    return Stated(end, interval.span, rule: interval.rule)
  }

  private mutating func add(_ advisers: Advisers) {
    switch lastEntry {
    case .education(let index): education[index].advisers += advisers.names
    case .affiliation(let index): affiliations[index].advisers += advisers.names
    case nil: break
    }
  }
}
