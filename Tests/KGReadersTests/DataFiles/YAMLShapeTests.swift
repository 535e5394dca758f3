import KGText
import Testing

@testable import KGReaders

@Suite("Recognizing data files")
struct YAMLShapeTests {
  @Test(
    "Entries with several keys, in a list or under names of their own, are data",
    arguments: [
      "- role: Engineer\n  where: Orrery\n- role: Intern\n  where: Fennwick",
      "# jobs\n\norrery:\n  role: Engineer\n  period: 2020 - 2021\n",
      "career:\n  - date: 2020\n    position: Engineer\n",
      "[{\"title\": \"Moss\", \"year\": 2020}]",
    ])
  func data(text: String) {
    #expect(DocumentKind.detect(Array(text.utf8)) == .data)
  }

  @Test(
    "A text with labels is not data",
    arguments: [
      "Name: Ada Quill\nDegree: PhD\nEmployer: Orrery\n",
      "Education:\n- PhD, Quillon University, 2020\n- BSc, Marshland, 2016\n",
      "Education:\n  PhD in Physics, Quillon University\n  2016 - 2020\n\nWork: see below\n",
      "Note: this - is: not, yaml: [\n",
    ])
  func text(text: String) {
    #expect(DocumentKind.detect(Array(text.utf8)) == .plainText)
  }
}
