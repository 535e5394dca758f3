import KGModel
import KGRDF
import Testing
import TestSupport

@Suite("Labels of blank nodes")
struct BlankNodeLabelsTests {
  /// The labels of the subjects, in order.
  private func subjects(_ document: String) throws -> [String] {
    try quads(document).map { quad in
      guard case .blankNode(let node) = quad.triple.subject else { return "" }
      return node.label
    }
  }

  @Test("Without anonymous nodes all labels stay as written, even those that look generated")
  func asWritten() throws {
    let labels = [
      "b1", "anon7", "anon1", "anon01", "anon", "anon99999999999999999999", "_x", "a.b",
    ]
    #expect(try subjects(labels.map { "_:\($0) <a:p> 1 ." }.joined(separator: "\n")) == labels)
  }

  @Test("A generated label skips labels written before it")
  func writtenBefore() throws {
    #expect(
      try subjects("_:anon1 <a:p> 1 . [] <a:p> 1 . _:anon1 <a:p> 1 .") == [
        "anon1", "anon2", "anon1",
      ])
  }

  @Test("A written label that was generated earlier is renamed, each time to the same")
  func writtenAfter() throws {
    #expect(
      try subjects(
        "[] <a:p> 1 . _:anon1 <a:p> 1 . _:anon2 <a:p> 1 . [] <a:p> 1 . _:anon1 <a:p> 1 .")
        == ["anon1", "anon2", "anon3", "anon4", "anon2"])
  }

  @Test("Any mixture of written and generated labels keeps the number of nodes")
  func mixed() throws {
    var random = SeededRandom(11)
    for _ in 0..<200 {
      let written = (0..<30).map { _ in Int.random(in: 0...12, using: &random) }
      let document = written.map { $0 == 0 ? "[] <a:p> 1 ." : "_:anon\($0) <a:p> 1 ." }
      let nodes = Set(try subjects(document.joined(separator: " ")))
      #expect(nodes.count == Set(written).subtracting([0]).count + written.count { $0 == 0 })
    }
  }
}
