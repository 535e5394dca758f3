import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Kinds of marks of a sentence") struct ProseMarkTests {
  private static func mark(_ text: String, of sentence: String) throws -> ProseMark {
    let found = try #require(MarkedSentence(sentence).sentence)
    return try #require(found.marks.first { $0.span.string == text })
  }

  private static let sentence = "Lena Ostrow joined Norvale University in 2016 as a lecturer."

  @Test("a verb is a cue with a meaning, a preposition is one and no verb")
  func verbs() throws {
    let joined = try Self.mark("joined", of: Self.sentence)
    #expect(joined.isVerb)
    #expect(joined.word == .join)
    let preposition = try Self.mark("as", of: Self.sentence)
    #expect(!preposition.isVerb)
    #expect(preposition.isCue)
  }

  @Test("roles and degrees are titles; places, dates and names are not")
  func titles() throws {
    #expect(try Self.mark("lecturer", of: Self.sentence).isTitle)
    let place = try Self.mark("Norvale University", of: Self.sentence)
    #expect(place.isPlace && !place.isTitle && !place.isUnit && place.word == nil)
    #expect(try Self.mark("2016", of: Self.sentence).isDate)
    #expect(try Self.mark("Lena Ostrow", of: Self.sentence).isName)
  }
}
