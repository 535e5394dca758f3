import KGText
import Testing

@testable import KGLexicon

@Suite("Degrees and initials") struct DegreeTableTests {
  private let table = DegreeTable(
    PhraseTable([(.doctor, ["phd", "博士"]), (.bachelor, ["b.a.m. loom"])]),
    initials: PhraseTable([(.master, ["a.m.", "ba"])]))

  private func found(_ text: String) -> [String] {
    let span = SourceText(plain: text).whole
    return table.matches(in: span).map { "\($0.value): \(span.slice($0.range).string)" }
  }

  @Test("abbreviations in capitals are degrees, unless a name follows in the same line")
  func initials() {
    #expect(found("A.M. in looms") == ["master: A.M."])
    #expect(found("A.M., Quill University") == ["master: A.M."])
    #expect(found("A.M.\nQuill University") == ["master: A.M."])
    #expect(found("A.M.") == ["master: A.M."])
    #expect(found("A.M. Quill").isEmpty)
    #expect(found("at 9 a.m. in the mill").isEmpty)
  }

  @Test("degrees of both tables come in the order of the text, each place once")
  func order() {
    #expect(found("A.M. and PhD, BA in looms") == ["master: A.M.", "doctor: PhD", "master: BA"])
    #expect(found("B.A.M. Loom") == ["bachelor: B.A.M. Loom"])
  }

  @Test("Han characters are beside a degree, letters are not")
  func boundaries() {
    #expect(found("织机博士生") == ["doctor: 博士"])
    #expect(found("PhDs, BAs").isEmpty)
  }

  @Test("the first is the leftmost, of whichever table")
  func first() {
    let span = SourceText(plain: "BA (2014), PhD (2018)").whole
    #expect(table.firstMatch(in: span)?.value == .master)
    #expect(table.firstMatch(in: span.from(3))?.value == .doctor)
    #expect(table.firstMatch(in: span.to(0)) == nil)
    #expect(!table.contains(SourceText(plain: "BA Quill").whole))
  }

  @Test("the table of the program knows each level in several languages")
  func shared() {
    let levels = ["PhD", "Doktor", "硕士", "Mestrado", "学士", "laurea triennale", "S.B. in looms"].map
    {
      Lexicon.shared.degrees.firstMatch(in: SourceText(plain: $0).whole)?.value
    }
    #expect(levels == [.doctor, .doctor, .master, .master, .bachelor, .bachelor, .bachelor])
  }

  @Test("“Ms” before a full stop and a name is a title of courtesy")
  func courtesy() {
    let table = DegreeTable(PhraseTable([(.master, ["ms", "m.s."])]), initials: PhraseTable([]))
    let contains = { (text: String) in table.contains(SourceText(plain: text).whole) }
    #expect(!contains("adviser Ms. Foe"))
    for text in [
      "MS in looms", "Ms. in looms", "MS. Looms", "M.S. Looms", "Ms. Computer Science",
      "Ms, Quill University",
    ] {
      #expect(contains(text), "\(text)")
    }
  }
}
