import KGText
import Testing

@testable import KGLexicon

@Suite("Names of organizations that enumerate")
struct OrganizationTextEnumerationTests {
  private func institution(in text: String) -> String? {
    OrganizationText.find(in: SourceText(plain: text).whole)?.institution.string
  }

  @Test("The short parts before “and” belong to the name")
  func enumerations() {
    #expect(
      institution(in: "Postdoc, National Kidney, Bone, and Skin Institute")
        == "National Kidney, Bone, and Skin Institute")
  }

  @Test("A single name before “and” is another one")
  func pairs() {
    #expect(institution(in: "Orrery and Quillon Institute") != "Orrery, and Quillon Institute")
    #expect(institution(in: "Engineer, Bone and Skin Institute")?.hasPrefix("Engineer") == false)
  }

  @Test("A preposition before a name belongs to neither its unit nor the name")
  func prepositions() {
    let found = OrganizationText.find(
      in: SourceText(plain: "Fog Lab at Carnegie Mellon University").whole)
    #expect(found?.before.string == "Fog Lab")
    #expect(found?.institution.string == "Carnegie Mellon University")
  }
}
