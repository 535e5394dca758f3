import KGText
import Testing

@testable import KGReaders

@Suite("BibTeX: macros")
struct BibTeXMacrosTests {
  @Test("Names of macros are expanded in any case, and # joins pieces")
  func expansion() {
    let entry = bibTeX(
      """
      @string{mill = "Journal of Mills"} @STRING(Ser = mill # { and Engines})
      @article{a, title = {Steam } # "and " # {Wheels}, journal = SER, month = jan # "--" # feb,
        author = "Ada Quill" # " and " # {Bo Foe}}
      """
    ).entries.first
    #expect(entry?.value("title") == "Steam and Wheels")
    #expect(entry?.value("journal") == "Journal of Mills and Engines")
    #expect(entry?.value("month") == "January–February")
    #expect(entry?.authors?.names.map(\.span.string) == ["Ada Quill", "Bo Foe"])
  }

  @Test("A name that is not defined is the text")
  func undefined() {
    #expect(bibTeX("@article{a, journal = jmill}").entries.first?.value("journal") == "jmill")
  }

  @Test("LaTeX may go across the pieces of a value, whose characters keep their places")
  func places() {
    let text = "@misc{a, title = {Caf} # {\\'e} # \"s\"}"
    let title = bibTeX(text).entries.first?.fields["title"]
    #expect(title?.string == "Cafés")
    #expect(
      title?.slice(3..<4).byteRange.lowerBound
        == text.utf8.distance(
          from: text.utf8.startIndex,
          to: text.utf8.firstIndex(of: UInt8(ascii: "\\")) ?? text.startIndex))
  }

  @Test("Macros that double each other do not fill the memory")
  func bomb() {
    var text = "@string{a0 = \"mill \"}"
    for level in 1...60 { text += "@string{a\(level) = a\(level - 1) # a\(level - 1)}" }
    text += "@misc{a, title = a60, year = 1843}"
    #expect(bibTeX(text).entries.first?.value("year") == "1843")
  }
}
