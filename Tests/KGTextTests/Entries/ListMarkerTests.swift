import KGModel
import Testing

@testable import KGText

@Suite("List markers")
struct ListMarkerTests {
  @Test(
    "Bullets, numbers and codes are measured with the spaces after them",
    arguments: [
      ("- item", 2), ("•item", 1), ("3. text", 3), ("[12] text", 5), ("(3)text", 3), ("2、基于", 2),
      ("1.基于引擎", 2), ("1.2023年 奖", 2), ("J12. A. Quill", 5), ("[C3] A. Quill", 5),
      // A variation selector after a bullet is part of it.
      // Of fonts of symbols, as PDFs have them.
      (">> item", 3), ("\u{F09F} item", 2), ("\u{F06E}\titem", 2),
      ("▶\u{FE0F} item", 3), ("•\u{FE0E}item", 2), ("•\u{FE0F} 3. item", 6), ("•\u{301} item", 1),
    ])
  func markers(line: String, length: Int) {
    #expect(ListMarker.length(in: line[...].unicodeScalars) == length)
  }

  @Test(
    "Numbers and words are not markers",
    arguments: ["3.75/4", "2023.1 – 2024", "-5", "GPT4. A study", "H2O2 is", "word", "", "1.2023"])
  func none(line: String) {
    #expect(ListMarker.length(in: line[...].unicodeScalars) == nil)
  }
}
