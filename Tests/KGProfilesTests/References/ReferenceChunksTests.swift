import KGText
import Testing

@testable import KGProfiles

@Suite("Words between the separators of a reference") struct ReferenceChunksTests {
  private static func chunks(_ text: String) -> (chunks: ReferenceChunks, texts: [String]) {
    let context = ReferenceContext(SourceText(plain: text).whole)
    let chunks = context.chunks
    let texts = chunks.chunks.indices.map { chunk in
      let tokens = context.tokens.indices.filter { chunks.places[$0] == chunk }
      return context.span.slice(
        context.tokens[tokens[0]].range
          .lowerBound..<context.tokens[tokens[tokens.count - 1]].range
          .upperBound
      ).string
    }
    return (chunks, texts)
  }

  @Test(
    "commas, colons, brackets, “and” and ends of lines separate, the stop of an initial does not",
    arguments: [
      ("A. B. Quill, Bo Foe", ["A. B. Quill", "Bo Foe"]),
      ("Ada Quill and Bo Foe", ["Ada Quill", "Bo Foe"]),
      ("Ada Quill & Bo Foe: Boats (2020)", ["Ada Quill", "Bo Foe", "Boats", "2020"]),
      ("Slow boats. Quiet seas", ["Slow boats", "Quiet seas"]),
      ("Slow boats\nAda Quill", ["Slow boats", "Ada Quill"]),
      ("“Slow boats” Quill", ["Slow boats", "Quill"]),
    ])
  func separators(text: String, chunks: [String]) {
    #expect(Self.chunks(text).texts == chunks)
  }

  @Test(
    "a few words with capitals look like a name",
    arguments: [
      ("Ada van Quill", true), ("A. Quill", true), ("莫青洛", true), ("slow boats", false),
      ("Ada Quill 2020", false), ("The Sea", false), ("Ada Bea Cea Dea Eea Fea", false),
      ("Journal", false),
    ])
  func names(text: String, isName: Bool) {
    #expect(Self.chunks(text).chunks.chunks.map(\.isNameLike) == [isName])
  }

  @Test("a separator has no chunk, and the first token of one is known")
  func places() {
    let chunks = Self.chunks("Ada Quill, Foe").chunks
    #expect(chunks.places == [0, 0, nil, 1])
    #expect([0, 1, 3].map(chunks.isFirst) == [true, false, true])
    #expect(chunks[2] == nil)
    #expect(chunks[3]?.wordCount == 1)
  }
}
