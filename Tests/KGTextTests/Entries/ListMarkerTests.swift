import KGModel
import Testing

@testable import KGText

@Suite("List markers")
struct ListMarkerTests {
  @Test(
    "Bullets, numbers and codes, with the spaces behind them",
    arguments: [
      ("- item", 2), ("•item", 1), ("3. text", 3), ("[12] text", 5), ("(3)text", 3), ("2、基于", 2),
      ("1.基于引擎", 2), ("1.2023年 奖", 2), ("J12. A. Quill", 5), ("[C3] A. Quill", 5),
    ])
  func markers(line: String, length: Int) {
    #expect(ListMarker.length(in: line.unicodeScalars) == length)
  }

  @Test(
    "Numbers and words are none",
    arguments: ["3.75/4", "2023.1 – 2024", "-5", "GPT4. A study", "H2O2 is", "word", "", "1.2023"])
  func none(line: String) {
    #expect(ListMarker.length(in: line.unicodeScalars) == nil)
  }
}
