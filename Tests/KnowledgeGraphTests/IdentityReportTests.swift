import KGModel
import KnowledgeGraph
import Testing

@Suite("Reports of identity") struct IdentityReportTests {
  private func decision(_ first: String, _ second: String) -> IdentityDecision {
    IdentityDecision(
      first: .iri(IRI("http://e/" + first)), second: .iri(IRI("http://e/" + second)),
      reasons: [
        IdentityReason(rule: "equal-name", weight: 4.25, detail: "both are named Ada Quill"),
        IdentityReason(rule: "years", weight: -0.5, detail: "works many years apart"),
      ])
  }

  @Test("nodes that are joined through others are one cluster")
  func clusters() throws {
    let report = IdentityReport(decisions: [
      decision("d", "e"), decision("b", "c"), decision("a", "c"), decision("b", "a"),
    ])
    #expect(
      report.clusters == [
        ["http://e/a", "http://e/b", "http://e/c"], ["http://e/d", "http://e/e"],
      ])
    #expect(
      report.json.encoded
        == #"{"clusters": [["http://e/a", "http://e/b", "http://e/c"], ["http://e/d", "http://e/e"]]}"#
    )
    #expect(IdentityReport(decisions: []).json.encoded == #"{"clusters": []}"#)
  }

  @Test("a row has the sum of the bits and each piece of evidence")
  func table() throws {
    let row = try #require(IdentityReport(decisions: [decision("a", "b")]).table.rows.first)
    #expect(row[2] == .string("+3.8"))
    #expect(
      row[3]
        == .string("equal-name +4.3: both are named Ada Quill; years -0.5: works many years apart"))
  }
}
