import Testing

@testable import KGText

@Suite("Numbers by first characters") struct FirstCharacterTableTests {
  @Test("each character has its own number, in any block and plane")
  func numbers() {
    let numbers: [Unicode.Scalar: Int] = [
      "\0": 4, "a": 0, "b": 1, "é": 7, "织": 300, "机": 2, "\u{FFFF}": 5, "😀": 3, "𠀀": 40_000,
    ]
    let table = FirstCharacterTable(numbers)
    for (scalar, number) in numbers { #expect(table[scalar] == number) }
  }

  @Test("other characters have none, also in a block that has some")
  func none() {
    let table = FirstCharacterTable(["a": 0, "织": 1])
    for scalar in ["A", "b", "é", "组", "😀", "\0"] as [Unicode.Scalar] {
      #expect(table[scalar] == nil)
    }
    #expect(FirstCharacterTable([:])["a"] == nil)
  }
}
