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

  @Test("A filter has every hash that it was made of, 0 included, and hardly any other")
  func filter() {
    let filter = HashFilter((0..<1000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 })
    #expect((0..<1000).allSatisfy { filter.contains(UInt64($0) &* 0x9E37_79B9_7F4A_7C15) })
    #expect(!(2000..<9000).contains { filter.contains(UInt64($0) &* 0x9E37_79B9_7F4A_7C15) })
    #expect(!HashFilter([]).contains(7))
  }

  @Test("Numbers are found by the first character of any script")
  func firstCharacters() {
    let table = FirstCharacterTable(["a": 0, "学": 1, "é": 2, "𠀀": 3])
    #expect(["a", "学", "é", "𠀀"].map { table[$0] } == [0, 1, 2, 3])
    #expect(["b", "校", "è", "𠀁", "\u{FFFF}"].allSatisfy { table[$0] == nil })
  }
}
