import KGModel
import Testing

@testable import KGExport

@Suite struct EgoNetworkTests {
  private let ada = SampleNetwork.person("ada")

  private func lines(_ drawing: Drawing) -> [String] {
    let names = Dictionary(
      drawing.nodes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    return drawing.edges.map { edge in
      "\(names[edge.from] ?? "?") – \(names[edge.to] ?? "?") \(edge.label ?? String(edge.weight))"
        .replacing("\n", with: " ")
    }
  }

  @Test("Depth 1 shows coauthors by joint papers, and the lines among them")
  func coauthors() throws {
    let network = EgoNetwork(source: SampleNetwork.four().triples)
    let drawing = try network.drawing(around: ada, depth: 1)
    #expect(drawing.focus == "https://kg.example/person/ada")
    #expect(drawing.nodes.map(\.label) == ["欧阳艾达\nAda Ouyang", "Bo Qian", "Cy Rao"])
    #expect(
      lines(drawing) == [
        "欧阳艾达 Ada Ouyang – Bo Qian 3", "欧阳艾达 Ada Ouyang – Cy Rao 1", "Bo Qian – Cy Rao 1",
      ])
    #expect(
      drawing.caption
        == "欧阳艾达 Ada Ouyang: 2 coauthors · width of a line: joint papers (1–3)")
  }

  @Test("Depth 2 reaches the coauthors' coauthors")
  func depthTwo() throws {
    let network = EgoNetwork(source: SampleNetwork.four().triples)
    let drawing = try network.drawing(around: ada, depth: 2)
    #expect(drawing.nodes.map(\.label).last == "Dee Sun")
    #expect(drawing.caption?.hasPrefix("欧阳艾达 Ada Ouyang: 3 coauthors within 2 steps") == true)
  }

  @Test(
    "Of more people than fit, those with most joint papers stay, and the caption counts the rest")
  func tooMany() throws {
    let network = EgoNetwork(source: SampleNetwork.four().triples)
    let drawing = try network.drawing(around: ada, depth: 2, maximumNodes: 2)
    #expect(drawing.nodes.map(\.label) == ["欧阳艾达\nAda Ouyang", "Bo Qian"])
    #expect(drawing.caption?.contains("1 more is hidden") == true)
  }

  @Test("People with equally many papers are sorted by name")
  func ties() throws {
    var network = SampleNetwork()
    for name in ["Cy", "Ann", "Bo"] {
      network.addPerson(name, name)
      network.addPapers(by: "ada", name)
    }
    let drawing = try EgoNetwork(source: network.triples).drawing(around: ada, depth: 1)
    #expect(drawing.nodes.dropFirst().map(\.label) == ["Ann", "Bo", "Cy"])
  }

  @Test("Organizations of the person in the middle carry the years, without service and teaching")
  func organizations() throws {
    var network = SampleNetwork.four()
    network.addOrganization("u", "Beihang University", "北京航空航天大学")
    network.addOrganization("c", "SenseTime")
    network.addOrganization("s", "Olympiad")
    network.addMembership(of: "ada", in: "u", from: "2011-08", to: "2012-06", kind: "Student")
    network.addMembership(of: "ada", in: "u", from: "2012-09", to: "2018-03", kind: "Student")
    network.addMembership(of: "ada", in: "c", from: "2016-03", isOpen: true)
    network.addMembership(of: "ada", in: "s", from: "2013-11", kind: "Service")
    network.addMembership(of: "bo", in: "s", from: "2013")
    let drawing = try EgoNetwork(source: network.triples).drawing(around: ada, depth: 0)
    #expect(
      lines(drawing) == [
        "欧阳艾达 Ada Ouyang – 北京航空航天大学 Beihang University 2011–2018",
        "欧阳艾达 Ada Ouyang – SenseTime 2016–",
      ])
  }

  @Test("A person whom the source does not know is drawn alone")
  func unknownPerson() throws {
    let drawing = try EgoNetwork(source: TripleSet()).drawing(around: ada, depth: 3)
    #expect(drawing.nodes.map(\.label) == ["ada"])
    #expect(drawing.caption == "ada: 0 coauthors")
  }

  @Test("The order of the triples does not show")
  func sameBytes() throws {
    let sample = SampleNetwork.sixty()
    let middle = SampleNetwork.person("0")
    let first = try EgoNetwork(source: sample.triples).drawing(around: middle, depth: 2)
    let reversed = ListSource(
      triples: sample.triples.triples.sorted {
        String(describing: $0) > String(describing: $1)
      })
    #expect(try EgoNetwork(source: reversed).drawing(around: middle, depth: 2) == first)
  }
}

/// Answers in the order of its list, unlike a set.
private struct ListSource: TripleSource {
  let triples: [Triple]

  func triples(subject: Term?, predicate: Term?, object: Term?) -> [Triple] {
    triples.filter { triple in
      (subject ?? triple.subject) == triple.subject
        && (predicate ?? .iri(triple.predicate)) == .iri(triple.predicate)
        && (object ?? triple.object) == triple.object
    }
  }
}
