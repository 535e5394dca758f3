import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Headings that name organizations") struct OrganizationTextHeadingTests {
  @Test(
    "a heading names an organization that is known, or one with more after it",
    arguments: [
      ("Google", true), ("Tesserine University - Optics Group", true),
      ("Tesserine University, Department of Tides", true), ("Sirocco: a benchmark of dust", false),
      ("Quiet Engines", false), ("", false),
    ])
  func headings(text: String, isOrganization: Bool) {
    #expect(
      OrganizationText.isHeadingOfOrganization(SourceText(plain: text).whole) == isOrganization)
  }
}
