import Testing

@testable import KGExport

@Suite struct LabelLinesTests {
  @Test(
    "Titles break between words or Han characters; names of people never do",
    arguments: [
      (
        "On the Electrodynamics of Moving Bodies", .paper,
        "On the Electrodynamics of Moving\nBodies"
      ),
      ("基于深度学习的中文文本查错与自动校对", .paper, "基于深度学习的中文文本查错与自动\n校对"),
      ("北京航空航天大学\nBeihang University", .organization, "北京航空航天大学\nBeihang University"),
      ("Maria de los Angeles Fernandez Garcia", .person, "Maria de los Angeles Fernandez Garcia"),
    ] as [(String, Drawing.Kind, String)])
  func breaks(label: String, kind: Drawing.Kind, lines: String) {
    #expect(LabelLines(label, kind: kind).text == lines)
  }

  @Test("What does not fit in four lines ends in an ellipsis")
  func tooLong() {
    let label = Array(repeating: "incomprehensibility", count: 9).joined(separator: " ")
    #expect(
      LabelLines(label, kind: .paper).text
        == Array(repeating: "incomprehensibility", count: 4).joined(separator: "\n") + "…")
  }
}
