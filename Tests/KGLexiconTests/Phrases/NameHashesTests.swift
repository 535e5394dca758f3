import KGText
import Testing

@testable import KGLexicon

@Suite("Names as hashes of their words")
struct NameHashesTests {
  private let names = NameHashes(
    ["quillon lab", "tarn academy of sands", "zephyr"].map(Self.words))

  private static func words(of text: String) -> [UInt64] {
    SourceText(plain: text).whole.keyWordHashes(atMost: .max) ?? []
  }

  private func mayOccur(_ text: String, orWord word: String? = nil) -> Bool {
    let wanted = word.map { Self.words(of: $0)[0] }
    return names.mayOccur(in: SourceText(plain: text).whole) { $0 == wanted }
  }

  @Test(
    "a name is found anywhere in a text, whatever its case and signs",
    arguments: ["Quillon Lab", "at the QUILLON-LAB of Tarn", "of Tarn Academy of Sands", "Zephyr"])
  func found(text: String) { #expect(mayOccur(text)) }

  @Test(
    "its words alone are none, nor in another order, nor with others between them",
    arguments: ["Quillon", "Lab Quillon", "Quillon Big Lab", "Tarn Academy of", "a zephyrean", ""])
  func absent(text: String) { #expect(!mayOccur(text)) }

  @Test("a name that begins within another is found")
  func overlapping() { #expect(mayOccur("Tarn Academy of Quillon Lab")) }

  @Test("a word may be enough")
  func word() {
    #expect(mayOccur("the Quillon Conference", orWord: "conference"))
    #expect(!mayOccur("the Quillon Conference", orWord: "journal"))
  }
}
