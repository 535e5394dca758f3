import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Fields of a paper from the parts of its entry") struct PaperRecordFieldsTests {
  private static func span(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test("a certain venue is taken, and its year with it")
  func venue() {
    var record = paper("Slow boats")
    record.setVenue(Self.span("NeurIPS 2021"), rest: Self.span(""))
    #expect(record.venue?.value == "NeurIPS")
    #expect(record.year?.value == 2021)
  }

  @Test("an uncertain one is short or has a year, and a volume is none")
  func uncertain() {
    let long =
      "that was built by hand in a small town by the lake where nobody had seen any boat before"
    var (short, sentence, volume) = (paper("A"), paper("B"), paper("C"))
    short.setVenue(Self.span("Lake Days 2021"), rest: Self.span(""))
    sentence.setVenue(Self.span(long), rest: Self.span(""))
    volume.setVenue(Self.span("vol. 12, 2021"), rest: Self.span(""))
    #expect(short.venue?.value == "Lake Days")
    #expect(sentence.venue == nil)
    #expect(volume.venue == nil)
    #expect(volume.year?.value == 2021)
  }

  @Test("the year may be further on")
  func laterYear() {
    var record = paper("Slow boats")
    record.setVenue(Self.span("NeurIPS"), rest: Self.span("pp. 12–20, 2021. Oral presentation"))
    #expect(record.year?.value == 2021)
    #expect(record.presentation != nil)
  }

  @Test("a lead is the venue if it is certain, or short with a year, and never a long text")
  func lead() {
    var (certain, short, long) = (paper("A"), paper("B"), paper("C"))
    certain.setLead(Self.span("NeurIPS 2023"))
    short.setLead(Self.span("Lake Days 2023"))
    long.setLead(
      Self.span("The lake that was written about in 2023 by many other boats of the sea"))
    #expect(certain.venue?.value == "NeurIPS")
    #expect(short.year?.value == 2023)
    #expect(long.venue == nil && long.year == nil)
  }

  @Test("a lead does not replace what is stated")
  func precedence() {
    var record = paper("A", venue: "ICML", year: 2020)
    record.setLead(Self.span("Lake Days 2023"))
    #expect(record.venue?.value == "ICML")
    #expect(record.year?.value == 2020)
  }

  @Test("the venue that a preprint is announced for is its venue")
  func announcement() throws {
    let span = Self.span("Slow boats on lakes. arXiv, 2021. To appear in ICRA 2022.")
    let title = try #require(span.first(of: "slow boats on lakes"))
    var record = PaperRecord(
      title: .init("Slow boats on lakes", span.slice(title), rule: .publicationTitleBlock))
    record.venue = stated("arXiv")
    record.setAnnouncedVenue(in: span)
    #expect(record.venue?.value == "ICRA")
    #expect(record.year?.value == 2022)
    record.venue = stated("NeurIPS")
    record.setAnnouncedVenue(in: span)
    #expect(record.venue?.value == "NeurIPS")
  }
}
