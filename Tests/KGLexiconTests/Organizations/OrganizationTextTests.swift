import KGText
import Testing

@testable import KGLexicon

@Suite("Organizations in text")
struct OrganizationTextTests {
  private func span(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test(
    "A name keeps the words that make it another organization",
    arguments: [
      ("Ellmoor University Center", "Ellmoor University Center"),
      ("The University Center of Ellmoor", "The University Center of Ellmoor"),
      ("Ellmoor University Center for Fog", "Ellmoor University"),
      ("Yale School of Public Health", "Yale School of Public Health"),
      ("Université Lyon 2, France", "Université Lyon 2"),
      ("Doctorat de l'université de Brumaire", "université de Brumaire"),
      ("Doctorat de l'université d'Ellmoor", "université d'Ellmoor"),
      ("BEng in Hunan University of Music and Looms", "Hunan University of Music and Looms"),
      ("Peking University of China", "Peking University of China"),
      ("Peking University at Beijing", "Peking University"),
      ("Université de Lorraine-XIV", "Université de Lorraine-XIV"),
    ])
  func wholeName(text: String, name: String) {
    #expect(OrganizationText.find(in: span(text))?.institution.string == name)
  }

  @Test("A school named after a known university is an institution, an unknown one is a unit")
  func schools() {
    #expect(OrganizationText.isInstitution(span("Yale Medical School")))
    #expect(!OrganizationText.isInstitution(span("School of Fog Studies")))
    #expect(OrganizationText.isUnit(span("School of Fog Studies")))
  }

  @Test(
    "The legal form of a company is at its end, in Japanese and Korean also at its beginning",
    arguments: [
      "Gezeitenkraft AG", "Nebelhorn GmbH", "株式会社霧笛", "霧笛株式会社", "주식회사 안개", "Bruma S.L.",
    ])
  func companies(name: String) {
    #expect(OrganizationText.isCompany(span(name)))
  }

  @Test("“AG” after a name is a legal form; the word alone and in small letters is not")
  func noCompany() {
    #expect(!OrganizationText.isCompany(span("AG")))
    #expect(!OrganizationText.isCompany(span("Lehrstuhl und ag")))
  }

  @Test(
    "The level of a name is known in Japanese, Korean, German, French and Spanish",
    arguments: [
      ("霧浜大学", OrganizationLevel.institution), ("大学院海洋学府", .unit), ("霧工学専攻", .unit),
      ("안개대학교", .institution), ("안개공학과", .unit), ("안개기술연구원", .institution),
      ("Hochschule Nebelstadt", .institution), ("Lehrstuhl für Nebelkunde", .unit),
      ("Université de Brumeville", .institution), ("Équipe-projet Brume", .unit),
      ("Universidad de Bruma", .institution), ("Departamento de Niebla", .unit),
    ])
  func levels(name: String, level: OrganizationLevel) {
    #expect(OrganizationText.level(of: span(name)) == level)
  }
}
