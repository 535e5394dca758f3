import KGModel
import Testing

@testable import KGText

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
}
