import KGModel
import Testing

@testable import KGLexicon

@Suite("The table of rules")
struct RuleTableTests {
  @Test("It has the rules of the program, in their order")
  func ids() {
    #expect(RuleTable.shared.ids == Rule.allCases.map(\.rawValue))
  }

  @Test("Each row has a strength and a summary")
  func cells() {
    for row in RuleTable.embedded.rows {
      #expect(row.count == 3, "\(row)")
      #expect(Strength(rawValue: row.cell(1)) != nil, "\(row)")
      #expect(!row.cell(2).isEmpty, "\(row)")
    }
  }

  /// A receipt of `kg why` is a line: file, words, summary and id.
  private static let longestSummary = 72  // characters

  @Test("A summary is short, has no full stop, and no other rule has it")
  func summaries() {
    let summaries = Rule.allCases.map(\.summary)
    for summary in summaries {
      #expect(summary.count <= Self.longestSummary, "\(summary)")
      #expect(!summary.hasSuffix("."), "\(summary)")
    }
    #expect(Set(summaries).count == summaries.count)
  }

  @Test("A rule that the table lacks is stated and has no summary")
  func missing() {
    let table = RuleTable(TabSeparatedTable(Array("award.line\tinferred\tan award\n".utf8)))
    #expect(table.description(of: .awardLine).strength == .inferred)
    #expect(table.description(of: .awardYear).strength == .stated)
    #expect(table.description(of: .awardYear).summary == "")
  }
}
