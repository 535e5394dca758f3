import KGModel
import KGText
import Testing

@testable import KGLexicon
@testable import KGProfiles

@Suite("Levels of degrees") struct EducationRecordLevelTests {
  @Test(
    "the level is that of the printed degree, in any language",
    arguments: [
      ("PhD", DegreeLevel.doctor), ("工学博士", .doctor), ("Master of Science", .master),
      ("硕士", .master),
      ("B.Sc.", .bachelor), ("Licence", .bachelor), ("Certificate of Looms", nil), ("", nil),
    ])
  func levels(text: String, level: DegreeLevel?) {
    #expect(degree("Quillon University", text).level == level)
  }

  @Test("of several degrees in one text the first counts, and without a degree there is no level")
  func severalOrNone() {
    #expect(degree("Quillon University", "MSc and PhD").level == .master)
    #expect(degree("Quillon University", nil, "2014 – 2018").level == nil)
  }

  @Test(
    "an education continues until an end is stated, also where no dates are",
    arguments: [
      ("", true), ("2014 – present", true), ("2014 – 2018", false), ("2018", false),
      ("until 2018", false),
    ])
  func ongoing(period: String, isOngoing: Bool) {
    #expect(degree("Quillon University", "PhD", period).isOngoing == isOngoing)
  }
}
