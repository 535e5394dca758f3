import KGModel

/// Made-up people, papers and positions, written as short calls.
struct SampleNetwork {
  private(set) var triples = TripleSet()
  private var count = 0

  static func person(_ key: String) -> Term { .iri("https://kg.example/person/\(key)") }
  static func organization(_ key: String) -> Term { .iri("https://kg.example/organization/\(key)") }

  mutating func addPerson(_ key: String, _ names: String..., others: [String] = []) {
    for name in names { add(Self.person(key), Schema.name, .string(name)) }
    for name in others { add(Self.person(key), Schema.alternateName, .string(name)) }
  }

  mutating func addOrganization(_ key: String, _ names: String...) {
    for name in names { add(Self.organization(key), Schema.name, .string(name)) }
  }

  /// As many papers as said, each by all of the people.
  mutating func addPapers(_ number: Int = 1, by people: String...) {
    for _ in 0..<number {
      count += 1
      for key in people {
        add(.iri("https://kg.example/work/\(count)"), Schema.author, Self.person(key))
      }
    }
  }

  mutating func addMembership(
    of person: String, in organization: String, from start: String?, to end: String? = nil,
    isOpen: Bool = false, kind: String = "Staff"
  ) {
    count += 1
    let membership = Term.blankNode(BlankNode("m\(count)"))
    add(membership, Org.member, Self.person(person))
    add(membership, Org.organization, Self.organization(organization))
    add(membership, KG.kind, .iri(KG.namespace + kind))
    if let start { add(membership, Schema.startDate, .literal(Literal(start))) }
    if let end { add(membership, Schema.endDate, .literal(Literal(end))) }
    if isOpen { add(membership, KG.end, .iri(KG.open)) }
  }

  mutating func add(_ subject: Term, _ predicate: IRI, _ object: Term) {
    triples.insert(Triple(subject, predicate, object))
  }
}

extension SampleNetwork {
  /// Ada wrote with Bo (3) and Cy (1); Bo and Cy share one of these; Dee knows Bo only.
  static func four() -> SampleNetwork {
    var network = SampleNetwork()
    network.addPerson("ada", "Ada Ouyang", "欧阳艾达")
    network.addPerson("bo", "Bo Qian")
    network.addPerson("cy", "Cy Rao")
    network.addPerson("dee", "Dee Sun")
    network.addPapers(2, by: "ada", "bo")
    network.addPapers(1, by: "ada", "bo", "cy")
    network.addPapers(2, by: "bo", "dee")
    return network
  }

  /// Sixty people in teams around the first, with names in one script or two.
  static func sixty() -> SampleNetwork {
    let families = [("王", "Wang"), ("李", "Li"), ("欧阳", "Ouyang"), ("赵", "Zhao"), ("周", "Zhou")]
    let givenNames = [("若溪", "Ruoxi"), ("明远", "Mingyuan"), ("嘉", "Jia"), ("宇航", "Yuhang")]
    var network = SampleNetwork()
    for number in 0..<60 {
      let family = families[number % 5]
      let given = givenNames[(number / 5 + number) % 4]
      network.addPerson("\(number)", "\(given.1) \(family.1)")
      if number % 3 != 1 { network.addPerson("\(number)", family.0 + given.0) }
    }
    for number in 1..<60 {
      let team = number % 4
      network.addPapers(1 + number % 5, by: "0", "\(number)")
      network.addPapers(
        by: "\(number)", "\(1 + (number * 7 + team) % 59)", "\(1 + (number + 4) % 59)")
    }
    network.addOrganization("lab", "Institute of Examples", "示例研究所")
    network.addMembership(of: "0", in: "lab", from: "2016-03", isOpen: true)
    return network
  }
}
