import Foundation
import KnowledgeGraph
import Testing

@Suite("Reading documents into a graph")
struct IngestTests {
  private func ingest(_ text: String, _ path: String, into graph: Graph) throws -> IngestReport {
    try graph.ingest(Array(text.utf8), path: path, absolutePath: "/" + path)
  }

  @Test("Reading the same documents again changes nothing, nor does their order")
  func laws() throws {
    let graph = try Profiles.graph(of: Profiles.samples)
    let first = try graph.ntriples()
    for file in try SourceFinder.files(at: Profiles.samples) {
      let report = try graph.ingest(
        SourceFinder.read(file), path: URL(fileURLWithPath: file.path).lastPathComponent,
        absolutePath: file.absolutePath)
      #expect(report.outcome.isUnchanged)
    }
    try graph.resolve()
    #expect(try graph.ntriples() == first)
    let turned = try Profiles.graph(of: Profiles.samples, reversed: true)
    #expect(try turned.ntriples() == first)
    #expect(
      try turned.answerRows("coauthors of Fengwei Yu")
        == graph.answerRows("coauthors of Fengwei Yu"))
  }

  @Test("A list too long for one batch is whole, and counts each statement once")
  func longList() throws {
    let text = (1...900).map { number in
      "@article{k\(number), title={Counting the birds of island \(number)}, "
        + "author={Ada Quill and Bo Reed and Cy Sand}, journal={Nature}, year={2020}}\n"
    }.joined()
    let graph = try Graph(inMemory: ())
    let report = try ingest(text, "birds.bib", into: graph)
    let lines = try graph.ntriples().split(separator: "\n")
    #expect(report.outcome.statementCount == Set(lines).count)
    #expect(lines.count > 5000)
    #expect(try ingest(text, "birds.bib", into: graph).outcome.isUnchanged)
    try graph.resolve()
    #expect(try graph.answerRows("coauthors of Ada Quill").count == 2)
  }

  @Test("A document that cannot be read leaves the graph as it was")
  func unreadable() throws {
    let graph = try Profiles.graph(of: Profiles.samples)
    let before = try graph.ntriples()
    for bytes in [[], [0xFF, 0xFE, 0x61, 0], Array("a\u{0}b".utf8), [0x61, 0xC3, 0x28]] as [[UInt8]]
    {
      #expect(throws: UnreadableSource.self) {
        try graph.ingest(bytes, path: "ming-lin.md", absolutePath: "/ming-lin.md")
      }
    }
    #expect(try graph.ntriples() == before)
  }

  @Test("A person of two documents is one when a paper is, and two again when one is forgotten")
  func acrossDocuments() throws {
    let graph = try Graph(inMemory: ())
    let paper =
      "\n\n## Publications\n\n- Ada Quill, Bo Qian. On the Notes of Engines. ICCV, 2021.\n"
    _ = try ingest("# Ada Quill" + paper, "ada.md", into: graph)
    _ = try ingest("# Bo Qian" + paper, "bo.md", into: graph)
    try graph.resolve()
    #expect(try graph.answerRows("papers of Ada Quill").count == 1)
    #expect(try graph.answerRows("coauthors of Bo Qian") == [["Ada Quill", "1"]])
    #expect(try graph.forget("ada.md"))
    try graph.resolve()
    #expect(try graph.answerRows("coauthors of Bo Qian") == [["Ada Quill", "1"]])
  }

  @Test("Contact data, age and gender are not in the graph")
  func privacy() throws {
    let graph = try Graph(inMemory: ())
    _ = try ingest(
      """
      # 李雷

      邮箱: lilei@example.com | 电话: 138-0000-0000 | 性别: 男 | 年龄: 28岁

      ## 工作经历

      商汤科技 研究员 2018.4–至今 (lilei@example.com)
      """, "lilei.md", into: graph)
    let text = try graph.ntriples() + "\(try graph.why("李雷"))"
    for secret in ["lilei@", "138-0000", "男", "28岁"] { #expect(!text.contains(secret)) }
    #expect(text.contains("商汤科技"))
  }

  @Test("Every receipt quotes the words at its place")
  func receipts() throws {
    let graph = try Profiles.graph(of: Profiles.samples)
    let files = try SourceFinder.files(at: Profiles.samples)
    var checked = 0
    for entry in try graph.store.receipts([.init()]) {
      let file = try #require(files.first { $0.path.hasSuffix(entry.source) })
      let bytes = try SourceFinder.read(file)
      let range = try #require(entry.receipt.byteRange)
      #expect(range.upperBound <= bytes.count)
      let line = bytes[..<range.lowerBound].filter { $0 == 0x0A }.count + 1
      #expect(line == entry.receipt.line)
      let words = String(decoding: bytes[range], as: UTF8.self)
      let start = entry.receipt.words.prefix { $0 != "…" }.prefix(12)
      #expect(
        foldedKey(words).contains(foldedKey(String(start))) || start.isEmpty,
        "\(entry.receipt) \(words)")
      checked += 1
    }
    #expect(checked > 500)
  }
}
