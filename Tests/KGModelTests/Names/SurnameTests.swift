import Testing

@testable import KGModel

@Suite("Surnames")
struct SurnameTests {
  @Test("A name in Hangul begins with a surname and has two to four syllables")
  func korean() {
    #expect(Surname.beginsKorean("남궁하늘"))
    #expect(Surname.beginsKorean("이파"))
    #expect(!Surname.beginsKorean("프로젝트"))
    #expect(!Surname.beginsKorean("김"))
  }

  @Test("A Japanese name has a given name after the surname, in Han characters or hiragana")
  func japanese() {
    #expect(Surname.beginsJapanese("山田さくら"))
    #expect(!Surname.beginsJapanese("山田"))
    #expect(!Surname.beginsJapanese("山田センター"))
  }
}
