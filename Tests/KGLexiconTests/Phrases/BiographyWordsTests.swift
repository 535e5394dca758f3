import KGText
import Testing

@testable import KGLexicon

@Suite("Words of biographies")
struct BiographyWordsTests {
  private func span(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test(
    "Words of several languages have one meaning",
    arguments: [("she joined Acme", "joined"), ("加入某公司", "加入")])
  func meaning(text: String, word: String) throws {
    let text = span(text)
    let words = try #require(
      Lexicon.shared.biographyWords.words(for: text, isEastAsian: text.containsEastAsian))
    let cue = try #require(words.cues.matches(in: text).first { $0.value.word == .join })
    #expect(text.slice(cue.range).string == word)
  }

  @Test("The language of a sentence is the one whose words cover most of it")
  func language() throws {
    let german = span(
      "Sie studierte Physik und promovierte bei Frau Quill an der Universität Estor")
    let words = try #require(Lexicon.shared.biographyWords.words(for: german, isEastAsian: false))
    #expect(words.cues.matches(in: german).contains { $0.value.word == .study })
  }

  @Test("The longest word counts: 博士生导师 is no degree, “am not only” no denial")
  func longest() throws {
    let english = try #require(
      Lexicon.shared.biographyWords.words(for: span("I am not only here"), isEastAsian: false))
    #expect(
      english.cues.matches(in: span("I am not only here")).allSatisfy { $0.value.word != .not })
    let chinese = try #require(
      Lexicon.shared.biographyWords.words(for: span("现任博士生导师"), isEastAsian: true))
    #expect(chinese.phrases(.mask, in: span("现任博士生导师")).map(\.string) == ["博士生导师"])
  }
}
