import KGModel
import KGResolve
import Testing

@Suite("Which nodes mean one person or one work")
struct ResolverTests {
  /// What one made-up document says; names are nodes of the document.
  private struct Document {
    let key: String
    var triples: [Triple] = []

    init(_ key: String, owner: String) {
      self.key = key
      person(owner)
      triples.append(Triple(node("source"), Schema.mainEntity, node(owner)))
    }

    func node(_ name: String) -> Term { .iri("https://kg.example/\(key)/\(name)") }

    mutating func person(_ name: String) {
      triples.append(Triple(node(name), RDF.type, .iri(Schema.person)))
      triples.append(Triple(node(name), Schema.name, .string(name)))
    }

    mutating func paper(_ title: String, by authors: String..., year: String = "2021") {
      triples.append(Triple(node(title), RDF.type, .iri(Schema.scholarlyArticle)))
      triples.append(Triple(node(title), Schema.name, .string(title)))
      triples.append(
        Triple(node(title), Schema.datePublished, .literal(Literal(year, datatype: XSD.gYear))))
      triples.append(Triple(node(title), BIBO.authorList, node(title + "/authors")))
      for author in authors {
        person(author)
        triples.append(Triple(node(title), Schema.author, node(author)))
      }
    }

    mutating func position(of name: String, at organization: String) {
      triples.append(Triple(node("position"), Org.member, node(name)))
      triples.append(Triple(node("position"), Org.organization, .iri("http://e/" + organization)))
    }
  }

  /// The joined pairs as the last parts of their IRIs, with the rules that speak for them.
  private func joined(_ documents: Document..., ownNodes: Set<Int> = []) throws -> [String] {
    let source = ListedAssertions(documents.map(\.triples), ownNodes: ownNodes)
    return try Resolver(source).decisions().map { decision in
      let names = [decision.first, decision.second].map {
        $0.iri?.value.split(separator: "/").last.map(String.init) ?? ""
      }
      let rules = decision.reasons.filter { $0.weight > 0 }.map(\.rule).filter { $0 != "years" }
      return "\(names[0]) = \(names[1]): \(rules.joined(separator: ", "))"
    }
  }

  /// The same without the rules.
  private func pairs(_ documents: Document...) throws -> [Substring] {
    let source = ListedAssertions(documents.map(\.triples))
    return try Resolver(source).decisions().map { decision in
      let names = [decision.first, decision.second].map {
        $0.iri?.value.split(separator: "/").last.map(String.init) ?? ""
      }
      return "\(names[0]) = \(names[1])"[...]
    }
  }

  @Test("The owner's Chinese name and the pinyin name in most of his author lists are one")
  func ownerInTwoScripts() throws {
    var document = Document("a", owner: "余锋伟")
    document.paper("First things of all", by: "Fengwei Yu", "Ruihao Gong")
    document.paper("Second things of all", by: "Ruihao Gong", "Fengwei Yu")
    #expect(try joined(document) == ["Fengwei Yu = 余锋伟: pinyin, owner-in-lists"])
  }

  @Test(
    "A form of the owner's name in the author lists is the owner",
    arguments: [
      ("Maria Lindqvist", "M. Lindqvist", "initials"),
      ("Maria Lindqvist", "Lindqvist MB", "initials"),
      ("Maria Lindqvist Orr", "M. Lindqvist", "initials"),
      ("Maria Lindqvist Orr", "Maria Lindqvist", "subset"),
      ("Maria Lindqvist", "Maria Beth Lindqvist", "subset"),
      ("Siming Qian", "Qian Si-Ming", "order"),
      ("LINDQVIST Maria", "Maria Lindqvist", "other-name"),
      ("Alexander Foe", "Alex Foe", "nickname"), ("錢思明", "Siming Qian", "pinyin"),
    ])
  func ownersForms(owner: String, form: String, rule: String) throws {
    var document = Document("a", owner: owner)
    document.paper("First things of all", by: form, "Bo Rao")
    document.paper("Second things of all", by: "Cy Orr", form)
    let pair = [form, owner].sorted()
    #expect(try joined(document) == ["\(pair[0]) = \(pair[1]): \(rule), owner-in-lists"])
  }

  @Test("Several forms are, as long as no paper lists two of them")
  func severalForms() throws {
    var document = Document("a", owner: "Maria Lindqvist")
    document.paper("First things of all", by: "Maria Lindqvist", "Bo Rao")
    document.paper("Second things of all", by: "M. Lindqvist", "Cy Orr")
    document.paper("Third things of all", by: "Lindqvist M", "Bo Rao")
    #expect(
      try joined(document).map { $0.prefix { $0 != ":" } } == [
        "Lindqvist M = Maria Lindqvist", "M. Lindqvist = Maria Lindqvist",
      ])
    document.paper("Fourth things of all", by: "Maria Lindqvist", "M. Lindqvist")
    #expect(
      try joined(document).map { $0.prefix { $0 != ":" } } == ["Lindqvist M = Maria Lindqvist"])
  }

  @Test("Initials that a coauthor's name has, too, are the owner only in most lists")
  func rivals() throws {
    var document = Document("a", owner: "Maria Lindqvist")
    document.paper("First things of all", by: "Bo Rao", "M. Lindqvist")
    document.paper("Second things of all", by: "Martin Lindqvist", "Bo Rao")
    document.paper("Third things of all", by: "Cy Orr", "Bo Rao")
    #expect(try joined(document).isEmpty)
  }

  @Test("Initials that two people have in common are nobody's, unless one of them is ruled out")
  func rivalCoauthors() throws {
    var document = Document("a", owner: "Leokadia Quillfeather")
    document.paper("Weathering tectonic rivers", by: "Leokadia Quillfeather", "Maria Lindqvist")
    document.paper("Lamps of quiet towns", by: "Leokadia Quillfeather", "Martin Lindqvist")
    document.paper("Dustless metals", by: "Leokadia Quillfeather", "M. Lindqvist")
    #expect(try joined(document).isEmpty)
    document.paper("Glass", by: "Leokadia Quillfeather", "M. Lindqvist", "Martin Lindqvist")
    #expect(try pairs(document) == ["M. Lindqvist = Maria Lindqvist"])
  }

  @Test("A form that agrees with another form is the owner, too")
  func formsOfForms() throws {
    var document = Document("a", owner: "Bella Foe")
    document.paper("First things of all", by: "Isabella Foe", "Bo Rao")
    document.paper("Second things of all", by: "I. Foe", "Cy Orr")
    document.paper("Third things of all", by: "Bo Rao", "Isabella Foe")
    let found = try joined(document)
    #expect(
      found == [
        "Bella Foe = I. Foe: initials, owner-in-lists",
        "Bella Foe = Isabella Foe: nickname, owner-in-lists",
      ])
  }

  @Test(
    "Whoever is in nearly all lists with the owner's family name is the owner under another name")
  func otherGivenName() throws {
    var document = Document("a", owner: "Sasha Lindqvist")
    for number in 1...3 {
      document.paper("Things of number \(number)", by: "Oleksandr Lindqvist", "Bo Rao \(number)")
    }
    #expect(
      try joined(document) == ["Oleksandr Lindqvist = Sasha Lindqvist: nickname, owner-in-lists"])
  }

  @Test("A coauthor whose name reads the same is not the owner")
  func namesakeCoauthor() throws {
    var document = Document("a", owner: "王伟")
    document.paper("First things of all", by: "Wei Wang", "Ruihao Gong")
    document.paper("Second things of all", by: "Ruihao Gong")
    document.paper("Third things of all", by: "Ruihao Gong")
    #expect(try joined(document).isEmpty)
  }

  @Test("Two people on one paper are never one, however alike their names")
  func samePaper() throws {
    var document = Document("a", owner: "Ada Lovelace")
    document.paper("First things of all", by: "Wei Wang", "Wang Wei", "Bo Qian", "Cy Rao")
    document.paper("Second things of all", by: "Wei Wang", "Bo Qian", "Cy Rao")
    #expect(try joined(document).isEmpty)
  }

  @Test("A name turned round is one with the other when they share two coauthors")
  func turnedRound() throws {
    var document = Document("a", owner: "Ada Lovelace")
    document.paper("First things of all", by: "Siming Qian", "Bo Qian", "Cy Rao")
    document.paper("Second things of all", by: "Qian Siming", "Bo Qian", "Cy Rao")
    #expect(try pairs(document) == ["Qian Siming = Siming Qian"])
  }

  @Test(
    "Names with different middle initials are two, and a third that agrees with both is neither")
  func middleInitials() throws {
    var document = Document("a", owner: "Grace Hopper")
    document.paper("First things of all", by: "Ada B. Lovelace", "Bo Qian", "Cy Rao")
    document.paper("Second things of all", by: "Ada C. Lovelace", "Bo Qian", "Cy Rao")
    #expect(try pairs(document).isEmpty)
    document.paper("Third things of all", by: "Ada Lovelace", "Bo Qian", "Cy Rao")
    #expect(try pairs(document).isEmpty)
  }

  @Test("The syllables of a given name may be apart, hyphenated or together")
  func syllables() throws {
    var document = Document("a", owner: "Ada Lovelace")
    document.paper("First things of all", by: "Siming Qian", "Bo Rao")
    document.paper("Second things of all", by: "Si-Ming Qian", "Bo Rao")
    document.paper("Third things of all", by: "Simingqian Rao", "Bo Rao")
    #expect(try pairs(document) == ["Si-Ming Qian = Siming Qian"])
  }

  @Test("The owner is everybody's coauthor, which shows nothing")
  func ownerAsCoauthor() throws {
    var document = Document("a", owner: "Ada Lovelace")
    document.paper("Engines of the valley", by: "Wei Wang", "Ada Lovelace")
    document.paper("Wheels of the mountain", by: "Wang Wei", "Ada Lovelace")
    #expect(!(try pairs(document).contains("Wang Wei = Wei Wang")))
  }

  @Test("People of one name whom dblp numbers differently are two")
  func namesakeNumbers() throws {
    var document = Document("a", owner: "Ada Lovelace")
    document.paper("First things of all", by: "Wei Wang", "Bo Qian", "Cy Rao")
    document.paper("Second things of all", by: "Wang Wei", "Bo Qian", "Cy Rao")
    for (name, number) in [
      ("Wei Wang", "dblp: Wei Wang 0001"), ("Wang Wei", "dblp: Wei Wang 0002"),
    ] {
      document.triples.append(Triple(document.node(name), Schema.identifier, .string(number)))
    }
    #expect(try joined(document).isEmpty)
  }

  @Test("Of equal names of two documents, rare ones are one person and common ones are not")
  func equalNamesAlone() throws {
    func pairs(of name: String) throws -> [Substring] {
      var left = Document("a", owner: name)
      var right = Document("b", owner: name)
      left.paper("Engines of the valley", by: name, "Bo Qian")
      right.paper("Wheels of the mountain", by: name, "Cy Rao")
      return try self.pairs(left, right)
    }
    #expect(try pairs(of: "Wei Wang").isEmpty)
    #expect(
      try pairs(of: "Leokadia Quillfeather") == ["Leokadia Quillfeather = Leokadia Quillfeather"])
  }

  @Test("Initials alone join nobody in two documents")
  func initialsAlone() throws {
    var left = Document("a", owner: "Ada Lovelace")
    var right = Document("b", owner: "Grace Hopper")
    left.paper("Engines of the valley", by: "Ada Lovelace", "Q. Orr")
    right.paper("Wheels of the mountain", by: "Grace Hopper", "Q. Orr")
    #expect(try pairs(left, right).isEmpty)
  }

  @Test("A work, two coauthors or an organization in common is evidence")
  func evidence() throws {
    var left = Document("a", owner: "Wei Wang")
    var right = Document("b", owner: "Wei Wang")
    left.paper("One and the same work", by: "Wei Wang", "Bo Qian")
    right.paper("One and the Same Work.", by: "Wei Wang", "Bo Qian")
    let found = try joined(left, right)
    #expect(found.count { $0.contains("shared-coauthors") && $0.contains("shared-work") } == 2)
    #expect(found.contains { $0.contains("equal-title, shared-author") })

    var first = Document("c", owner: "Dan Wu")
    var second = Document("d", owner: "Dan Wu")
    first.position(of: "Dan Wu", at: "lab")
    second.position(of: "Dan Wu", at: "lab")
    #expect(try joined(first, second) == ["Dan Wu = Dan Wu: equal-name, shared-organization"])
    second.triples.removeLast(2)
    second.position(of: "Dan Wu", at: "mill")
    #expect(try joined(first, second).isEmpty)
  }

  @Test("Two authors of one work stay two, however many nodes they have")
  func samePaperOfMany() throws {
    func node(_ number: Int) -> Term { .iri("https://kg.example/dump/\(number)") }
    var source = Document("dump", owner: "Ada Lovelace")
    for number in 0..<40 {
      let name = number < 20 ? "Leokadia Quillfeather" : "Leokadia B. Quillfeather"
      // The last works of both are one.
      let title = "Engines of kind \(number == 39 ? 19 : number)"
      source.paper(title)
      source.triples += [
        Triple(node(number), RDF.type, .iri(Schema.person)),
        Triple(node(number), Schema.name, .string(name)),
        Triple(source.node(title), Schema.author, node(number)),
      ]
    }
    let listed = ListedAssertions([source.triples], ownNodes: [0])
    var groups: [Term: Set<Term>] = [:]
    for decision in try Resolver(listed).decisions() {
      let united = (groups[decision.first] ?? [decision.first])
        .union(groups[decision.second] ?? [decision.second])
      for node in united { groups[node] = united }
    }
    #expect(groups[node(0)]?.count ?? 0 > 1)
    #expect(groups.values.allSatisfy { !$0.isSuperset(of: [node(19), node(39)]) })
  }

  @Test("Of a name that very many nodes have, only those with a coauthor in common are compared")
  func manyNodes() throws {
    var source = Document("dump", owner: "Ada Lovelace")
    for number in 0..<400 {
      let title = "Engines of kind \(number)"
      let coauthor = number < 2 ? "Bo Rao" : "Cy Rao \(number)"
      source.paper(title)
      for (part, name) in [("a", "Leokadia Quillfeather"), ("b", coauthor)] {
        let node: Term = .iri("https://kg.example/dump/\(part)\(number)")
        source.triples += [
          Triple(node, RDF.type, .iri(Schema.person)), Triple(node, Schema.name, .string(name)),
          Triple(source.node(title), Schema.author, node),
        ]
      }
    }
    let found = try Resolver(ListedAssertions([source.triples], ownNodes: [0])).decisions()
    let pairs = found.map { [$0.first, $0.second].compactMap { $0.iri?.value } }
    #expect(pairs.contains(["https://kg.example/dump/a0", "https://kg.example/dump/a1"]))
    #expect(pairs.filter { $0[0].contains("/a") }.count == 1)
  }

  @Test(
    "A name that agrees with one form of an owner may be the owner's, though another form does not")
  func formsOfOwner() throws {
    var left = Document("a", owner: "Sasha Lindqvist")
    for number in 1...3 {
      left.paper("Things of number \(number)", by: "Oleksandr Lindqvist", "Bo Rao \(number)")
    }
    var right = Document("b", owner: "Ada Lovelace")
    right.paper("Engines of the valley", by: "Ada Lovelace", "Oleksandr Lindqvist", "Bo Rao 1")
    let found = try pairs(left, right)
    #expect(found.contains("Oleksandr Lindqvist = Sasha Lindqvist"))
    #expect(found.contains("Oleksandr Lindqvist = Oleksandr Lindqvist"))
  }

  @Test("A list of people without works does not say that its nodes are distinct people")
  func listWithoutWorks() throws {
    var source = Document("list", owner: "Ada Lovelace")
    for number in 1...2 {
      let node: Term = .iri("https://kg.example/list/\(number)")
      source.triples += [
        Triple(node, RDF.type, .iri(Schema.person)),
        Triple(node, Schema.name, .string("Leokadia Quillfeather")),
      ]
    }
    #expect(try joined(source, ownNodes: [0]) == ["1 = 2: equal-name"])
  }

  @Test("In a source with one node for each person, two nodes are two people")
  func identifyingSource() throws {
    let name = "Leokadia Quillfeather"
    var source = Document("dump", owner: "Ada Lovelace")
    for number in 1...4 {
      source.paper("Engines of kind \(number)", by: "Bo Rao")
      let node: Term = .iri("https://kg.example/dump/\(number % 2)")
      source.triples += [
        Triple(node, RDF.type, .iri(Schema.person)), Triple(node, Schema.name, .string(name)),
        Triple(source.node("Engines of kind \(number)"), Schema.author, node),
      ]
    }
    #expect(try joined(source, ownNodes: [0]).isEmpty)
    #expect(try joined(source).count == 1)
  }

  @Test("Works with one title and nothing else in common are two")
  func equalTitles() throws {
    var left = Document("a", owner: "Ada Lovelace")
    var right = Document("b", owner: "Bo Qian")
    left.paper("A Survey of Many Things", by: "Ada Lovelace", year: "2019")
    right.paper("A Survey of Many Things", by: "Bo Qian", year: "2021")
    #expect(try joined(left, right).isEmpty)
  }

  @Test("The order of the documents changes nothing")
  func order() throws {
    var left = Document("a", owner: "Wei Wang")
    var right = Document("b", owner: "Wei Wang")
    left.paper("One and the same work", by: "Wei Wang", "Bo Qian", "Cy Rao")
    right.paper("One and the same work", by: "Wei Wang", "Bo Qian", "Cy Rao")
    let forwards = ListedAssertions([left.triples, right.triples])
    let backwards = ListedAssertions([right.triples.reversed(), left.triples])
    #expect(try Resolver(forwards).decisions() == Resolver(backwards).decisions())
  }

  @Test("Common names that may be misspelled are two people's if nothing else speaks for one")
  func misspelling() throws {
    var document = Document("a", owner: "Leokadia Quillfeather")
    document.paper(
      "Weathering tectonic rivers", by: "Leokadia Quillfeather", "Rou Shan", "Bo Rao", "Cy Orr")
    document.paper(
      "Tectonic rivers of the weathering hills", by: "Leokadia Quillfeather", "Rou Shang",
      "Bo Rao", "Cy Orr")
    document.paper("Lamps of the quiet towns", by: "Leokadia Quillfeather", "Wei Jin", "Bo Rao")
    document.paper("Dustless metals melting", by: "Leokadia Quillfeather", "Wei Jing", "Dee Ek")
    #expect(
      try joined(document) == ["Rou Shan = Rou Shang: misspelling, shared-topics, shared-coauthors"]
    )
  }

  // MARK: Identifiers and statements of identity

  private static let orcid = Term.iri("https://orcid.org/0000-0002-1825-0097")
  private static let otherORCID = Term.iri("https://orcid.org/0000-0002-1694-233X")

  @Test("One identifier is one person, whatever the names are")
  func equalIdentifiers() throws {
    var (one, other) = (Document("a", owner: "阿达"), Document("b", owner: "Ada Quill"))
    one.triples.append(Triple(one.node("阿达"), OWL.sameAs, Self.orcid))
    other.triples.append(
      Triple(other.node("Ada Quill"), Schema.identifier, .string("ORCID:0000-0002-1825-0097")))
    #expect(try joined(one, other) == ["阿达 = Ada Quill: shared-identifier"])
  }

  @Test("Two identifiers of one registry are two people, whatever else speaks for one")
  func differentIdentifiers() throws {
    let name = "Leokadia Quillfeather"
    var (one, other) = (Document("a", owner: name), Document("b", owner: name))
    for title in ["First things of all", "Second things of all"] {
      one.paper(title, by: name, "Bo Rao", "Cy Orr")
      other.paper(title, by: name, "Bo Rao", "Cy Orr")
    }
    #expect(try pairs(one, other).contains("\(name) = \(name)"))
    one.triples.append(Triple(one.node(name), OWL.sameAs, Self.orcid))
    other.triples.append(Triple(other.node(name), OWL.sameAs, Self.otherORCID))
    #expect(try !pairs(one, other).contains("\(name) = \(name)"))
  }

  @Test("Two authors of one work are two people, even with one identifier")
  func identifierOfTwoAuthors() throws {
    var document = Document("a", owner: "Ada Quill")
    document.paper("First things of all", by: "Bo Rao", "Cy Orr")
    for name in ["Bo Rao", "Cy Orr"] {
      document.triples.append(Triple(document.node(name), OWL.sameAs, Self.orcid))
    }
    #expect(try pairs(document).isEmpty)
  }

  @Test("What a source says of identity counts, until someone says otherwise")
  func statedIdentity() throws {
    var document = Document("a", owner: "Ada Quill")
    document.person("Bo Rao")
    document.person("Cy Orr")
    let (one, other) = (document.node("Bo Rao"), document.node("Cy Orr"))
    document.triples.append(Triple(one, OWL.sameAs, other))
    #expect(try joined(document) == ["Bo Rao = Cy Orr: same-as"])
    let source = ListedAssertions([document.triples])
    let different = IdentityJudgement(
      .different, first: try #require(one.iri), second: try #require(other.iri),
      date: "2026-03-14")
    #expect(try Resolver(source, judgements: [different]).decisions().isEmpty)

    let name = "Leokadia Quillfeather"
    var (left, right) = (Document("b", owner: name), Document("c", owner: name))
    left.paper("First things of all", by: name, "Bo Rao", "Cy Orr")
    right.paper("Second things of all", by: name, "Bo Rao", "Cy Orr")
    right.triples.append(Triple(right.node(name), OWL.differentFrom, left.node(name)))
    #expect(try !pairs(left, right).contains("\(name) = \(name)"))
    let same = IdentityJudgement(
      .same, first: try #require(left.node(name).iri), second: try #require(right.node(name).iri),
      date: "2026-03-14")
    let sources = ListedAssertions([left.triples, right.triples])
    #expect(
      try Resolver(sources, judgements: [same]).decisions().contains {
        $0.first == left.node(name) && $0.second == right.node(name)
      })
  }

  @Test("Works with one DOI are one, however their titles are printed")
  func workIdentifiers() throws {
    var (one, other) = (Document("a", owner: "Ada Quill"), Document("b", owner: "Bo Rao"))
    one.paper("First things of all", by: "Ada Quill")
    other.paper("1st Things", by: "Bo Rao")
    one.triples.append(
      Triple(
        one.node("First things of all"), Schema.url, .iri("https://doi.org/10.1000/ABC.1")))
    #expect(try pairs(one, other).isEmpty)
    other.triples.append(
      Triple(other.node("1st Things"), BIBO.doi, .string("10.1000/abc.1")))
    #expect(try joined(one, other) == ["First things of all = 1st Things: shared-identifier"])
  }
}
