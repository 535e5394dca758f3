internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads the text of a document, section by section.
struct DocumentProfile {
  private(set) var record = ProfileRecord()
  private var publications = Publications()
  private var career = Career()
  private var awards = Awards()
  private var projects = Projects()
  private var patents = Patents()
  private var biography = Biography()

  /// - Parameters:
  ///   - owner: The owner's name as the caller gives it, for a document that does not state it.
  ///   - knownOwner: The name that another part of the same profile states.
  init(_ whole: Document, owner: String?, knownOwner: Stated<String>? = nil) {
    let (document, overlongLines) = Self.withoutOverlongLines(whole)
    let outline = Outline(document)
    let parts = outline.partsByContent()
    parts.forEach { read($0) }
    publications.removeRemarks()
    patents.removeRemarks()
    publications.apply(AuthorMarks(legendsIn: document.blocks))
    career.datedProjects.forEach { projects.append($0) }
    record.papers = publications.papers
    record.patents = patents.patents
    record.awards = awards.awards
    record.projects = projects.projects
    record.unparsedLines =
      overlongLines + publications.unparsedLines + career.unparsedLines + patents.unparsedLines
    reconcileCareer(outline, parts)
    record.claims = Claims.distinct(record.claims)
    findOwner(document, outline, given: owner, known: knownOwner)
    record.personal = whole.personal.map {
      PersonalRecord(
        property: $0.property, value: Stated($0.span.collapsed, $0.span, rule: .personalText))
    }
  }

  /// Reads one list by itself, such as one of a data file: its entries, without an owner.
  init(list part: Outline.Part) {
    Outline(parts: [part]).partsByContent().forEach { read($0) }
    publications.removeRemarks()
    patents.removeRemarks()
    career.datedProjects.forEach { projects.append($0) }
    record.papers = publications.papers
    record.patents = patents.patents
    record.awards = awards.awards
    record.projects = projects.projects
    record.affiliations = career.affiliations
    record.education = career.education
  }

  // MARK: Sections

  private mutating func read(_ whole: Outline.Part) {
    let part = withPatentsRead(whole)
    let isUnmarkedList = !part.isAbout(.publications) && Publications.isUnmarkedList(part)
    if part.isAbout(.publications) || isUnmarkedList { publications.read(part) }
    var rest = part
    if isUnmarkedList { rest.blocks = [] }
    readCareer(rest)
    if rest.isAbout(.awards) { awards.read(rest) }
    if rest.isAbout(.projects), !rest.isAbout(.experience) { readProjects(rest) }
    record.claims += Claims.read(rest)
    if rest.heading == nil || rest.isAbout(.about) || rest.kinds.isEmpty {
      rest.blocks.forEach { biography.read($0.span) }
    } else if rest.kinds == [.interests] {
      biography.readIncidental(rest.blocks)
    } else if rest.isAbout(.career) || rest.isAbout(.experience) || rest.isAbout(.education) {
      // “I was a lecturer at X then.”
      biography.readIncidental(rest.blocks, with: .owner)
    }
  }

  /// Reads patents wherever they are listed; returns the section without their blocks.
  private mutating func withPatentsRead(_ whole: Outline.Part) -> Outline.Part {
    if whole.kinds == [.patents], let heading = whole.entryHeading,
      patents.read(heading: heading, below: whole.blocks)
    {
      return whole.removingBlocks { _ in true }
    }
    return whole.removingBlocks { block in
      let isPatent = Patents.isPatent(block.span)
      if isPatent || whole.kinds == [.patents] {
        block.span.lines.forEach { patents.read(line: $0) }
      }
      return isPatent
    }
  }

  private mutating func readCareer(_ part: Outline.Part) {
    let isBoth = part.isAbout(.education) && part.isAbout(.experience)
    if part.isAbout(.career) || Career.isUnmarkedList(part) || isBoth {
      readCareer(part, for: nil)
    } else if part.isAbout(.education) {
      readCareer(part, for: .education)
    }
    if part.isAbout(.experience), !part.isAbout(.education), !part.isAbout(.career) {
      readCareer(part, for: .employment)
    }
  }

  /// Reads a section by rules and by fitted weights, and keeps the better reading.
  ///
  /// - Parameter kind: What the section is about; `nil` where it mixes positions and degrees.
  private mutating func readCareer(_ part: Outline.Part, for kind: EntryKind?) {
    var byRules = Career()
    byRules.read(part, for: kind)
    var byFields = Career()
    byFields.read(fieldsOf: part)
    var best = Career.best(rules: byRules, fields: byFields)
    best.affiliations = best.affiliations.map(\.withoutRoleDetail.withoutPlaceInRole)
    career.append(best)
  }

  /// A section of projects may have as its heading the organization that they belong to.
  private mutating func readProjects(_ part: Outline.Part) {
    if let heading = part.entryHeading, OrganizationText.isHeadingOfOrganization(heading) {
      career.addPosition(heading: heading)
    }
    projects.read(part)
  }

  // MARK: The whole document

  /// - Parameter parts: Those of the outline by their content.
  private mutating func reconcileCareer(_ outline: Outline, _ parts: [Outline.Part]) {
    let mentions = Self.headline(outline) + biography.affiliations
    record.affiliations = career.affiliations + mentions
    record.education = career.education + biography.education
    let unparsed = UnparsedLines(record)
    let inSections = outline.parts.flatMap(unparsed.unparsedLines)
    record.unparsedLines += inSections + unparsed.unreadEntries(in: parts, besides: inSections)
    let services = career.affiliations.filter(\.isForJournalOrConference)
    record.unparsedLines += services.map {
      UnparsedLine(
        span: $0.organization.span.line,
        reason: "a service to a journal or a conference, which is not a position")
    }
    record.affiliations = PositionMerger.merge(
      career.affiliations.filter { !$0.isForJournalOrConference }, mentions)
    record.education = EducationMerger.merge(career.education, biography.education)
    biography.assignAdvisers(to: &record.education)
  }

  private mutating func findOwner(
    _ document: Document, _ outline: Outline, given: String?, known: Stated<String>?
  ) {
    record.person = Owner(document, outline, papers: record.papers, known: known).person
    if let given, record.person.name == nil, let place = document.blocks.first?.span {
      record.person.name = Stated(given, place.to(place.lower), rule: .ownerGiven)
    }
  }

  /// Role and organization in the lines below the owner's name.
  private static func headline(_ outline: Outline) -> [AffiliationRecord] {
    guard let head = outline.parts.first(where: { !$0.blocks.isEmpty }),
      head.level <= 1, let block = head.blocks.first
    else { return [] }
    let lines = block.span.lines.prefix(5).filter { $0.count <= 80 }
    guard lines.count > 1 else { return [] }
    // The name is in the first line, or in the heading.
    let hasName = lines.first.map { !Lexicon.shared.roles.contains($0) } ?? true
    let header = EntryHeader(Array(lines.dropFirst(hasName ? 1 : 0)), for: .employment)
    guard let organization = header.organization, OrganizationText.isInstitution(organization.span),
      let role = header.role, header.interval == nil
    else { return [] }
    return [
      AffiliationRecord(
        organization: organization, unit: header.unit, role: role, interval: nil,
        kind: header.roleKind ?? .staff, isCurrent: true)
    ]
  }

  // MARK: Overlong lines

  /// Characters. Entries are far shorter, and rules that look at a whole line need a bound.
  private static let maximumLineLength = 20_000

  private static func withoutOverlongLines(_ document: Document) -> (Document, [UnparsedLine]) {
    let isOverlong = { (block: Block) in
      block.text.scalars.count > maximumLineLength
        && block.span.lines.contains { $0.count > maximumLineLength }
    }
    let overlong = document.blocks.filter(isOverlong)
    guard !overlong.isEmpty else { return (document, []) }
    let rest = Document(
      kind: document.kind, metadata: document.metadata,
      blocks: document.blocks.filter { !isOverlong($0) }, images: document.images,
      personal: document.personal, data: document.data, references: document.references,
      places: document.places)
    return (
      rest,
      overlong.map { block in
        let start = block.span.to(min(block.span.upper, block.span.lower + 1))
        return UnparsedLine(
          span: start, reason: "a line of \(block.span.count) characters is too long to be an entry"
        )
      }
    )
  }
}
