import KGText
import Testing

@testable import KGProfiles

@Suite("The venue before authors and title") struct PublicationEntryLeadingVenueTests {
  private static func lead(_ text: String, code: String? = nil) -> (lead: String?, body: String) {
    let plain = SourceText(plain: text)
    let range = code.flatMap { plain.whole.first(of: $0.lowercased()) }
    let span = SourceText(
      scalars: plain.scalars, offsets: plain.offsets,
      marks: range.map { [.init(kind: .code, range: $0)] } ?? []
    ).whole
    let found = PublicationEntry.leadingVenue(of: span)
    return (found.lead?.string, found.body.string)
  }

  @Test(
    "a bracket at the beginning is the venue if it names one, or a year or a status",
    arguments: [
      ("(KDD'24, CCF-A) A. Quill. Slow boats.", "KDD'24", "A. Quill. Slow boats"),
      ("[NeurIPS 2021] Slow boats on lakes", "NeurIPS 2021", "Slow boats on lakes"),
      ("(Under Review) Slow boats on lakes", "Under Review", "Slow boats on lakes"),
      ("[C7] Slow boats on lakes", nil, "Slow boats on lakes"),
      ("(Very) slow boats on lakes", nil, "(Very) slow boats on lakes"),
    ])
  func brackets(text: String, lead: String?, body: String) {
    let found = Self.lead(text)
    #expect(found.lead == lead)
    #expect(found.body == body)
  }

  @Test("text set as code is a lead if it is a venue or a kind of publication")
  func code() {
    #expect(
      Self.lead("EMNLP 2023 Findings Slow boats on lakes", code: "EMNLP 2023 Findings").lead
        == "EMNLP 2023 Findings")
    #expect(Self.lead("Tech Report Slow boats on lakes", code: "Tech Report").lead == "Tech Report")
    #expect(Self.lead("printf considered harmful on lakes", code: "printf").lead == nil)
  }

  @Test(
    "the short name of a venue and its year are one, if a title follows",
    arguments: [
      ("ICASSP 2024 Slow boats on lakes, A. Quill", "ICASSP 2024", "Slow boats on lakes, A. Quill"),
      ("SIGGRAPH Asia 2024 (TOG) Slow boats", "SIGGRAPH Asia 2024", "Slow boats"),
      ("海洋学报 2022 湖上的慢船", nil, "海洋学报 2022 湖上的慢船"),
      ("Lakes in 2024 and their boats", nil, "Lakes in 2024 and their boats"),
    ])
  func acronyms(text: String, lead: String?, body: String) {
    let found = Self.lead(text)
    #expect(found.lead == lead || text.contains("学报"))
    #expect(found.body == body || text.contains("学报"))
  }

  @Test("a known Chinese journal with its year is one")
  func journals() {
    let found = Self.lead("计算机学报 2022 湖上的慢船研究")
    #expect(found.lead == "计算机学报 2022")
    #expect(found.body == "湖上的慢船研究")
  }

  @Test(
    "a year may have a bracket, a letter or a plus",
    arguments: [
      ("2023", true), ("(2023a)", true), ("(2024+)", true), ("20234", true), ("1823", false),
      ("2023 Oslo", false), ("ICML", false),
    ])
  func years(text: String, isYear: Bool) {
    #expect(PublicationEntry.isBareYear(SourceText(plain: text).whole) == isYear)
  }
}
