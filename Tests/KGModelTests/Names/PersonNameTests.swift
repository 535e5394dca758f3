import Testing

@testable import KGModel

@Suite("Parts of a printed name")
struct PersonNameTests {
  /// Given names, then the family name, of the likeliest reading.
  private func parts(_ printed: String) -> String {
    guard let reading = PersonName(printed).readings.first else { return "" }
    return reading.given.map(\.text).joined(separator: " ") + " / "
      + reading.family.joined(separator: " ")
  }

  @Test(
    "a comma, capitals and initials show the family name",
    arguments: [
      ("Quill, Ada B.", "ada b / quill"), ("QUILL Ada", "ada / quill"),
      ("Siu Ming CHEUNG", "siu ming / cheung"), ("Quill AB", "a b / quill"),
      ("Ouyang S Q", "s q / ouyang"), ("Márquez Tarn, J.-P.", "j p / marquez tarn"),
      ("Berg, J. van der", "j / berg"), ("LI Wei", "wei / li"),
    ])
  func certain(printed: String, expected: String) {
    #expect(parts(printed) == expected)
    #expect(PersonName(printed).readings.map(\.order) == [.certain])
  }

  @Test(
    "otherwise it is the last word, with its particles, or perhaps the last two or the first",
    arguments: [
      ("Ada Quill", "ada / quill", 2), ("J. van der Berg", "j / berg", 1),
      ("Lucía Márquez Tarn", "lucia marquez / tarn", 3), ("Jean-Luc Foe", "jean luc / foe", 2),
      ("A.B. Quill", "a b / quill", 1), ("AB Quill", "a b / quill", 1),
    ])
  func byPosition(printed: String, expected: String, readings: Int) {
    #expect(parts(printed) == expected)
    #expect(PersonName(printed).readings.count == readings)
  }

  @Test(
    "the name in a second script stands before, after or in brackets",
    arguments: [
      "CHEUNG Siu Ming 張小明", "張小明 (CHEUNG Siu Ming)", "张小明 CHEUNG Siu Ming",
      "CHEUNG Siu Ming（張 小明）",
      "(CHEUNG Siu Ming) 張小明",
    ])
  func native(printed: String) {
    #expect(PersonName(printed).native == "张小明")
    #expect(parts(printed) == "siu ming / cheung")
  }

  @Test("suffixes, numbers of dblp and nicknames are no names")
  func additions() {
    #expect(PersonName("K. T. Foe Jr.").suffix == "jr")
    #expect(parts("Foe, Jr., K. T.") == "k t / foe")
    #expect(parts("Nils Foe III") == "nils / foe")
    #expect(PersonName("Lei Tarn 0007").homonymNumber == "0007")
    #expect(parts("Lei Tarn 0007") == "lei / tarn")
    #expect(PersonName("Robert (Bob) Quill").nicknames == ["Bob"])
    #expect(parts("Robert \"Bob\" Quill") == "robert / quill")
    #expect(parts("Ada (Quill") == "ada / quill")
  }

  @Test("a text without letters has no parts", arguments: ["", " ", "42", "---", ",", "()"])
  func nothing(printed: String) {
    let name = PersonName(printed)
    #expect(name.readings.isEmpty && name.native == nil)
  }

  @Test("a family name alone has no given name")
  func alone() { #expect(parts("Quill") == " / quill") }
}
