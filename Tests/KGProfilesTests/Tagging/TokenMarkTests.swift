import KGText
import Testing

@testable import KGProfiles

@Suite("Marks of tokens") struct TokenMarkTests {
  private static func marks(_ text: String, _ marks: [(SourceText.Mark.Kind, String)]) -> [String] {
    let plain = SourceText(plain: text)
    let ranges = marks.compactMap { kind, words in
      plain.whole.first(of: words.lowercased()).map { SourceText.Mark(kind: kind, range: $0) }
    }
    let span = SourceText(scalars: plain.scalars, offsets: plain.offsets, marks: ranges).whole
    return TokenMark.marks(of: TextToken.tokens(of: span), in: span).map(\.value.description)
  }

  @Test("a token has the mark that its characters are in, others have none")
  func ranges() {
    #expect(
      Self.marks("Ada Quill, Bo Foe", [(.strong, "Ada Quill"), (.link(""), "Foe")])
        == ["strong", "strong", "none", "none", "link"])
  }

  @Test("a mark that begins within a token marks it")
  func overlap() {
    #expect(Self.marks("slow engines", [(.code, "ow engines")]) == ["code", "code"])
  }

  @Test("of several marks the one that says most counts, whatever their order")
  func strength() {
    let kinds: [(SourceText.Mark.Kind, String)] = [(.emphasis, "Quill"), (.link(""), "Quill")]
    #expect(Self.marks("Quill", kinds) == ["link"])
    #expect(Self.marks("Quill", kinds.reversed()) == ["link"])
    #expect(Self.marks("Quill", kinds + [(.strong, "Quill"), (.underline, "Quill")]) == ["strong"])
  }

  @Test("only the marks within the span count")
  func span() throws {
    let plain = SourceText(plain: "Ada Quill")
    let text = SourceText(
      scalars: plain.scalars, offsets: plain.offsets, marks: [.init(kind: .strong, range: 0..<3)])
    let last = text.whole.from(4)
    #expect(TokenMark.marks(of: TextToken.tokens(of: last), in: last) == [.none])
  }
}
