import KGText
import Testing

@testable import KGProfiles

@Suite("Kinds of words in references") struct ReferenceWordsTests {
  private static func kinds(_ text: String) -> [ReferenceWords.Kind] {
    let span = SourceText(plain: text).whole
    return TextToken.tokens(of: span).map { ReferenceWords.shared.kind(of: $0, in: span.text) }
  }

  @Test(
    "words of the table have their kind, in any case",
    arguments: [
      ("the", ReferenceWords.Kind.function), ("AND", .and), ("Proceedings", .venue),
      ("vol", .volume),
      ("eds", .editor), ("al", .others), ("BibTeX", .link), ("Spotlight", .note),
      ("thesis", .status),
      ("May", .month), ("van", .particle), ("莫", .surname), ("&", .and),
    ])
  func table(word: String, kind: ReferenceWords.Kind) {
    #expect(Self.kinds(word) == [kind])
  }

  @Test("a longer word may show by its end that it is of a title, a short one is a name")
  func endings() {
    #expect(Self.kinds("tessellation") == [.ending])
    #expect(Self.kinds("Quillon Brindle") == [.none, .none])
    // Fewer than two letters before “ing”.
    #expect(Self.kinds("King") == [.none])
  }

  @Test("numbers and signs have no kind")
  func signs() {
    #expect(Self.kinds("2020 , ;") == [.none, .none, .none])
  }

  @Test("a word is itself a feature where its kind has few")
  func named() {
    #expect(ReferenceWords.Kind.volume.isNamed)
    #expect(ReferenceWords.Kind.particle.isNamed)
    for kind in [ReferenceWords.Kind.none, .month, .surname, .ending, .venueWord] {
      #expect(!kind.isNamed, "\(kind)")
    }
  }
}
