import Testing

@testable import KGText

@Suite("Search in a span") struct SpanSearchingTests {
  private func span(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test(
    "the first place of a folded pattern is found, whatever the text is written in",
    arguments: [
      ("Slow LOOMS, looms", "looms", 5..<10), ("慢速织机", "织机", 2..<4), ("（ａｄａ）", "(ada)", 0..<5),
      ("MILL’S", "'s", 4..<6), ("mill—loom", "–", 4..<5), ("aab", "ab", 1..<3),
      ("mill", "looms", nil),
      ("织", "织机", nil), ("mill", "", nil), ("", "a", nil),
    ] as [(String, String, Range<Int>?)])
  func first(text: String, pattern: String, place: Range<Int>?) {
    #expect(span(text).first(of: pattern) == place)
  }

  @Test("a character beyond ASCII is looked for as it is")
  func characters() {
    #expect(span("慢loom").contains("慢") && span("（ａ）").contains("("))
    #expect(!span("loom").contains("慢") && !span("loom").contains("x"))
  }

  @Test("only what is within the span counts")
  func bounds() {
    let middle = span("loom loom loom").slice(5..<9)
    #expect(middle.first(of: "loom") == 5..<9)
    #expect(middle.first(of: "loom ") == nil)
    #expect(middle.hasPrefix("loom") && middle.hasSuffix("loom"))
    #expect(!middle.hasPrefix("loom ") && !middle.hasSuffix(" loom"))
  }

  @Test("a phrase is found between words; beside a Han character is between words")
  func phrases() {
    #expect(span("bloom, looms, Loom!").first(ofPhrase: "loom") == 14..<18)
    #expect(span("织loom机").first(ofPhrase: "loom") == 1..<5)
    #expect(span("loom2").first(ofPhrase: "loom") == nil)
    #expect(span("织机厂").first(ofPhrase: "机") == 1..<2)
    // The ends of a span are between words, too.
    #expect(span("looms").to(4).first(ofPhrase: "loom") == 0..<4)
    #expect(span("").first(ofPhrase: "loom") == nil)
  }

  @Test("beginning and end are compared in folded form, and every span has the empty ones")
  func ends() {
    #expect(span("Ｌｏｏｍ。").hasPrefix("loom") && span("Ｌｏｏｍ。").hasSuffix("."))
    #expect(!span("loom").hasPrefix("looms") && !span("loom").hasSuffix("a loom"))
    #expect(span("").hasPrefix("") && span("").hasSuffix(""))
  }

  @Test("what is beside a range keeps its place, without white space and without empty parts")
  func removing() {
    let text = span("织机 2019 – 2021\n磨坊")
    let parts = text.removing(3..<14)
    #expect(parts.map(\.string) == ["织机", "磨坊"])
    #expect(parts.map(\.byteRange) == [0..<6, 21..<27])
    #expect(text.removing(0..<14).map(\.string) == ["磨坊"])
    #expect(text.removing(text.range).isEmpty)
  }

  @Test(
    "the outermost brackets are found, round or square, of any width",
    arguments: [
      ("loom (a [b] c) [d]", ["(a [b] c)", "[d]"]), ("织机（慢）【快】", ["（慢）", "【快】"]),
      (") loom (a)", ["(a)"]),
      ("loom (a", []), ("()", ["()"]), ("", []),
    ])
  func brackets(text: String, found: [String]) {
    let span = span(text)
    #expect(span.brackets.map { span.slice($0).string } == found)
  }

  @Test(
    "brackets are those that are closed, without the ones within them",
    arguments: [
      ("looms (a) and [b]", ["(a)", "[b]"]), ("（a (b) c）", ["（a (b) c）"]),
      ("mills (a (b) c", ["(b)"]), ("a) (b", []), ("([a) b]", ["([a) b]"]), ("", []),
    ])
  func brackets(text: String, brackets: [String]) {
    let span = span(text)
    #expect(span.brackets.map { span.slice($0).string } == brackets)
  }
}
