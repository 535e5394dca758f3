import Testing

@testable import KGText

@Suite("Signs of dates") struct DateSignsTests {
  private func end(of part: DateSigns.Part, _ text: String, at place: Int) -> Int? {
    DateSigns.end(of: part, in: SourceText(plain: text).whole, at: place)
  }

  @Test("a sign ends after its number, directly or after blanks, and is of its own part")
  func parts() {
    #expect(end(of: .year, "2017年3月9日", at: 4) == 5)
    #expect(end(of: .month, "2017年3月9日", at: 6) == 7)
    #expect(end(of: .day, "2017年3月9日", at: 8) == 9)
    #expect(end(of: .year, "2017　 年", at: 4) == 7)
    #expect(end(of: .month, "2017年3月", at: 4) == nil)
  }

  @Test("the longest sign counts: 年度 is one, 년도 too")
  func longest() {
    #expect(end(of: .year, "2017年度", at: 4) == 6)
    #expect(end(of: .year, "2017년도", at: 4) == 6)
    #expect(end(of: .day, "3月9号", at: 3) == 4)
  }

  @Test("letters of a word, a line end and the end of the text are no sign")
  func none() {
    #expect(end(of: .day, "9th", at: 1) == nil)
    #expect(end(of: .year, "2017\n年", at: 4) == nil)
    #expect(end(of: .year, "2017", at: 4) == nil)
    #expect(end(of: .year, "", at: 0) == nil)
    let span = SourceText(plain: "2017年").whole.to(4)
    #expect(DateSigns.end(of: .year, in: span, at: 4) == nil)
  }

  @Test("an ordinal stands directly after its day")
  func ordinals() {
    let end = { (text: String) in
      DateSigns.ordinalEnd(in: SourceText(plain: text).whole, at: 1)
    }
    #expect(end("9TH of May") == 3)
    #expect(end("1er mars") == 3)
    #expect(end("1º de mayo") == 2)
    #expect(end("9 th") == nil && end("9日") == nil && end("9") == nil)
  }
}
