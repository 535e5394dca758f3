import Foundation
import KnowledgeGraph
import TestSupport
import Testing

@Suite("Why")
struct WhyAnswerTests {
  private let graph: Graph

  init() throws {
    graph = try Profiles.graph(of: Profiles.samples)
  }

  @Test("Why two names are one person")
  func identity() throws {
    let why = try graph.why("余锋伟")
    #expect(why.identities.count == 1)
    #expect(why.identities.first?.reasons.map(\.rule) == ["other-name", "owner-in-lists"])
  }

  @Test("What ties two people: the papers with file, line and words")
  func pair() throws {
    let facts = try graph.why("Fengwei Yu", "Peng Hu").facts
    #expect(!facts.isEmpty)
    for fact in facts {
      let place = try #require(fact.receipts.first)
      #expect(place.source == "fengwei-yu.zh.md")
      #expect(place.receipt.line > 1)
    }
    #expect(try graph.why("Fengwei Yu", "Rong Jin").facts.isEmpty)
  }

  @Test("What ties a person to an organization: the positions")
  func position() throws {
    let facts = try graph.why("Ming Lin", "DAMO Academy").facts
    #expect(facts.contains { $0.statement.contains("org:member") })
    #expect(facts.contains { $0.statement.contains("org:organization") })
  }

  @Test("A receipt is a line: file, line, words, what they are, and the rule with its strength")
  func line() throws {
    let graph = try Graph(inMemory: ())
    let text = """
      # Ada Quill

      ## Publications

      ### 2021

      - Bo Foe, Ada Quill. Slow boats on quiet lakes. NeurIPS.
      """
    _ = try graph.ingest(Array(text.utf8), path: "ada.md", absolutePath: "/ada.md")
    let why = try graph.why("Slow boats on quiet lakes")
    let lines = why.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.contains("ada.md:7: “Bo Foe”, an author in a reference (publication.authors)"))
    #expect(
      lines.contains(
        "ada.md:5: “2021”, the year in the heading above the entry "
          + "(publication.headingYear, by context)"))
    #expect(
      why.json.encoded.contains(
        #""rule": "publication.headingYear", "summary": "the year in the heading above the entry""#)
    )
  }

  @Test("A statement of RDF has no rule of reading: its receipt has no summary")
  func statement() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      """
      @prefix s: <https://schema.org/> .
      <http://e/ada> a s:Person ; s:name "Ada Quill" .
      """, to: "ada.ttl")
    let graph = try Graph(inMemory: ())
    for source in try SourceFinder.files(at: file.path) { _ = try graph.ingest(source) }
    let why = try graph.why("Ada Quill")
    #expect(why.text.hasSuffix(" (rdf.statement)"))
    #expect(why.json.encoded.contains(#""rule": "rdf.statement", "summary": null"#))
  }

  @Test("Personal data is counted and not shown")
  func personal() throws {
    let folder = try TemporaryFolder()
    try """
    @prefix s: <https://schema.org/> .
    <http://e/ada> a s:Person ; s:name "Ada Quill" ; s:gender "x-gender" ; s:url <mailto:x@e.example> .
    """.write(toFile: folder.file("ada.ttl"), atomically: true, encoding: .utf8)
    let graph = try Graph(inMemory: ())
    for file in try SourceFinder.files(at: folder.path) { _ = try graph.ingest(file) }
    let why = try graph.why("Ada Quill")
    #expect(why.facts.count == 2)
    #expect(why.hiddenCount == 2)
    #expect(why.text.hasSuffix("2 facts are personal data and not shown"))
    #expect(!(why.text + why.json.encoded).contains("x-gender"))
    #expect(!(why.text + why.json.encoded).contains("mailto"))
  }
}
