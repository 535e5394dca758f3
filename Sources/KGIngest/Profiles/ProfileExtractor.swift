internal import KGModel

/// Reads one document into what it says about its owner: pure, the same bytes give the same record.
public enum ProfileExtractor {
  /// A read document: its kind and record, and what it takes to quote it.
  public struct Extraction: Sendable {
    public let kind: String
    public let record: ProfileRecord
    package let document: Document
    package let places: SourcePlaces

    /// The document as its reader saw it: a block a line, with its kind and place.
    public var blockText: String { document.outlineText(places) }
  }

  /// - Parameters:
  ///   - owner: the owner's name, where the caller knows it and the document does not say it.
  ///   - includesPersonalData: Whether the record tells e-mail addresses, telephone numbers, gender, age and the like.
  /// - Throws: ``UnreadableSource`` when the bytes are no text.
  public static func extract(
    _ bytes: [UInt8], owner: String? = nil, includesPersonalData: Bool = false
  ) throws(UnreadableSource) -> Extraction {
    let document = try DocumentReader.read(bytes, keepsPersonalData: includesPersonalData)
    let record =
      switch document.kind {
      case .data: DataProfile(document.data, includesPersonalData: includesPersonalData).record
      case .bibtex: BibTeXPapers.record(of: bytes)
      default: record(ofPage: document, owner: owner)
      }
    return Extraction(
      kind: document.kind.rawValue, record: record, document: document,
      places: document.places ?? SourcePlaces(bytes))
  }

  /// Characters; no entry of a profile comes near, and rules that look at all of a line need a bound.
  private static let maximumLineLength = 20_000

  /// The profile that a site tells of.
  package static func extract(
    _ site: Site, owner: String? = nil, includesPersonalData: Bool = false
  ) -> Extraction {
    let document = Document(kind: .site, blocks: [])
    let profile = SiteProfile(site, owner: owner, includesPersonalData: includesPersonalData)
    return Extraction(
      kind: document.kind.rawValue, record: profile.record, document: document, places: site.places)
  }

  /// What a page tells in its text, in the data at its head and in the references that it quotes.
  static func record(
    ofPage document: Document, owner: String?, knownOwner: Stated<String>? = nil
  ) -> ProfileRecord {
    var told = record(of: document, owner: owner, knownOwner: knownOwner)
    if document.data.isMap {
      told.merge(DataProfile(document.data.withoutPageKeys).record)
      // A widget of older Hugo themes tells by its name what its items are about.
      if let widget = document.data["widget"].span {
        let items = document.data["item", "items"]
        told.merge(DataProfile(.map([(widget.string, items)])).record)
      }
    }
    if !document.references.isEmpty {
      var quoted = BibTeXPapers.record(of: document.references)
      // Others' works are quoted, too.
      quoted.papers.removeAll { !told.person.isAuthor(of: $0) }
      told.merge(quoted)
    }
    return told
  }

  /// - Parameters:
  ///   - owner: What the caller names the owner, where the document does not.
  ///   - knownOwner: The name that another part of the same profile tells.
  static func record(
    of whole: Document, owner: String?, knownOwner: Stated<String>? = nil
  ) -> ProfileRecord {
    let (document, overlong) = withoutOverlongLines(whole)
    let outline = Outline(document)
    var publications = Publications()
    var career = Career()
    var awards = Awards()
    var projects = Projects()
    var patents = Patents()
    var biography = Biography()
    var record = ProfileRecord()
    for part in outline.parts {
      var part = part
      part.blocks.removeAll { block in
        let isPatent = Patents.isPatent(block.span)
        if isPatent || part.kinds == [.patents] {
          block.span.lines.forEach { patents.read(line: $0) }
        }
        return isPatent
      }
      if part.isAbout(.publications) {
        publications.read(part)
      } else if Publications.isUnmarkedList(part) {
        publications.read(part)
        part.blocks = []
      }
      if part.isAbout(.career) || Career.isUnmarkedList(part) {
        career.readMixed(part)
      } else if part.isAbout(.education), part.isAbout(.experience) {
        career.readMixed(part)
      } else if part.isAbout(.education) {
        career.read(part, for: .study)
      }
      if part.isAbout(.experience), !part.isAbout(.education), !part.isAbout(.career) {
        career.read(part, for: .post)
      }
      if part.isAbout(.awards) { awards.read(part) }
      if part.isAbout(.projects), !part.isAbout(.experience) {
        readProjects(part, &projects, &career)
      }
      record.claims += Claims.read(part)
      if part.heading == nil || part.isAbout(.about) || part.kinds.isEmpty {
        part.blocks.forEach { biography.read($0.span) }
      } else if part.kinds == [.interests] {
        biography.readAside(part.blocks)
      }
    }
    publications.removeRemarks()
    patents.removeRemarks()
    publications.note(AuthorMarks(legendsIn: document.blocks))
    career.datedProjects.forEach { projects.append($0) }
    record.papers = publications.papers
    record.patents = patents.patents
    record.awards = awards.awards
    record.projects = projects.projects
    record.leftovers = overlong + publications.leftovers + career.leftovers + patents.leftovers
    let posts = headline(outline) + biography.affiliations
    record.affiliations = career.affiliations + posts
    record.education = career.education + biography.education
    let unread = UnreadLines(record)
    record.leftovers += outline.parts.flatMap(unread.leftovers)
    record.affiliations = PostMerger.merge(career.affiliations, posts)
    record.education = StudyMerger.merge(career.education, biography.education)
    biography.advise(&record.education)
    record.person = Owner(document, outline, papers: record.papers, known: knownOwner).person
    if let owner, record.person.name == nil, let place = document.blocks.first?.span {
      record.person.name = Stated(owner, place.to(place.lower), rule: "owner.given")
    }
    record.claims = Claims.distinct(record.claims)
    record.personal = whole.personal.map {
      PersonalRecord(
        property: $0.property, value: Stated($0.span.collapsed, $0.span, rule: "personal.text"))
    }
    return record
  }

  private static func withoutOverlongLines(_ document: Document) -> (Document, [Leftover]) {
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
        return Leftover(
          span: start, reason: "a line of \(block.span.count) characters is no entry")
      }
    )
  }

  /// A page of projects may be headed by the organization that they belong to.
  private static func readProjects(
    _ part: Outline.Part, _ projects: inout Projects, _ career: inout Career
  ) {
    if let heading = part.entryHeading, OrganizationText.isHeadingOfOrganization(heading) {
      career.add(heading: heading)
    }
    projects.read(part)
  }

  /// Role and organization in the lines below the owner's name.
  private static func headline(_ outline: Outline) -> [AffiliationRecord] {
    guard let head = outline.parts.first(where: { !$0.blocks.isEmpty }),
      head.level <= 1, let block = head.blocks.first
    else { return [] }
    let lines = block.span.lines.prefix(5).filter { $0.count <= 80 }
    guard lines.count > 1 else { return [] }
    // The name stands above, or in the heading.
    let hasName = lines.first.map { !Lexicon.shared.roles.contains($0) } ?? true
    let header = EntryHeader(Array(lines.dropFirst(hasName ? 1 : 0)), for: .post)
    guard let organization = header.organization, OrganizationText.isInstitution(organization.span),
      let role = header.role, header.interval == nil
    else { return [] }
    return [
      AffiliationRecord(
        organization: organization, unit: header.unit, role: role, interval: nil,
        kind: header.roleKind ?? .staff, isCurrent: true)
    ]
  }
}

extension PersonRecord {
  /// Whether one of the authors has a name of this person; true for all where the person has none.
  fileprivate func isAuthor(of paper: PaperRecord) -> Bool {
    let names = ([name].compactMap { $0 } + otherNames).map(\.value)
    return names.isEmpty
      || paper.authors.contains { author in
        names.contains { name in
          foldedKey(name) == foldedKey(author.value) || isShortForm(name, of: author.value)
            || isShortForm(author.value, of: name) || Pinyin.spells(author.value, name)
        }
      }
  }
}

extension DataNode {
  /// Front matter without what it says of the page itself.
  fileprivate var withoutPageKeys: DataNode {
    .map(
      entries.filter {
        ![
          "title", "name", "url", "date", "permalink", "layout", "author", "description", "summary",
          "widget", "weight",
        ].contains(DataNode.folded($0.key))
      })
  }
}
