import Testing

@testable import GoldScoring

@Suite("Titles")
struct TitleFormsTests {
  @Test(
    "Titles match up to an edit distance of 4 % or one letter",
    arguments: [
      ("Attention for Everything", "attention: for everything."), ("Deep Nets", "Deep Net"),
      ("A survey (in Chinese)", "A survey"), ("A survey", "A survey [code]"),
      ("A survey【综述】", "A survey"), ("Robust nets 2", "Robust nets"),
      (
        "Revisiting the Design of Spatial Attention for Vision Transformers",
        "Revisiting the Desing of Spatial Attention for Vision Transformers"
      ),
    ])
  func same(gold: String, predicted: String) {
    #expect(matches(gold, predicted))
  }

  @Test(
    "Other words and other numbers are other titles",
    arguments: [
      ("Deep Nets", "Deep"), ("Robust nets 2", "Robust nets 3"), ("A survey", ""), ("", ""),
      ("A survey", "A survey【综述】"),
    ])
  func other(gold: String, predicted: String) {
    #expect(!matches(gold, predicted))
  }

  private func matches(_ gold: String, _ predicted: String) -> Bool {
    TitleForms(gold: [gold]).matches(TitleForms(predicted: predicted))
  }
}
