import Testing

@testable import KGReaders

@Suite("Words that the end of a line divides")
struct DividedWordsTests {
  private let words = DividedWords([
    "self-supervised boats are slow", "the evaluation of lanterns is not",
    "A multi lantern and a modal boat are",
  ])

  @Test("a word of the document, or one of which neither part is a word, is joined")
  func joined() {
    #expect(words.areJoined("evalua", "tion of boats") == true)
    #expect(words.areJoined("Lan", "guage and lakes") == true)
    #expect(words.areJoined("is", "lantern") == true)
  }

  @Test("a compound keeps its hyphen")
  func compounds() {
    #expect(words.areJoined("self", "supervision") == false)
    #expect(words.areJoined("multi", "modal") == false)
    #expect(words.areJoined("Anglo", "Norvalian") == false)
  }

  @Test("no word goes on in a line that does not begin with a letter")
  func noLetter() {
    #expect(words.areJoined("2019", "2021") == nil)
    #expect(words.areJoined("word", "") == nil)
  }
}
