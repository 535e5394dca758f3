import Foundation
import KGIngest
import KGModel
import KGStore
import KnowledgeGraph
import TestSupport
import Testing

@Suite("Forgetting a person") struct ForgettingTests {
  private let folder: TemporaryFolder
  private let graph: Graph
  private var path: String { folder.file("kg.sqlite") }

  private static let own = """
    # Adalind Quillfeather

    Professor, Ellmoor University, 2019 - present

    ## Publications

    - Adalind Quillfeather, Bo Rao, Cy Orr. Weathering tectonic rivers. ICCV, 2021.
    - A. Quillfeather, Dee Ek. Lamps of quiet towns. CVPR, 2022.

    """
  private static let other = """
    # Bo Rao

    PhD student, Ellmoor University, 2019 - 2023, advised by Adalind Quillfeather

    ## Publications

    - Adalind Quillfeather, Bo Rao, Cy Orr. Weathering tectonic rivers. ICCV, 2021.
    - Bo Rao, Adalind Quillfeather. Dustless metals melting. ACL, 2023.

    """
  private static let data = """
    @prefix s: <https://schema.org/> .
    @prefix org: <http://www.w3.org/ns/org#> .
    <urn:a> a s:Person ; s:name "Adalind Quillfeather" .
    <urn:m> a org:Membership ; org:member <urn:a> ; org:organization <urn:o> .
    <urn:o> a s:Organization ; s:name "Ellmoor University" .
    <urn:w> a s:ScholarlyArticle ; s:name "Glass of hills" ; s:author <urn:a>, <urn:b> .
    <urn:b> a s:Person ; s:name "Bo Rao" .
    <urn:n> a s:Person ; s:name "Ada Quillfeather" .
    """

  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("kg.sqlite"), access: .create)
    try ingest("adalind-quillfeather.md", Self.own)
    try ingest("bo-rao.md", Self.other)
    try ingest("data.ttl", Self.data)
    try graph.resolve()
  }

  @discardableResult
  private func ingest(_ name: String, _ text: String) throws -> IngestReport {
    let path = folder.file(name)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try graph.ingest(try #require(SourceFinder.files(at: path).first))
  }

  /// What stands in the file and beside it.
  private func bytes() -> String {
    ["", "-wal"].map { ending in
      let data = FileManager.default.contents(atPath: path + ending) ?? Data()
      return String(decoding: data, as: UTF8.self).lowercased()
    }.joined()
  }

  private func expectSound() throws {
    #expect(try graph.check().allSatisfy { $0.problem == nil })
  }

  @Test("nothing of the person can be read from the file, and the others keep their papers")
  func forget() throws {
    #expect(bytes().contains("adalind"))
    try graph.judgeDifferent("Adalind Quillfeather", "Cy Orr", date: "2026-03-14")
    #expect(
      try graph.forget(person: "Adalind Quillfeather") == [folder.file("adalind-quillfeather.md")])
    #expect(!bytes().contains("adalind"))
    try expectSound()
    #expect(try graph.undoJudgement().isEmpty)
    let papers = try graph.ask("papers of Bo Rao")
    #expect(papers.table.rows.count == 3)
    let coauthors = try graph.ask("coauthors of Bo Rao")
    #expect(coauthors.table.rows.map { $0.first??.literal?.lexicalForm } == ["Cy Orr"])
    #expect(coauthors.completeness == .partial)
    #expect(try graph.query("ASK { ?work kg:nameRemoved true }") == .boolean(true))
    #expect(try graph.find("Ada Quillfeather", .person).node == .iri("urn:n"))
  }

  @Test("reading the sources again does not bring the person back")
  func ingestAgain() throws {
    _ = try graph.forget(person: "Adalind Quillfeather")
    for (name, text) in [
      ("own.md", Self.own), ("adalind-quillfeather.md", Self.own + "\n- More\n"),
    ] {
      #expect(throws: StoreError.self) { try ingest(name, text) }
    }
    #expect(try ingest("bo-rao.md", Self.other).outcome.isUnchanged)
    #expect(try ingest("bo-rao.md", Self.other + "Honours: none.\n").outcome.forgottenCount == 1)
    #expect(try ingest("data.ttl", Self.data + "\n").outcome.forgottenCount == 1)
    try graph.resolve()
    #expect(!bytes().contains("adalind"))
    try expectSound()
    #expect(try graph.ask("papers of Bo Rao").table.rows.count == 3)
  }

  @Test("a person who only others name is removed from their documents")
  func coauthor() throws {
    #expect(try graph.forget(person: "Cy Orr").isEmpty)
    #expect(!bytes().contains("cy orr"))
    try expectSound()
    #expect(try graph.ask("papers of Adalind Quillfeather").table.rows.count == 4)
  }

  @Test("nobody is forgotten who is not in the graph")
  func unknown() throws {
    #expect(throws: UnansweredQuestion.self) { try graph.forget(person: "Nobody Atall") }
  }
}
