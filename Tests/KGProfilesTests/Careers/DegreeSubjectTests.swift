import KGText
import Testing

@testable import KGProfiles

@Suite("Subjects in the texts of degrees")
struct DegreeSubjectTests {
  @Test(
    "The subject follows a word that leads to it",
    arguments: [
      ("Licence de mathématiques", "Licence", "mathématiques"),
      ("Doctorat d'astronomie", "Doctorat", "astronomie"),
      ("Ingeniera en Telares Lentos", "Ingeniera", "Telares Lentos"),
      ("Bachelor in Tidal Engineering", "Bachelor", "Tidal Engineering"),
    ])
  func divided(text: String, degree: String, subject: String) throws {
    let found = try #require(DegreeSubject(SourceText(plain: text).whole))
    #expect(found.degree.string == degree)
    #expect(found.subject.string == subject)
  }

  @Test(
    "Other texts of degrees are not divided",
    arguments: ["Master of Science", "PhD", "Master of the School of Looms", "Tidal Engineering"])
  func whole(text: String) {
    #expect(DegreeSubject(SourceText(plain: text).whole) == nil)
  }
}
