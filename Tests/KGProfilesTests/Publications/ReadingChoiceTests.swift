import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Choice between readings of an entry") struct ReadingChoiceTests {
  private static func paper(
    _ title: String, authors: [String] = [], venue: String? = nil, year: Int? = nil
  ) -> PaperRecord {
    func stated<Value>(_ value: Value, _ text: String) -> Stated<Value> {
      Stated(value, SourceText(plain: text).whole, rule: .publicationTitleFirst)
    }
    var paper = PaperRecord(title: stated(title, title))
    paper.authors = authors.map { stated($0, $0) }
    paper.venue = venue.map { stated($0, $0) }
    paper.year = year.map { stated($0, String($0)) }
    return paper
  }

  private static func choice(_ byRules: PaperRecord, _ fitted: PaperRecord?) -> PaperRecord? {
    ReadingChoice(byRules: byRules, form: EntryForm(byRules), fitted: fitted).paper
  }

  private let whole = paper(
    "Slow machines", authors: ["Ada Quill"], venue: "Journal of Slow Computing", year: 2021)

  @Test("rules that find all fields keep their title")
  func wholeByRules() {
    let fitted = Self.paper(
      "Slow machines at work", authors: ["Ada Quill"], venue: "CVPR", year: 2021)
    #expect(Self.choice(whole, fitted)?.title.value == "Slow machines")
    #expect(Self.choice(whole, nil)?.title.value == "Slow machines")
  }

  @Test("otherwise the title of the model is taken, and the year that it misses")
  func fitted() {
    let byRules = Self.paper("Ada Quill: Slow machines", year: 2021)
    let fitted = Self.paper("Slow machines", authors: ["Ada Quill"])
    let paper = Self.choice(byRules, fitted)
    #expect(paper?.title.value == "Slow machines")
    #expect(paper?.year?.value == 2021)
  }

  @Test("a title alone is no paper when the model finds none; with authors it is")
  func noReference() {
    let title = Self.paper("Slow machines", year: 2021)
    let reference = Self.paper("Slow machines", authors: ["Ada Quill"])
    #expect(Self.choice(title, nil) == nil)
    #expect(Self.choice(reference, nil)?.title.value == "Slow machines")
  }

  @Test("readings that agree about the venue have the title of the rules")
  func sameVenue() {
    let byRules = Self.paper(
      "Slow machines: a study", authors: ["Ada Quill"], venue: "Quill Notes 12")
    let fitted = Self.paper("Slow machines", authors: ["Ada Quill"], venue: "Quill Notes")
    let paper = Self.choice(byRules, fitted)
    #expect(paper?.title.value == "Slow machines: a study")
  }

  @Test("a bare title of the model displaces none")
  func bare() {
    let byRules = Self.paper("Slow machines", authors: ["Ada Quill"])
    let paper = Self.choice(byRules, Self.paper("Machines"))
    #expect(paper?.title.value == "Slow machines")
  }

  @Test(
    "of equal titles, venue and year are the model's, the authors those of the rules if they have any"
  )
  func agreed() {
    let fitted = Self.paper(
      "Slow Machines", authors: ["Ada Quill", "Bo Foe"], venue: "CVPR", year: 2020)
    let paper = Self.choice(whole, fitted)
    #expect(paper?.authors.map(\.value) == ["Ada Quill"])
    #expect(paper?.venue?.value == "CVPR")
    #expect(paper?.year?.value == 2020)
    let bare = Self.choice(Self.paper("Slow machines"), fitted)
    #expect(bare?.authors.map(\.value) == ["Ada Quill", "Bo Foe"])
  }
}
