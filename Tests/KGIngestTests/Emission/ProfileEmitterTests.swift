import KGIngest
import KGModel
import KGProfiles
import Testing

@Suite("Statements of profiles")
struct ProfileEmitterTests {
  @Test("Every receipt quotes the bytes at its place, in every form of document")
  func receipts() throws {
    for text in [
      "# Ada Lovelace\n\n## Publications\n\n- Grace Hopper, **Ada Lovelace**. *Engines &amp; more things*. CVPR 2021.\n",
      "<html><body><h1>Ada Lovelace</h1><h2>Publications</h2><ul><li>Grace Hopper, <b>Ada Lovelace</b>. "
        + "Engines that think. CVPR 2021.</li></ul></body></html>",
      "Ada Lovelace\n\nPublications\n\n1. Grace Hopper, Ada Lovelace. Engines that think. CVPR 2021.\n",
    ] {
      let bytes = Array(text.utf8)
      let extraction = try ProfileExtractor.extract(bytes)
      #expect(extraction.record.papers.count == 1)
      let source = SourceKey(path: "ada.md")
      for statement in ProfileEmitter.statements(
        of: extraction, source: source, documentName: "ada.md")
      {
        for receipt in statement.receipts where receipt.rule.hasPrefix("publication.authors") {
          let range = try #require(receipt.byteRange)
          #expect(String(decoding: bytes[range], as: UTF8.self) == receipt.words)
        }
      }
    }
  }

  @Test("No receipt contains an e-mail address or a telephone number")
  func privacy() throws {
    let text =
      "# Ada Lovelace\n\nada@example.org · (+86) 138 0000 0000 · ada.dev\n\n## Awards\n\n- Prize (ada@example.org), 2020\n"
    let extraction = try ProfileExtractor.extract(Array(text.utf8))
    let statements = ProfileEmitter.statements(
      of: extraction, source: SourceKey(path: "ada.md"), documentName: "ada.md")
    for receipt in statements.flatMap(\.receipts) {
      #expect(!receipt.words.contains("@"))
      #expect(!receipt.words.contains("138"))
    }
  }

  private func statements(ofBibTeX text: String) throws -> [Statement] {
    ProfileEmitter.statements(
      of: try ProfileExtractor.extract(Array(text.utf8)), source: SourceKey(path: "a.bib"),
      documentName: "a.bib")
  }

  @Test("Authors of one name whom dblp numbers differently are two people")
  func namesakes() throws {
    let statements = try statements(
      ofBibTeX: """
        @misc{a, title = {Engines of the mill}, author = {Ada Quill 0001}}
        @misc{b, title = {Wheels of the mill}, author = {Ada Quill 0002}}
        """)
    let people = statements.filter {
      $0.triple.predicate == Schema.name && $0.triple.object == .string("Ada Quill")
    }
    #expect(Set(people.map(\.triple.subject)).count == 2)
  }

  @Test("Each statement is there once, also about a person who is an author twice")
  func repeatedAuthor() throws {
    let statements = try statements(
      ofBibTeX:
        "@misc{a, title = {Engines of the mill}, author = {Ada Quill and Bo Foe and Ada Quill}}")
    #expect(Set(statements.map(\.triple)).count == statements.count)
    func receipts(_ predicate: IRI) -> [Int] {
      statements.filter { $0.triple.predicate == predicate }.map(\.receipts.count).sorted()
    }
    #expect(receipts(Schema.author) == [1, 2])
    #expect(receipts(BIBO.authorList) == [3])
    #expect(statements.count { $0.triple.predicate == RDF.member(3) } == 1)
  }

  @Test("The statements of many works are the same in batches, each batch with its own receipts")
  func batches() throws {
    let works = (0..<300).map { number in
      "@misc{k\(number), title = {Engines of mill \(number)}, year = 2020, "
        + "author = {Ada Quill and Bo Foe \(number % 7)}, journal = {Loom Letters}}\n"
    }
    let extraction = try ProfileExtractor.extract(Array(works.joined().utf8))
    let source = SourceKey(path: "a.bib")
    let whole = ProfileEmitter.statements(of: extraction, source: source, documentName: "a.bib")
    var batched: [Triple: Int] = [:]
    ProfileEmitter.forEachBatch(
      of: extraction, source: source, documentName: "a.bib", count: 100
    ) { batch in
      #expect(Set(batch.map(\.triple)).count == batch.count)
      for statement in batch { batched[statement.triple, default: 0] += statement.receipts.count }
    }
    #expect(
      batched == Dictionary(uniqueKeysWithValues: whole.map { ($0.triple, $0.receipts.count) }))
  }

  @Test("The owner is not taken for the author of a volume that names its editors")
  func editors() throws {
    let statements = try statements(
      ofBibTeX: "@book{a, title = {Engines of the mill}, editor = {Quill, Ada}}")
    #expect(!statements.contains { $0.triple.predicate == Schema.author })
  }
}
