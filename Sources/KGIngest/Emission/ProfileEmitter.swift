internal import KGLexicon
public import KGModel
public import KGProfiles
internal import KGText

/// Turns the record of a document into statements, each with its receipts.
///
/// People, papers, patents, projects, awards and memberships become nodes of the source; organizations
/// and venues become nodes that all sources share, because their names are unambiguous.
public enum ProfileEmitter {
  /// All statements of a document, each once.
  ///
  /// - Parameter documentName: The name of the document in the graph.
  public static func statements(
    of extraction: ProfileExtractor.Extraction, source: SourceKey, documentName: String
  ) -> [Statement] {
    var all: [Statement] = []
    forEachBatch(of: extraction, source: source, documentName: documentName, count: .max) {
      all += $0
    }
    return all
  }

  /// Passes the statements to the body in batches, so that a list of a hundred thousand works needs
  /// little memory beyond its record. A statement about a person, an organization or a venue that
  /// several records name can occur in several batches, each time with the receipts of that batch.
  ///
  /// - Parameter count: The number of statements after which a batch ends, once the current record is
  ///   complete.
  /// - Throws: The errors of the body.
  package static func forEachBatch<Failure: Error>(
    of extraction: ProfileExtractor.Extraction, source: SourceKey, documentName: String,
    count: Int = 1 << 12, _ body: ([Statement]) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachBatch(
      of: ReadDocument(extraction), source: source, documentName: documentName, count: count, body)
  }

  /// The same of a document that nobody else needs: the memory of its papers is freed as they are passed on.
  package static func forEachBatch<Failure: Error>(
    of document: consuming ReadDocument, source: SourceKey, documentName: String,
    count: Int = 1 << 12, _ body: ([Statement]) throws(Failure) -> Void
  ) throws(Failure) {
    var emission = Emission(source: source, consume document, batchCount: count)
    try emission.emit(documentName: documentName, body)
  }
}

/// What statements are made of: the record of a document, and its lines. The text is not kept.
package struct ReadDocument: Sendable {
  fileprivate let record: ProfileRecord
  fileprivate let places: SourcePlaces

  /// Takes the record and the lines out of an extraction.
  package init(_ extraction: consuming ProfileExtractor.Extraction) {
    record = extraction.record
    places = extraction.places
  }
}

private struct Emission {
  private var builder: StatementBuilder
  private let batchCount: Int
  private let source: SourceKey
  private var record: ProfileRecord
  private let owner: IRI
  /// The place of statements about the document as a whole.
  private let start = SourceText.empty(at: 0).whole
  /// The last number that was added to the name of a node. Names are stored as hashes, because a list
  /// may have a hundred thousand long ones; a collision only gives a node a number without need.
  private var usedNames: [Int: Int] = [:]
  private var personNodes: [String: IRI] = [:]
  private var venues: [String: VenueNode] = [:]

  init(source: SourceKey, _ document: consuming ReadDocument, batchCount: Int) {
    self.source = source
    self.batchCount = batchCount
    builder = StatementBuilder(places: document.places)
    record = document.record
    owner = source.node("person", record.person.name.map { slug($0.value) } ?? "owner")
  }

  mutating func emit<Failure: Error>(
    documentName: String, _ body: ([Statement]) throws(Failure) -> Void
  ) throws(Failure) {
    emitOwner(documentName)
    emitPersonalData()
    try emit(record.affiliations, body) { $0.emit($1) }
    try emit(record.education, body) { $0.emit($1) }
    while let papers = record.papers.removeFirstPiece() {
      try emit(papers, body) { $0.emit($1) }
    }
    try emit(record.patents, body) { $0.emit($1) }
    try emit(record.awards, body) { $0.emit($1) }
    try emit(record.projects, body) { $0.emit($1) }
    try emit(record.claims, body) { $0.emit($1) }
    if builder.count > 0 { try body(builder.take()) }
  }

  private mutating func emit<Record, Failure: Error>(
    _ records: some Sequence<Record>, _ body: ([Statement]) throws(Failure) -> Void,
    by emitOne: (inout Emission, Record) -> Void
  ) throws(Failure) {
    for record in records {
      emitOne(&self, record)
      if builder.count >= batchCount { try body(builder.take()) }
    }
  }

  private mutating func emitPersonalData() {
    for data in record.personal {
      let predicate = Self.predicates[data.property] ?? KG.personal
      builder.add(
        owner, predicate, .string(data.value.value), data.value.span, data.value.rule)
    }
  }

  private static let predicates: [PersonalProperty: IRI] = [
    .email: Schema.email, .telephone: Schema.telephone, .gender: Schema.gender, .age: KG.age,
    .birthDate: Schema.birthDate, .other: KG.personal,
  ]

  // MARK: People

  private mutating func emitOwner(_ documentName: String) {
    let place = record.person.name?.span ?? start
    builder.add(source.document, RDF.type, Schema.profilePage, start, .document)
    builder.add(source.document, Schema.name, .string(documentName), start, .document)
    builder.add(source.document, Schema.mainEntity, owner, place, .documentOwner)
    builder.add(owner, RDF.type, Schema.person, place, .owner)
    if let name = record.person.name {
      builder.add(owner, Schema.name, Self.text(name.value), name.span, name.rule)
    }
    // A name in an author list is a separate mention; identity resolution decides whether it is the owner.
    for name in record.person.otherNames where name.rule != .ownerPinyinInAuthorList {
      builder.add(owner, Schema.alternateName, Self.text(name.value), name.span, name.rule)
    }
    for page in record.person.homepages {
      let hasScheme = page.value.utf8.contains("://".utf8)
      let address = hasScheme ? page.value : "https://" + page.value
      builder.add(owner, Schema.url, Self.address(address), page.span, page.rule)
    }
    for identifier in record.person.identifiers {
      builder.add(
        owner, OWL.sameAs, Self.address(identifier.value), identifier.span, identifier.rule)
    }
  }

  /// - Parameter number: dblp's number of the person among namesakes, who are different people.
  private mutating func person(_ name: Stated<String>, number: String? = nil) -> IRI {
    let node = personNode(name.value + (number.map { " " + $0 } ?? ""))
    builder.add(node, RDF.type, Schema.person, name.span, name.rule)
    builder.add(node, Schema.name, Self.text(name.value), name.span, name.rule)
    if let number {
      let identifier = Self.namesakeIdentifier + "\(name.value) \(number)"
      builder.add(node, Schema.identifier, .string(identifier), name.span, .bibtexAuthorNumber)
    }
    return node
  }

  /// The node of a name. A list of works names the same people many times.
  private mutating func personNode(_ name: String) -> IRI {
    if let known = personNodes[name] { return known }
    let node = source.node("person", slug(name))
    if personNodes.count < Self.maximumKnownPeople { personNodes[name] = node }
    return node
  }

  private static let maximumKnownPeople = 50_000

  /// “dblp: Wei Wang 0001”
  private static let namesakeIdentifier = "dblp: "

  // MARK: Memberships

  private mutating func emit(_ record: AffiliationRecord) {
    let node = membership(record.organization, record.unit, "membership", record.role?.value)
    if let role = record.role {
      builder.add(node, Org.role, Self.text(role.value), role.span, role.rule)
    }
    builder.add(
      node, KG.kind, IRI(KG.namespace + record.kind.rawValue),
      (record.role ?? record.organization).span, .membershipKind)
    emit(record.interval, of: node, at: record.organization.span, isCurrent: record.isCurrent)
    for adviser in record.advisers {
      builder.add(node, KG.adviser, person(adviser), adviser.span, adviser.rule)
    }
    for place in record.repeats {
      builder.add(node, Org.member, owner, place, .membershipRepeated)
    }
  }

  private mutating func emit(_ record: EducationRecord) {
    let node = membership(record.organization, record.unit, "study", record.degree?.value)
    builder.add(
      node, KG.kind, IRI(KG.namespace + MembershipKind.student.rawValue), record.organization.span,
      .educationSection)
    if let degree = record.degree {
      builder.add(node, Schema.credentialAwarded, Self.text(degree.value), degree.span, degree.rule)
    }
    if let field = record.field {
      builder.add(node, KG.field, Self.text(field.value), field.span, field.rule)
    }
    emit(record.interval, of: node, at: record.organization.span, isCurrent: false)
    for adviser in record.advisers {
      builder.add(node, KG.adviser, person(adviser), adviser.span, adviser.rule)
    }
  }

  private mutating func membership(
    _ organization: Stated<String>, _ unit: Stated<String>?, _ kind: String, _ detail: String?
  ) -> IRI {
    let name = [organization.value, unit?.value, detail].compactMap { $0 }.joined(separator: " ")
    let node = source.node(kind, unique(kind, slug(name)))
    let organizationNode = emitOrganization(organization)
    builder.add(node, RDF.type, Org.membership, organization.span, organization.rule)
    builder.add(node, Org.member, owner, organization.span, organization.rule)
    builder.add(node, Org.organization, organizationNode, organization.span, organization.rule)
    if let unit {
      let unitNode = emitUnit(unit, of: organizationNode, organization.value)
      builder.add(node, KG.unit, unitNode, unit.span, unit.rule)
    }
    return node
  }

  private mutating func emit(
    _ interval: Stated<DatedText>?, of node: IRI, at place: Span, isCurrent: Bool
  ) {
    guard let interval else {
      let end = isCurrent ? KG.open : KG.unknown
      return builder.add(
        node, KG.end, end, place, isCurrent ? .intervalPresentTense : .intervalNotSaid)
    }
    if let start = interval.value.start {
      builder.add(node, Schema.startDate, .date(start), interval.span, interval.rule)
    }
    switch interval.value.end {
    case .closed(let date):
      builder.add(node, KG.end, KG.closed, interval.span, interval.rule)
      if let date { builder.add(node, Schema.endDate, .date(date), interval.span, interval.rule) }
    case .open(let lastConfirmed):
      builder.add(node, KG.end, KG.open, interval.span, interval.rule)
      if let lastConfirmed {
        builder.add(node, KG.lastConfirmed, .date(lastConfirmed), interval.span, interval.rule)
      }
    case .unknown:
      builder.add(node, KG.end, KG.unknown, interval.span, interval.rule)
    }
  }

  // MARK: Organizations

  private mutating func emitOrganization(_ name: Stated<String>) -> IRI {
    // A remark after the name, such as 华南农业大学(双一流), is not part of it.
    let bare = OrganizationText.withoutBracket(name.span).string
    let authority = OrganizationAuthority.shared
    if let known = authority.match(name.value) ?? authority.match(bare) {
      return emitKnown(known, printed: name)
    }
    let node = NodeIRI.shared("organization", slug(name.value))
    builder.add(node, RDF.type, Schema.organization, name.span, name.rule)
    builder.add(node, Schema.name, Self.text(name.value), name.span, name.rule)
    return node
  }

  /// An organization of the authority table, with its names and parents. The receipts quote the place
  /// that names it; their rule is the authority table.
  private mutating func emitKnown(_ organization: Organization, printed: Stated<String>) -> IRI {
    let node = NodeIRI.shared("organization", organization.id)
    let rule = Rule.authorityOrganization
    builder.add(node, RDF.type, Schema.organization, printed.span, printed.rule)
    let preferred = organization.allNames.first ?? printed.value
    builder.add(node, Schema.name, Self.text(preferred), printed.span, rule)
    for name in organization.allNames.dropFirst() {
      builder.add(node, Schema.alternateName, Self.text(name), printed.span, rule)
    }
    if !organization.allNames.contains(printed.value) {
      builder.add(node, Schema.alternateName, Self.text(printed.value), printed.span, printed.rule)
    }
    for id in organization.parents {
      guard let parent = OrganizationAuthority.shared.organization(withID: id) else { continue }
      let stated = Stated(parent.allNames.first ?? id, printed.span, rule: rule)
      builder.add(
        node, Schema.parentOrganization, emitKnown(parent, printed: stated), printed.span, rule)
    }
    return node
  }

  private mutating func emitUnit(_ unit: Stated<String>, of organization: IRI, _ name: String)
    -> IRI
  {
    if let known = OrganizationAuthority.shared.match(unit.value) {
      return emitKnown(known, printed: unit)
    }
    let node = IRI(organization.value + "/unit/" + slug(unit.value))
    builder.add(node, RDF.type, Schema.organization, unit.span, unit.rule)
    builder.add(node, Schema.name, Self.text(unit.value), unit.span, unit.rule)
    builder.add(node, Schema.parentOrganization, organization, unit.span, unit.rule)
    return node
  }

  // MARK: Works

  private mutating func emit(_ paper: PaperRecord) {
    let node = source.node("paper", unique("paper", slug(paper.title.value)))
    builder.addNew(
      node, RDF.type, .iri(Schema.scholarlyArticle), paper.title.span, paper.title.rule)
    for place in [paper.title.span] + paper.repeats {
      builder.add(node, Schema.name, Self.text(paper.title.value), place, paper.title.rule)
    }
    emitAuthors(of: paper, node)
    if let venue = paper.venue {
      builder.addNew(node, Schema.isPartOf, .iri(emitVenue(venue)), venue.span, venue.rule)
    }
    if let year = paper.year, let date = PartialDate(year: year.value) {
      builder.addNew(node, Schema.datePublished, .date(date), year.span, year.rule)
    }
    if let status = paper.status {
      builder.add(node, KG.status, .string(status.value), status.span, status.rule)
    }
    if let presentation = paper.presentation {
      builder.add(
        node, KG.presentation, .string(presentation.value), presentation.span, presentation.rule)
    }
  }

  private mutating func emitAuthors(of paper: PaperRecord, _ node: IRI) {
    let list = IRI(node.value + "/authors")
    let people: [(node: IRI, span: Span, rule: Rule, position: Int?)]
    if paper.hasOnlyEditors {
      people = []
    } else if paper.authors.isEmpty {
      // The entry is in its owner's list: the owner is an author, first only where a heading says so.
      let rule: Rule =
        paper.isOwnerFirst ? .publicationFirstAuthorList : .publicationOwnersList
      people = [(owner, paper.title.span, rule, paper.isOwnerFirst ? 1 : nil)]
    } else {
      people = paper.authors.enumerated().map { index, name in
        (person(name, number: paper.authorNumbers[index]), name.span, name.rule, index + 1)
      }
    }
    let areDistinct = Self.areDistinct(people.map(\.node))
    for (index, author) in people.enumerated() {
      if areDistinct {
        builder.addNew(node, Schema.author, .iri(author.node), author.span, author.rule)
      } else {
        builder.add(node, Schema.author, author.node, author.span, author.rule)
      }
      guard let position = author.position else { continue }
      if index == 0 {
        builder.add(node, BIBO.authorList, list, people.map { ($0.span, $0.rule) })
      }
      builder.addNew(
        list, RDF.member(position), .iri(author.node), author.span, author.rule)
    }
    for (author, note) in paper.notes where author < people.count {
      builder.add(
        node, note.value == .equalContribution ? KG.equalContributor : KG.correspondingAuthor,
        people[author].node, note.span, note.rule)
    }
    if !paper.isAuthorListComplete {
      builder.add(
        node, KG.authorListComplete, .boolean(false), paper.title.span, .publicationNoWholeList)
    }
  }

  /// Whether a few nodes are known to be different.
  private static func areDistinct(_ nodes: [IRI]) -> Bool {
    nodes.count <= maximumComparedCount
      && nodes.indices.allSatisfy { !nodes[..<$0].contains(nodes[$0]) }
  }

  /// More nodes are looked up instead, because each is compared with all before it.
  private static let maximumComparedCount = 24

  /// What a name of a venue stands for in the graph.
  private struct VenueNode {
    let node: IRI
    let type: IRI
    let name: Term
    let aliases: [Term]
    /// Whether the authority table has the venue.
    let isKnown: Bool
    /// The conference of a workshop.
    let host: String?
  }

  /// Lists of works name few venues many times.
  private mutating func venue(named name: String) -> VenueNode {
    if let known = venues[name] { return known }
    let known = VenueText.authority(for: name)
    let venue = VenueNode(
      node: NodeIRI.shared("venue", known?.id ?? slug(name)),
      type: known?.isJournal ?? VenueText.isJournal(name) ? Schema.periodical : Schema.eventSeries,
      name: Self.text(known?.name ?? name), aliases: (known?.aliases ?? []).map(Self.text),
      isKnown: known != nil, host: known == nil ? VenueText.host(ofWorkshop: name)?.name : nil)
    if venues.count < Self.maximumKnownVenues { venues[name] = venue }
    return venue
  }

  private static let maximumKnownVenues = 10_000

  private mutating func emitVenue(_ name: Stated<String>) -> IRI {
    let venue = venue(named: name.value)
    builder.add(venue.node, RDF.type, venue.type, name.span, name.rule)
    builder.add(
      venue.node, Schema.name, venue.name, name.span, venue.isKnown ? .authorityVenue : name.rule)
    for alias in venue.aliases {
      builder.add(venue.node, Schema.alternateName, alias, name.span, .authorityVenue)
    }
    if let host = venue.host {
      let hostNode = emitVenue(Stated(host, name.span, rule: .venueHost))
      builder.add(venue.node, Schema.isPartOf, hostNode, name.span, .venueWorkshop)
    }
    return venue.node
  }

  private mutating func emit(_ patent: PatentRecord) {
    let node = source.node(
      "patent", unique("patent", slug(patent.number?.value ?? patent.title.value)))
    builder.add(node, RDF.type, BIBO.patent, patent.title.span, patent.title.rule)
    builder.add(
      node, Schema.name, Self.text(patent.title.value), patent.title.span, patent.title.rule)
    builder.add(node, Schema.creator, owner, patent.title.span, .patentOwnersList)
    if let number = patent.number {
      let known = PatentNumber(number.value)
      let value =
        known?.expectedCheckDigit == nil ? known?.normalized ?? number.value : number.value
      builder.add(node, Schema.identifier, .string(value), number.span, number.rule)
    }
    if let year = patent.year, let date = PartialDate(year: year.value) {
      builder.add(node, Schema.datePublished, .date(date), year.span, year.rule)
    }
  }

  private mutating func emit(_ award: AwardRecord) {
    let node = source.node("award", unique("award", slug(award.title.value)))
    builder.add(node, RDF.type, KG.award, award.title.span, award.title.rule)
    builder.add(node, Schema.name, Self.text(award.title.value), award.title.span, award.title.rule)
    builder.add(node, KG.recipient, owner, award.title.span, award.title.rule)
    if let year = award.year, let date = PartialDate(year: year.value) {
      builder.add(node, Schema.startDate, .date(date), year.span, year.rule)
    }
    if let rank = award.rank {
      builder.add(node, KG.rank, .integer(rank.value), rank.span, rank.rule)
    }
  }

  private mutating func emit(_ project: ProjectRecord) {
    let node = source.node("project", unique("project", slug(project.name.value)))
    builder.add(node, RDF.type, Schema.project, project.name.span, project.name.rule)
    builder.add(
      node, Schema.name, Self.text(project.name.value), project.name.span, project.name.rule)
    builder.add(node, Schema.contributor, owner, project.name.span, project.name.rule)
    if let url = project.url {
      builder.add(node, Schema.codeRepository, Self.address(url.value), url.span, url.rule)
    }
  }

  private mutating func emit(_ claim: ClaimRecord) {
    let node = source.node(
      "claim", unique("claim", slug("\(claim.count.value) \(claim.subject)")))
    let (span, rule) = (claim.count.span, claim.count.rule)
    builder.add(node, RDF.type, KG.countClaim, span, rule)
    builder.add(node, KG.claimant, owner, span, rule)
    builder.add(node, KG.counted, .string(claim.subject), span, rule)
    builder.add(node, KG.count, .integer(claim.count.value), span, rule)
    builder.add(node, KG.isLowerBound, .boolean(claim.isLowerBound), span, rule)
  }

  // MARK: Terms

  private mutating func unique(_ kind: String, _ name: String) -> String {
    var candidate = name
    // The counter is stored, so that the last of a thousand equal names need not try all numbers. The
    // result may equal another name that ends with a number.
    let key = (kind + "/" + name).hashValue
    var candidateKey = key
    var number = usedNames[key] ?? 1
    while usedNames[candidateKey] != nil {
      number += 1
      candidate = "\(name)-\(number)"
      candidateKey = (kind + "/" + candidate).hashValue
    }
    usedNames[key] = number
    usedNames[candidateKey] = usedNames[candidateKey] ?? 1
    return candidate
  }

  /// Text with a language tag where the script determines it: `zh` for text with only Han characters.
  private static func text(_ value: String) -> Term {
    if value.utf8.allSatisfy({ $0 < 0x80 }) { return .string(value) }
    let latin = value.unicodeScalars.contains { $0.properties.isAlphabetic && !$0.isHan }
    return value.containsHan && !latin
      ? .literal(Literal(value, languageTag: "zh")) : .string(value)
  }

  /// A web address as an IRI, or as a string when it has characters that an IRI must not have.
  private static func address(_ value: String) -> Term {
    let forbidden = value.unicodeScalars.contains {
      $0.value <= 0x20 || $0.isOne(of: "<>\"{}|^`\\")
    }
    return forbidden ? .string(value) : .iri(value)
  }
}
