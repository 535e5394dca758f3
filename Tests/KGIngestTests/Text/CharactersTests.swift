import Testing

@testable import KGIngest

@Suite("Characters of a text")
struct CharactersTests {
  @Test(
    "Every character is kept, in one byte, two or four",
    arguments: ["", "Ada", "Müller", "余锋伟 (Fengwei Yu)", "a\u{10FFFF}b", "\u{FF}\u{100}"])
  func kept(text: String) {
    let scalars = Array(text.unicodeScalars)
    let characters = Characters(scalars)
    #expect(Array(characters) == scalars)
    #expect(characters.count == scalars.count)
    #expect(characters.read { scalar in scalars.indices.map { scalar($0) } } == scalars)
    if scalars.count > 2 {
      #expect(Array(characters.part(1..<scalars.count)) == Array(scalars[1...]))
    }
  }

  @Test("A list in pieces is one list")
  func pieces() {
    var list = PiecewiseList(0..<5000)
    #expect(list.count == 5000)
    #expect(Array(list) == Array(0..<5000))
    list[4097] = -1
    #expect(list[4097] == -1)
    list.removeAll { $0.isMultiple(of: 2) || $0 < 0 }
    #expect(list.count == 2499)
    #expect(list.last == 4999)
  }
}
