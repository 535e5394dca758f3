import Testing

@testable import KGModel

@Suite("Keys by which candidates are found") struct PersonNameBlockingTests {
  @Test(
    "names of one person have a key in common",
    arguments: [
      ("Ada Quill", "A. Quill"), ("Ada Quill", "QUILL Ada"), ("Ada Quill", "Ada Quill-Tarn"),
      ("Valentina Márquez Tarn", "V. Tarn"), ("J. Michael Foe", "Michael Foe"),
      ("Robert Foe", "Bob Foe"), ("Jörg Müller", "Joerg Mueller"), ("苏沐阳", "M. Su"),
      ("Ramesh Quillfeather", "Ramesh Quilfeather"),
    ])
  func common(one: String, other: String) {
    #expect(!PersonName(one).blockingKeys.isDisjoint(with: PersonName(other).blockingKeys))
  }

  @Test(
    "names of two people mostly have none",
    arguments: [("Ada Quill", "Beth Quill"), ("Ada Quill", "Ada Foe"), ("Wei Zhang", "Ming Zhang")])
  func none(one: String, other: String) {
    #expect(PersonName(one).blockingKeys.isDisjoint(with: PersonName(other).blockingKeys))
  }

  @Test("a text without letters has none")
  func empty() {
    #expect(PersonName("—").blockingKeys.isEmpty)
  }
}
