internal import KGModel

/// What one source says of a person or a work, as far as identity asks for it.
struct Evidence {
  struct Person {
    let node: Term
    let source: Int
    var names: Set<String> = []
    var isOwner = false
    var works: Set<Term> = []
    var organizations: Set<Term> = []
    var identifiers: Set<Term> = []
  }

  struct Work {
    let node: Term
    let source: Int
    var title = ""
    var year: Term?
    var venue: Term?
    var authors: [Term] = []
  }

  /// By node and source: a node that two sources share is the same already.
  private(set) var people: [Term: Person] = [:]
  private(set) var works: [Term: Work] = [:]
  /// How many works with a printed author list each source has.
  private(set) var listedWorks: [Int: Set<Term>] = [:]

  init(_ sources: [[Triple]]) {
    for (index, triples) in sources.enumerated() {
      addTypes(triples, index)
    }
    var memberOf: [Term: Term] = [:]
    var organizationOf: [Term: Set<Term>] = [:]
    for (index, triples) in sources.enumerated() {
      for triple in triples {
        add(triple, index)
        if triple.predicate == Org.member { memberOf[triple.subject] = triple.object }
        if triple.predicate == Org.organization {
          organizationOf[triple.subject, default: []].insert(triple.object)
        }
      }
    }
    for (membership, person) in memberOf {
      people[person]?.organizations.formUnion(organizationOf[membership] ?? [])
    }
  }

  private mutating func addTypes(_ triples: [Triple], _ source: Int) {
    for triple in triples where triple.predicate == RDF.type {
      if triple.object == .iri(Schema.person), people[triple.subject] == nil {
        people[triple.subject] = Person(node: triple.subject, source: source)
      } else if triple.object == .iri(Schema.scholarlyArticle), works[triple.subject] == nil {
        works[triple.subject] = Work(node: triple.subject, source: source)
      }
    }
  }

  private mutating func add(_ triple: Triple, _ source: Int) {
    let (subject, object) = (triple.subject, triple.object)
    switch triple.predicate {
    case Schema.name:
      if let name = object.literal?.lexicalForm {
        people[subject]?.names.insert(name)
        if works[subject]?.title.isEmpty == true { works[subject]?.title = name }
      }
    case Schema.alternateName:
      if let name = object.literal?.lexicalForm { people[subject]?.names.insert(name) }
    case Schema.author:
      works[subject]?.authors.append(object)
      people[object]?.works.insert(subject)
    case BIBO.authorList: listedWorks[source, default: []].insert(subject)
    case Schema.datePublished: works[subject]?.year = object
    case Schema.isPartOf:
      if works[subject]?.venue == nil { works[subject]?.venue = object }
    case Schema.mainEntity: people[object]?.isOwner = true
    case OWL.sameAs: people[subject]?.identifiers.insert(object)
    default: break
    }
  }

  /// The folded names of the people who share a work with this one.
  func coauthorKeys(of person: Person) -> Set<String> {
    var keys: Set<String> = []
    for work in person.works {
      for author in works[work]?.authors ?? [] where author != person.node {
        keys.formUnion(people[author]?.names.map(foldedKey) ?? [])
      }
    }
    return keys
  }
}
