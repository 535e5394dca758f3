import Testing

@testable import KGReaders

@Suite("Fenced divs")
struct FencedDivsTests {
  private func kinds(_ text: String) -> [FencedDivs.Event.Kind] {
    FencedDivs(Array(text.utf8), from: 0).events.map(\.kind)
  }

  @Test("A layout with two cells of text is a row")
  func row() {
    let text = ":::: {.columns}\n::: {.column}\na\n:::\n::: {.column}\nb\n:::\n::::\n"
    #expect(kinds(text) == [.beginRow, .beginCell, .beginCell, .endRow])
  }

  @Test(
    "A layout that holds sections or lists, or a single cell, is not a row",
    arguments: ["# Title", "- item", "| a | b |"])
  func notARow(line: String) {
    #expect(
      kinds(":::: {.columns}\n::: {.column}\n\(line)\n:::\n::: {.column}\nb\n:::\n::::\n") == [])
    #expect(kinds(":::: {.columns}\n::: {.column}\na\n:::\n::::\n") == [])
  }

  @Test("Colons in code, and before a sentence, are not fences")
  func notFences() {
    #expect(FencedDivs(Array("```\n::: a\n```\n::: this is text\n".utf8), from: 0).blanks == [])
  }
}
