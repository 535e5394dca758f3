import KGText
import Testing

@testable import KGProfiles

@Suite("The title in an entry") struct PublicationEntryTitlesTests {
  private static func span(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test(
    "what is between quotation marks or title marks is set off as the title",
    arguments: [
      ("A. Quill, “Slow boats on lakes,” ICML, 2020", "Slow boats on lakes"),
      ("A. Quill, \"Slow boats on lakes\", ICML, 2020", "Slow boats on lakes"),
      ("奎艾达.《湖上的慢船研究》.海洋学报,2020", "湖上的慢船研究"),
      ("A. Quill, “Tuning “what-if” boats by hand,” ICML", "Tuning “what-if” boats by hand"),
      ("A. Quill, \"Tuning \"what-if\" boats by hand,\" ICML", "Tuning \"what-if\" boats by hand"),
    ])
  func quotations(text: String, title: String) {
    #expect(PublicationEntry.titleMark(in: Self.span(text))?.title.string == title)
  }

  @Test(
    "a quotation that is part of a title is none",
    arguments: ["Comment on “slow boats on lakes”", "“Boats on the lake?” asked the sea about it"])
  func parts(text: String) {
    #expect(PublicationEntry.titleMark(in: Self.span(text)) == nil)
  }

  @Test("the outer range has the quotation marks")
  func outer() throws {
    let span = Self.span("A. Quill, “Slow boats on lakes,” ICML")
    let outer = try #require(PublicationEntry.titleMark(in: span)).outer
    #expect(span.slice(outer).string == "“Slow boats on lakes,”")
  }

  @Test(
    "a bracket at the end that names a venue, or counts stars, is cut off",
    arguments: [
      ("Slow boats on lakes (ICML 2020)", "Slow boats on lakes", "ICML 2020"),
      ("Slow boats on lakes (2020)", "Slow boats on lakes", "2020"),
      ("Slow boats on lakes (120 stars)", "Slow boats on lakes", nil),
      ("Slow boats on lakes (and seas)", "Slow boats on lakes (and seas)", nil),
      ("Slow boats on lakes.", "Slow boats on lakes", nil),
    ])
  func trailingVenue(text: String, title: String, venue: String?) {
    let found = PublicationEntry.splitTrailingVenue(Self.span(text))
    #expect(found.title.string == title)
    #expect(found.venue?.string == venue)
  }

  @Test("a title ends at the first comma that a certain venue follows")
  func commas() {
    let found = PublicationEntry.splitAtVenueComma(
      Self.span("Boats on lakes and seas, NeurIPS 2021"))
    #expect(found.title.string == "Boats on lakes and seas")
    #expect(found.venue?.string == "NeurIPS 2021")
    let none = PublicationEntry.splitAtVenueComma(Self.span("Boats, lakes and seas"))
    #expect(none.venue == nil)
  }

  @Test(
    "signs around a title are left out, a quotation within it keeps both of its marks",
    arguments: [
      ("\"Slow boats on lakes,\"", "Slow boats on lakes"),
      ("Comment on \"boats\"", "Comment on \"boats\""), ("湖上的慢船研究[J].", "湖上的慢船研究"),
    ])
  func trimming(text: String, title: String) {
    #expect(PublicationEntry.trimTitle(Self.span(text)).string == title)
  }

  @Test(
    "links and single words are no titles",
    arguments: [
      ("Slow boats", true), ("Boats", false), ("PDF", false), ("project page", false),
      ("慢船研究", true), ("慢船", false), ("2020 12", false),
    ])
  func titles(text: String, isTitle: Bool) {
    #expect(PublicationEntry.isTitle(Self.span(text)) == isTitle)
  }

  @Test(
    "sentences of a description are told by how they begin",
    arguments: [
      ("We show that boats are slow", true), ("I'm interested in lakes", true),
      ("奎艾达毕业于奎隆大学", true), ("Weather on lakes", false), ("Mysteries of the sea", false),
    ])
  func sentences(text: String, isSentence: Bool) {
    #expect(PublicationEntry.isSentence(Self.span(text)) == isSentence)
  }

  @Test("a year at the beginning is left out, a number in a title is not")
  func leadingYears() {
    #expect(
      PublicationEntry.withoutLeadingYear(Self.span("2020. Slow boats")).string == "Slow boats")
    #expect(
      PublicationEntry.withoutLeadingYear(Self.span("Slow boats of 2020")).string
        == "Slow boats of 2020")
  }

  @Test("a volume after emphasized text shows that it is a journal")
  func volumes() throws {
    func isJournal(_ text: String) throws -> Bool {
      let span = Self.span(text)
      let run = try #require(span.first(of: "lake days"))
      return PublicationEntry.precedesVolume(span.slice(run), in: span)
    }
    #expect(try isJournal("Lake Days, 59(4):102"))
    #expect(try isJournal("Lake Days, vol. 3"))
    #expect(try !isJournal("Lake Days, 2020"))
    #expect(try !isJournal("Lake Days and nights"))
  }
}
