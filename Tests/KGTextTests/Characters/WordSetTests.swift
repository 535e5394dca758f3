import Testing

@testable import KGText

@Suite("Sets of words")
struct WordSetTests {
  @Test("A word is found in any case and width, and no part of it")
  func words() {
    let set: WordSet = ["school", "学校"]
    for text in ["school", "School", "ＳＣＨＯＯＬ", "学校"] {
      #expect(set.contains(SourceText(plain: text).whole), "\(text)")
    }
    for text in ["", "schools", "schoo", "学"] {
      #expect(!set.contains(SourceText(plain: text).whole), "\(text)")
    }
  }

  @Test("Numbers are found by the first character of any script")
  func firstCharacters() {
    let table = FirstCharacterTable(["a": 0, "学": 1, "é": 2, "𠀀": 3])
    #expect(["a", "学", "é", "𠀀"].map { table[$0] } == [0, 1, 2, 3])
    #expect(["b", "校", "è", "𠀁", "\u{FFFF}"].allSatisfy { table[$0] == nil })
  }
}
