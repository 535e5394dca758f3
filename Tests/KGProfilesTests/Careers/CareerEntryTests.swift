import KGLexicon
import Testing

@testable import KGProfiles

@Suite("What positions and degrees have in common") struct CareerEntryTests {
  @Test("the title of a position is its role, that of a degree its degree")
  func titles() {
    var entry = position("Quillon Labs", "Engineer")
    #expect(entry.title?.value == "Engineer")
    entry.title = stated("Manager")
    #expect(entry.role?.value == "Manager")
    var education = degree("Quillon University", "PhD", field: "geology")
    #expect(education.title?.value == "PhD")
    education.title = nil
    #expect(education.degree == nil)
    #expect(education.field?.value == "geology")
  }
}
