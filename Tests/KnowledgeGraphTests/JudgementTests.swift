import Foundation
import KGIngest
import KGModel
import KnowledgeGraph
import TestSupport
import Testing

@Suite("What people say about who is one person") struct JudgementTests {
  private static let date = "2026-03-14"

  /// Two documents whose owners are namesakes with nothing in common, and a third with a form of a name.
  private static func graph(_ documents: [(String, String)] = documents) throws -> Graph {
    let graph = try Graph(inMemory: ())
    for (file, text) in documents {
      _ = try graph.ingest(Array(text.utf8), path: file)
    }
    try graph.resolve()
    return graph
  }

  private static let documents = [
    (
      "wang.md",
      "# Wei Wang\n\n## Publications\n\n- Wei Wang, Bo Orr. Engines of the valley. ICCV, 2021.\n"
    ),
    (
      "other.md",
      "# Wei Wang\n\n## Publications\n\n- Wei Wang, Cy Dee. Wheels of mountains. ACL, 2009.\n"
    ),
    (
      "quill.md",
      """
      # Leokadia Quillfeather

      ## Publications

      - L. Quillfeather, Ada Foe. Wings for the slow. CVPR, 2020.
      - L. Quillfeather, Bo Orr. Wings for the quick. CVPR, 2021.

      """
    ),
  ]

  private static func clusters(_ graph: Graph) throws -> [[String]] {
    try graph.proposedIdentity().clusters
  }

  @Test("two names that are said to be one person are one, until it is taken back")
  func same() throws {
    let graph = try Self.graph()
    let before = try Self.clusters(graph)
    let said = try graph.judgeSame("Leokadia Quillfeather", "Ada Foe", date: Self.date)
    #expect(said.count == 1)
    #expect(try graph.find("Ada Foe", .person).node == graph.find("L. Quillfeather", .person).node)
    let reasons = try graph.why("Ada Foe").identities.flatMap(\.reasons)
    #expect(reasons.contains { $0.rule == "judgement" && $0.detail.contains(Self.date) })
    #expect(try graph.undoJudgement() == said)
    #expect(try Self.clusters(graph) == before)
    #expect(try graph.undoJudgement().isEmpty)
  }

  @Test("a form of the owner that is said to be another person is one, and its works with it")
  func different() throws {
    let graph = try Self.graph()
    let whole = try graph.find("L. Quillfeather", .person).node
    #expect(try graph.find("Leokadia Quillfeather", .person).node == whole)
    try graph.judgeDifferent("Leokadia Quillfeather", "L. Quillfeather", date: Self.date)
    #expect(
      try graph.find("Leokadia Quillfeather", .person).node
        != graph.find("L. Quillfeather", .person).node)
    _ = try graph.undoJudgement()
    #expect(try graph.find("Leokadia Quillfeather", .person).node == whole)
  }

  @Test("of a pair of which both was said, the last counts")
  func lastWord() throws {
    let graph = try Self.graph()
    try graph.judgeSame("Ada Foe", "Cy Dee", date: Self.date)
    let person = try graph.find("Ada Foe", .person).node
    #expect(try graph.find("Cy Dee", .person).node == person)
    try graph.judgeDifferent("Ada Foe", "Cy Dee", date: Self.date)
    #expect(try graph.find("Ada Foe", .person).node != graph.find("Cy Dee", .person).node)
  }

  @Test("what was said outlives reading the source again, also after it was forgotten")
  func reingest() throws {
    let graph = try Self.graph()
    try graph.judgeSame("Leokadia Quillfeather", "Ada Foe", date: Self.date)
    let after = try Self.clusters(graph)
    #expect(try graph.forget("quill.md"))
    #expect(try Self.clusters(graph) != after)
    let (file, text) = Self.documents[2]
    _ = try graph.ingest(Array(text.utf8), path: file)
    try graph.resolve()
    #expect(try Self.clusters(graph) == after)
  }

  @Test(
    "after undoing all, everything is as before, in whatever order it was said",
    arguments: 0..<5)
  func undoAll(seed: Int) throws {
    let graph = try Self.graph()
    let before = try Self.clusters(graph)
    let names = ["Leokadia Quillfeather", "L. Quillfeather", "Ada Foe", "Cy Dee"]
    var state = UInt64(seed)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var count = 0
    for _ in 0..<10 {
      let (one, other) = (names[next(names.count)], names[next(names.count)])
      let isSame = next(2) == 0
      // Two names of one node, or a name that two people have by now.
      let said =
        try? isSame
        ? graph.judgeSame(one, other, date: Self.date)
        : graph.judgeDifferent(one, other, date: Self.date)
      if said != nil { count += 1 }
    }
    #expect(count > 0)
    for _ in 0..<count { #expect(try !graph.undoJudgement().isEmpty) }
    #expect(try Self.clusters(graph) == before)
  }

  @Test("names of one node and unknown nodes are refused")
  func refused() throws {
    let graph = try Self.graph()
    #expect(throws: JudgementError.self) {
      try graph.judgeSame("Ada Foe", "Ada Foe", date: Self.date)
    }
    #expect(throws: JudgementError.self) {
      try graph.judgeDifferent("http://example.org/nobody", "Ada Foe", date: Self.date)
    }
    #expect(try graph.undoJudgement().isEmpty)
  }

  @Test("an undecided pair is not asked again once someone could not say, or has said")
  func review() throws {
    let graph = try Self.graph(Self.undecidedDocuments)
    let pair = try #require(graph.undecidedIdentities().first)
    #expect(pair.outcome == .undecided)
    #expect(pair.bits > -3 && pair.bits <= 1)
    let (first, second) = (try #require(pair.first.iri), try #require(pair.second.iri))
    for outcome in IdentityOutcome.allCases {
      try graph.record([
        IdentityJudgement(outcome, first: first, second: second, date: Self.date)
      ])
      #expect(try graph.undecidedIdentities().isEmpty)
      let clusters = try Self.clusters(graph)
      #expect(
        clusters.contains { Set($0).isSuperset(of: [first.value, second.value]) }
          == (outcome == .same))
      #expect(try graph.undoJudgement().count == 1)
    }
    #expect(try graph.undecidedIdentities() == [pair])
  }

  @Test("both people of an undecided pair are described by their works and documents")
  func description() throws {
    let graph = try Self.graph(Self.undecidedDocuments)
    let pair = try graph.reviewPair(try #require(graph.undecidedIdentities().first))
    #expect(pair.first.details == ["1 paper of 2020", "quill.md"])
    #expect(pair.second.details == ["1 paper of 2021", "quill.md"])
    #expect(pair.text.contains("misspelling"))
  }

  private static let undecidedDocuments = [
    (
      "quill.md",
      """
      # Leokadia Quillfeather

      ## Publications

      - L. Quillfeather, Wei Jin, Cy Orr. Wings for the slow. CVPR, 2020.
      - L. Quillfeather, Wei Jing, Cy Orr. Lamps of tall towers. ICCV, 2021.

      """
    )
  ]

  @Test("two names beside each other: one person, two, or undecided, with the evidence")
  func comparison() throws {
    let graph = try Self.graph()
    let owner = try graph.compareIdentity("Leokadia Quillfeather", "L. Quillfeather")
    #expect(owner.comparison.outcome == .same)
    #expect(owner.title == "L. Quillfeather and Leokadia Quillfeather are one person")
    #expect(owner.comparison.reasons.map(\.rule) == ["initials", "owner-in-lists"])
    let coauthors = try graph.compareIdentity("L. Quillfeather", "Ada Foe")
    #expect(coauthors.comparison.outcome == .different)
    #expect(coauthors.comparison.obstacles.contains { $0.rule == "authors-of-one-work" })
    #expect(coauthors.table.rows.contains { $0[1] == .string("never") })
    let undecided = try Self.graph(Self.undecidedDocuments).compareIdentity("Wei Jin", "Wei Jing")
    #expect(undecided.comparison.outcome == .undecided)
    #expect(undecided.comparison.reasons.first?.rule == "misspelling")
  }

  @Test("namesakes are listed with what tells them apart, and a question takes the handle of one")
  func handles() throws {
    let graph = try Self.graph()
    do {
      _ = try graph.ask("papers of Wei Wang")
      Issue.record("the name means one person")
    } catch UnansweredQuestion.ambiguousName(_, let count, let candidates) {
      #expect(count == 2)
      #expect(
        Set(candidates.map(\.details)) == [
          ["1 paper of 2021", "wang.md"], ["1 paper of 2009", "other.md"],
        ])
      let titles = try candidates.map { candidate in
        try graph.ask("papers of \(candidate.handle)").table.rows.count
      }
      #expect(titles == [1, 1])
      #expect(throws: UnansweredQuestion.self) { try graph.ask("papers of #0000000") }
      let both = try graph.compareIdentity(candidates[0].handle, candidates[1].handle)
      #expect(both.comparison.outcome != .same)
    }
  }

  @Test("a resolved export has one node for each person, and another graph reads it so")
  func resolvedExport() throws {
    let graph = try Self.graph()
    var text: [UInt8] = []
    try graph.write(.turtle, isResolved: true) { text += $0 }
    let folder = try TemporaryFolder()
    let path = folder.file("people.ttl")
    try Data(text).write(to: URL(fileURLWithPath: path))
    let other = try Graph(inMemory: ())
    for file in try SourceFinder.files(at: path) { _ = try other.ingest(file) }
    let papers = try other.query(
      """
      SELECT ?paper { ?person schema:name "Leokadia Quillfeather", "L. Quillfeather" .
        ?paper schema:author ?person }
      """)
    guard case .solutions(let table) = papers else { return }
    #expect(table.rows.count == 2)
  }
}
