import KGText
import Testing

@testable import KGProfiles

@Suite("Known venues among the tokens of a reference") struct ReferenceVenuesTests {
  private static func matches(_ text: String) -> [String] {
    ReferenceVenues.shared.matches(in: TextToken.tokens(of: SourceText(plain: text).whole))
      .map(\.value.description)
  }

  @Test(
    "a name of one word is an acronym in capitals, a word with one, and nothing in small letters",
    arguments: [
      ("CVPR", "acronym"), ("NeurIPS", "acronym"), ("Nature", "word"), ("nature", "none"),
    ])
  func oneWord(text: String, match: String) {
    #expect(Self.matches(text) == [match])
  }

  @Test("the longest name at a place counts, whatever the case of its words")
  func longest() {
    #expect(
      Self.matches("computer vision and pattern recognition, Oslo")
        == ["name", "name", "name", "name", "name", "none", "none"])
    #expect(Self.matches("Nature Communications") == ["name", "name"])
  }

  @Test("the beginning of a name alone is none")
  func beginnings() {
    #expect(Self.matches("Computer Vision and boats").allSatisfy { $0 == "none" })
    #expect(Self.matches("").isEmpty)
  }
}
