import KGText
import Testing

@testable import KGLexicon

@Suite("Search for phrases")
struct PhraseIndexTests {
  private func found(_ index: PhraseIndex, _ text: String) -> [String] {
    let span = SourceText(plain: text).whole
    return index.matches(in: span).map { "\($0.row):\(span.slice($0.range).string)" }
  }

  private let index = PhraseIndex([
    ["research", "research scientist"], ["scientist"], ["博士", "博士后"],
  ])

  @Test("At each place the longest phrase is found, in any case, without overlaps")
  func longest() {
    #expect(found(index, "Research Scientist, research") == ["0:Research Scientist", "0:research"])
    #expect(found(index, "Research scientists") == ["0:Research"])
    #expect(found(index, "任博士后，博士") == ["2:博士后", "2:博士"])
  }

  @Test("Phrases are whole words; every place beside a Han character is between words")
  func words() {
    #expect(found(index, "researcher, presearch, research2") == [])
    #expect(found(index, "在research岗位") == ["0:research"])
  }

  @Test("Both ends of a span are between words")
  func ends() {
    let span = SourceText(plain: "researchers").whole
    #expect(index.matches(in: span.to(8)).map(\.row) == [0])
    #expect(index.match(in: span.to(8), at: 0)?.row == 0)
    #expect(index.match(in: span, at: 0) == nil)
    #expect(index.firstMatch(in: span) == nil)
  }

  @Test("Of equal phrases the earlier row is found")
  func equalPhrases() {
    #expect(found(PhraseIndex([["lab"], ["lab"]]), "Lab") == ["0:Lab"])
  }

  @Test("One pass finds in each table what a search of the table alone finds")
  func tables() {
    let tables = [
      [["a b", "c"], ["b c d"]], [["b", "a b c"], ["d"]], [["c d", "a"], ["b c", "d a b"]],
    ]
    let together = PhraseIndex(tables: tables)
    for seed in 0..<500 {
      let words = (0..<7).map { ["a", "b", "c", "d"][(seed >> ($0 % 4) &* 7 &+ $0 &* seed) & 3] }
      let span = SourceText(plain: words.joined(separator: " ")).whole
      let all = together.matchesByTable(in: span)
      for (table, rows) in tables.enumerated() {
        let alone = PhraseIndex(rows).matches(in: span)
        #expect(all[table].map(\.range) == alone.map(\.range))
        #expect(all[table].map(\.row) == alone.map(\.row))
      }
    }
  }
}
