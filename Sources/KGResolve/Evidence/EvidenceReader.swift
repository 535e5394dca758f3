internal import KGModel

/// Reads ``Evidence`` from what documents say.
struct EvidenceReader {
  private let source: any AssertionSource
  private var people = Interner<Int64>()
  private var documentOfPerson: [Int32] = []
  private var nodesOfWorks = Interner<Int64>()
  private var works: [Evidence.Work] = []
  private var texts = EvidenceTexts()
  private var owners = Interner<Int>()
  private var documentCount = 0
  /// Organizations and identifiers.
  private var others = Interner<Int64>()
  private var registered = Interner<Identifier>()
  /// The identifier of each literal and IRI that has been read as one.
  private var identifierOfTerm: [Int64: Identifier?] = [:]
  private var statedAsOne: [UnorderedPair] = []
  private var statedAsTwo: [UnorderedPair] = []
  /// By the number of the membership's node.
  private var memberships: [Int64: (person: Int?, organizations: [Int])] = [:]

  private var years: [Int64: Int] = [:]

  private var names: [Relation.Pair] = []
  private var worksOfPerson: [Relation.Pair] = []
  private var authorsOfWork: [Relation.Pair] = []
  private var listedWorks: [Relation.Pair] = []
  private var identifiers: [Relation.Pair] = []
  private var namesakeNumbers: [Relation.Pair] = []
  private var registeredOfPerson: [Relation.Pair] = []
  private var registeredOfWork: [Relation.Pair] = []

  static func read(
    _ source: any AssertionSource, progress: (IdentityProgress) -> Void
  ) throws -> Evidence {
    var reader = EvidenceReader(source: source)
    // Types, then properties: a node may be named before its type is stated.
    let total = 2 * source.assertionCount
    var done = 0
    func report() {
      done += 1
      if done.isMultiple(of: IdentityProgress.interval) {
        progress(IdentityProgress(.statements, done, of: total))
      }
    }
    try reader.readTypes(report)
    try reader.readProperties(report)
    try reader.readNodes()
    return reader.evidence(try source.documentsWithOwnNodes())
  }

  private init(source: any AssertionSource) {
    self.source = source
  }

  private mutating func readTypes(_ report: () -> Void) throws {
    guard let type = try source.termID(of: .iri(RDF.type)) else { return }
    let person = try source.termID(of: .iri(Schema.person))
    let article = try source.termID(of: .iri(Schema.scholarlyArticle))
    try source.forEachAssertion { document, assertion in
      report()
      documentCount = max(documentCount, document + 1)
      guard assertion.predicate == type else { return }
      let node = assertion.subject
      if assertion.object == person, people.add(node).isNew {
        documentOfPerson.append(Int32(clamping: document))
      } else if assertion.object == article, nodesOfWorks.add(node).isNew {
        works.append(Evidence.Work(node: node, document: document))
      }
    }
  }

  private enum Property: CaseIterable {
    case name, alternateName, author, authorList, published, partOf, mainEntity, sameAs,
      differentFrom, identifier, doi, url, member, organization

    var iri: IRI {
      switch self {
      case .name: Schema.name
      case .alternateName: Schema.alternateName
      case .author: Schema.author
      case .authorList: BIBO.authorList
      case .published: Schema.datePublished
      case .partOf: Schema.isPartOf
      case .mainEntity: Schema.mainEntity
      case .sameAs: OWL.sameAs
      case .differentFrom: OWL.differentFrom
      case .identifier: Schema.identifier
      case .doi: BIBO.doi
      case .url: Schema.url
      case .member: Org.member
      case .organization: Org.organization
      }
    }
  }

  private mutating func readProperties(_ report: () -> Void) throws {
    var properties: [Int64: Property] = [:]
    for property in Property.allCases {
      if let number = try source.termID(of: .iri(property.iri)) { properties[number] = property }
    }
    try source.forEachAssertion { document, assertion in
      report()
      if let property = properties[assertion.predicate] {
        try add(property, of: assertion.subject, assertion.object, document)
      }
    }
  }

  private mutating func add(
    _ property: Property, of subject: Int64, _ object: Int64, _ document: Int
  ) throws {
    let person = people.number(of: subject)
    let work = nodesOfWorks.number(of: subject)
    switch property {
    case .name, .alternateName:
      guard person != nil || work != nil, let text = try text(object) else { return }
      if let person { names.append(.init(person, text)) }
      if let work, property == .name, works[work].title == nil { works[work].title = text }
    case .author:
      guard let work, let author = people.number(of: object) else { return }
      worksOfPerson.append(.init(author, work))
      authorsOfWork.append(.init(work, author))
    case .authorList:
      if let work { listedWorks.append(.init(document, work)) }
    case .published:
      if let work { works[work].year = try year(object) }
    case .partOf:
      if let work, works[work].venue == nil { works[work].venue = object }
    case .mainEntity:
      if let owner = people.number(of: object) { owners.add(owner) }
    case .sameAs, .differentFrom:
      if let person, let other = people.number(of: object), person != other {
        let pair = UnorderedPair(person, other)
        if property == .sameAs { statedAsOne.append(pair) } else { statedAsTwo.append(pair) }
      } else if property == .sameAs {
        try addIdentifier(object, person, work, isNumber: false)
      }
    case .identifier: try addIdentifier(object, person, work, isNumber: true)
    case .doi, .url:
      if let work { try addRegistered(object, nil, work) }
    case .member:
      memberships[subject, default: (nil, [])].person = people.number(of: object)
    case .organization:
      memberships[subject, default: (nil, [])].organizations.append(others.add(object).number)
    }
  }

  /// In RDF the IRI of a node may be an identifier.
  private mutating func readNodes() throws {
    let own = try source.documentsWithOwnNodes()
    for (person, node) in people.values.enumerated()
    where own.contains(Int(documentOfPerson[person])) {
      try addRegistered(node, person, nil)
    }
    for (work, node) in nodesOfWorks.values.enumerated() where own.contains(works[work].document) {
      try addRegistered(node, nil, work)
    }
    identifierOfTerm = [:]
  }

  /// - Parameter isNumber: Whether a text that is not an identifier of a registry is dblp's number of a namesake.
  private mutating func addIdentifier(
    _ object: Int64, _ person: Int?, _ work: Int?, isNumber: Bool
  ) throws {
    if try addRegistered(object, person, work) { return }
    guard let person else { return }
    let number = others.add(object).number
    identifiers.append(.init(person, number))
    if isNumber { namesakeNumbers.append(.init(person, number)) }
  }

  /// Adds an identifier of a registry.
  ///
  /// - Returns: Whether the term is one.
  @discardableResult
  private mutating func addRegistered(_ term: Int64, _ person: Int?, _ work: Int?) throws -> Bool {
    guard person != nil || work != nil, let identifier = try identifier(term) else { return false }
    let number = registered.add(identifier).number
    if let person { registeredOfPerson.append(.init(person, number)) }
    if let work { registeredOfWork.append(.init(work, number)) }
    return true
  }

  private mutating func identifier(_ number: Int64) throws -> Identifier? {
    if let known = identifierOfTerm[number] { return known }
    let term = try source.term(number)
    let identifier = (term?.iri?.value ?? term?.literal?.lexicalForm).flatMap {
      Identifier($0) ?? Identifier("doi:" + $0) ?? Identifier("orcid:" + $0)
    }
    identifierOfTerm[number] = .some(identifier)
    return identifier
  }

  /// The year of a date, by the number of its literal.
  private mutating func year(_ literal: Int64) throws -> Int? {
    if let known = years[literal] { return known }
    let year = try source.term(literal)?.literal.flatMap { Int($0.lexicalForm.prefix(4)) }
    years[literal] = year
    return year
  }

  private mutating func text(_ literal: Int64) throws -> Int? {
    let source = source
    return try texts.add(literal) { try source.term(literal)?.literal?.lexicalForm }
  }

  /// The mean number of works of an author from which on a document with nodes of its own has one node for each person, not
  /// one for each mention.
  private static let worksOfIdentified = 1.5

  /// Those of the documents in which each person is one node. A document without authors shows nothing.
  private func identifying(_ documents: Set<Int>) -> Set<Int> {
    var authors: [Int: Set<Int>] = [:]
    var counts: [Int: Int] = [:]
    for pair in worksOfPerson {
      let document = Int(documentOfPerson[pair.number])
      guard documents.contains(document) else { continue }
      authors[document, default: []].insert(pair.number)
      counts[document, default: 0] += 1
    }
    return Set(
      counts.filter { document, count in
        Double(count) >= Self.worksOfIdentified * Double(authors[document]?.count ?? 0)
      }.keys)
  }

  /// - Parameter ownNodes: The documents that name nodes by IRIs of their own.
  private func evidence(_ ownNodes: Set<Int>) -> Evidence {
    let organizations = memberships.values.flatMap { membership in
      membership.organizations.compactMap { organization in
        membership.person.map { Relation.Pair($0, organization) }
      }
    }
    let peopleOfDocument = documentOfPerson.enumerated().map { Relation.Pair(Int($1), $0) }
    return Evidence(
      people: people.values, documentOfPerson: documentOfPerson,
      documentsWithOwnNodes: ownNodes,
      identifyingDocuments: identifying(ownNodes), owners: owners.values,
      works: works, texts: texts,
      namesOfPerson: Relation(names, count: people.count),
      worksOfPerson: Relation(worksOfPerson, count: people.count),
      organizationsOfPerson: Relation(organizations, count: people.count),
      identifiersOfPerson: Relation(identifiers, count: people.count),
      registeredOfPerson: Relation(registeredOfPerson, count: people.count),
      registeredOfWork: Relation(registeredOfWork, count: works.count),
      registered: registered.values, statedAsOne: statedAsOne, statedAsTwo: statedAsTwo,
      namesakeNumbersOfPerson: Relation(namesakeNumbers, count: people.count),
      authorsOfWork: Relation(authorsOfWork, count: works.count),
      peopleOfDocument: Relation(peopleOfDocument, count: documentCount),
      listedWorksOfDocument: Relation(listedWorks, count: documentCount))
  }
}
