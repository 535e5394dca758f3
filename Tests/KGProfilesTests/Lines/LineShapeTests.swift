import KGText
import Testing

@testable import KGProfiles

@Suite("Shapes of lines")
struct LineShapeTests {
  private func shape(_ text: String) -> LineShape { LineShape(SourceText(plain: text).whole) }

  @Test("Words are runs of letters and digits, or single Han characters")
  func words() {
    #expect(shape("Vision-Language 2nd").wordCount == 3)
    #expect(shape("在Lab工作2年").wordCount == 6)
    #expect(shape("在Lab").hasHan)
    #expect(!shape("Lab").hasHan)
  }

  @Test("Capitals are counted among the words without Han characters")
  func capitals() {
    #expect(shape("A Study of Graphs").capitalShare == 75)
    #expect(shape("研究Graphs and").capitalShare == 50)
    #expect(shape("研究").capitalShare == 0)
  }

  @Test("Signs of either width are found")
  func signs() {
    let line = shape("项目：甲，乙；丙、丁（2021）\t“戊”")
    #expect(line.commaCount == 3)
    #expect(line.tabCount == 1)
    #expect(line.hasLabel)
    #expect(line.hasBracket)
    #expect(line.hasQuotation)
    #expect(line.hasDigit)
    #expect(!shape("A sentence that goes on for long: late").hasLabel)
  }
}
