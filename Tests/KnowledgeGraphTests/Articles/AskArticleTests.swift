import KnowledgeGraph
import Testing

@Suite("The article about asking")
struct AskArticleTests {
  @Test("A question has rows, notes, a result that may be unknown, or an error with near names")
  func article() throws {
    let graph = try Profiles.quill()
    var names: [String] = []

    // snippet
    let answer = try graph.ask("coauthors of Ada Quill")
    for row in answer.table.solutions {
      names.append(try row.value("name", as: String.self))
    }
    // end snippet
    #expect(names == ["Bo Qian"])
    #expect(answer.completeness == .complete)

    // snippet
    let initials = try graph.ask("coauthors of A. Quill")
    let notes = initials.notes  // 'A. Quill' is read as Ada Quill
    // end snippet
    #expect(notes == ["'A. Quill' is read as Ada Quill"])

    // snippet
    let part = try graph.ask("Is SenseTime part of Alibaba?")
    let isUnknown = part.result == nil
    // end snippet
    #expect(isUnknown)
    #expect(part.completeness == .unknown)

    var nearNames: [String] = []
    // snippet
    do {
      _ = try graph.ask("coauthors of Ada Quil")
    } catch UnansweredQuestion.unknownName(_, _, let near) {
      nearNames = near
    }
    // end snippet
    #expect(nearNames == ["Ada Quill"])

    // snippet
    let explanation = try graph.why("Ada Quill", "Bo Qian")
    let words = explanation.facts.flatMap { $0.receipts.map(\.receipt.words) }
    // end snippet
    #expect(words.contains { $0.contains("Bo Qian") })
  }
}
