import KGText
import Testing

@testable import KGLexicon

@Suite("How certainly a text names a venue")
struct VenueEvidenceTests {
  @Test(
    "A venue of the table is known; other texts have words of venues, or nothing",
    arguments: [
      ("CVPR 2021", VenueEvidence.known), ("In Proceedings of ICML, 2019", .known),
      ("Journal of Dry Mills", .words), ("Workshop on Slow Looms", .words),
      ("Dry Mills, 2021", .none), ("", .none),
    ])
  func evidence(text: String, evidence: VenueEvidence) {
    #expect(VenueEvidence(of: SourceText(plain: text).whole) == evidence)
  }

  @Test("A known venue is more certain than words of venues")
  func order() {
    #expect(VenueEvidence.none < .words && VenueEvidence.words < .known)
  }
}
