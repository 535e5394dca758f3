import KGText
import Testing

@testable import KGReaders

@Suite("Plain text")
struct PlainTextReaderTests {
  private func blocks(_ text: String) -> [String] {
    PlainTextReader.read(Array(text.utf8)).blocks.map(\.span.string)
  }

  @Test("A line below the last column of a full line continues that column")
  func hanging() {
    let blocks = blocks(
      """
      2018-2023             Assistant Professor, School of Computer Science, University
                            of Waterloo
                            Thesis: Engines
      2016-2018             Postdoctoral Fellow, Princeton University
      """)
    #expect(blocks.count == 1)
    #expect(blocks[0].contains("University of Waterloo\nThesis: Engines\n2016-2018"))
  }

  @Test(
    "A reference whose first line stands out is one text; a word divided at a line's end is joined")
  func hangingReference() {
    let blocks = blocks(
      """
      Ada Quill, Bo Foe, and Cy Doe. Towns by the sea and the engines in the harbour
          nearby: slow ma-
          chines explain fog. In Fog, pages 12-
          19, 2021.
      """)
    #expect(
      blocks == [
        "Ada Quill, Bo Foe, and Cy Doe. Towns by the sea and the engines in the harbour "
          + "nearby: slow machines explain fog. In Fog, pages 12- 19, 2021."
      ])
  }

  @Test("Authors below a full line of a title begin a line of their own")
  func authorsBelowTitle() {
    let blocks = blocks(
      """
        1. Why do looms answer late? Some notes on slow yarns
             Ada Quill, Bo R. Foe, Cy Doe,
             Dan Fell, and Runa Stahl
        2. Looms that weave backwards and forwards in rainy
             valleys of the north
             Ada Quill, Bo Foe
      """)
    #expect(
      blocks == [
        "Why do looms answer late? Some notes on slow yarns\nAda Quill, Bo R. Foe, Cy Doe, Dan Fell, and Runa Stahl",
        "Looms that weave backwards and forwards in rainy valleys of the north\nAda Quill, Bo Foe",
      ])
  }

  @Test("Lines of columns are rows")
  func rows() {
    let blocks = blocks("二、工作经历\n2020\t中南大学\t教授\n2010\t湖南大学\t讲师\n说明")
    #expect(blocks == ["二、工作经历", "2020\t中南大学\t教授", "2010\t湖南大学\t讲师", "说明"])
  }

  @Test("Running headers and page numbers are not text")
  func runningHeaders() {
    let blocks = blocks(
      """
      Ada Quill

      First
                                  1
      \u{0C}A. Quill          CV, January 2025
      Second
                             Page 2 of 3
      \u{0C}A. Quill          CV, January 2025
      Third
      3
      """)
    #expect(blocks.joined(separator: "\n") == "Ada Quill\nFirst\nSecond\nThird")
  }

  @Test("Entries at the tops of pages that differ in a number within them are not running headers")
  func countedEntries() {
    let blocks = blocks("Start\n\u{0C}Engine 1 of sheet 5\n\nB\n\u{0C}Engine 2 of sheet 5\n\nD")
    #expect(blocks == ["Start\nEngine 1 of sheet 5", "B\nEngine 2 of sheet 5", "D"])
  }

  @Test("Dates at the ends of pages are not page numbers")
  func dates() {
    let blocks = blocks("2020\n\nEngines\n\n2021.09 - 2023.06\n\u{0C}2019\n\nEnd\n1999")
    #expect(
      blocks.flatMap { $0.split(separator: "\n") }
        == ["2020", "Engines", "2021.09 - 2023.06", "2019", "End", "1999"])
  }

  @Test("A tab after a bullet does not make a row")
  func bulletsWithTabs() {
    let text =
      "\t•\tA. Quill, B. Foe. Engines that think about many other long\n\t\tand wonderful things.\n"
    #expect(blocks(text).count == 1)
  }

  @Test("Without page breaks a number is a line")
  func numbers() {
    #expect(blocks("2019\n\n3") == ["2019", "3"])
  }

  @Test(
    "Wide gaps separate columns; gaps in a spaced-out word, a justified line and at the end of a line do not"
  )
  func gaps() {
    let text = """
      姓    名：李雷          性    别：女
      2020 - 2022    Acme University    Engineer\r
      Ada Quill   thinks   about   engines   that   think   for   herself.
      """
    #expect(
      blocks(text).joined(separator: "\n") == """
        姓    名：李雷\t性    别：女
        2020 - 2022\tAcme University\tEngineer
        Ada Quill   thinks   about   engines   that   think   for   herself.
        """)
  }

  @Test(
    "A line continues the one before when the sentence does, not when it begins with an address or a surname"
  )
  func sentences() {
    #expect(blocks("Ada Quill\nadaquill.org").joined() == "Ada Quill\nadaquill.org")
    let long = "A sentence about engines that is long enough to reach the right edge of its text"
    #expect(blocks("\(long)\nand goes on below.") == ["\(long) and goes on below."])
    #expect(blocks("\(long)\nde Souza, A. and others") == ["\(long)\nde Souza, A. and others"])
  }

  @Test("A numbered heading in Chinese ends the list above it")
  func headingsAfterItems() {
    let text = "六、专利\n  1. 一种引擎的控制方法及其装置，2018.11\n\u{0C}七、获奖及荣誉\n  2023 年    一等奖"
    #expect(blocks(text).contains { $0.hasPrefix("七、获奖及荣誉") })
  }

  @Test("A line that counts pages is left out without page breaks; one with other words stays")
  func pageCounts() {
    let text = "Acme\n\nPage 1 of 2\n\nLooms\n\nPage 3 of a book\n\n第 2 页 共 2 页\n"
    let blocks = PlainTextReader.read(Array(text.utf8)).blocks.map { $0.span.string }
    #expect(blocks == ["Acme", "Looms", "Page 3 of a book"])
  }

  @Test("Authors and a quotation go on in the next line of a paragraph")
  func reference() {
    let blocks = blocks(
      """
         Bo Foe, Ada Quill, Cy Dee, Di Ems, Ed Fay, Flo Gim, Gus Hol, Ida Jon, Kit Lau, Max Nym,
         Ola Pry, Quin Roe. “LAKES: A collection of slow boats and of the lanterns that they carry
         at night." PETRA 2023.

         Ada Quill, Bo Foe. “Lighthouses." PETRA 2022.
      """)
    #expect(
      blocks.first
        == "Bo Foe, Ada Quill, Cy Dee, Di Ems, Ed Fay, Flo Gim, Gus Hol, Ida Jon, Kit Lau, Max Nym, "
        + "Ola Pry, Quin Roe. “LAKES: A collection of slow boats and of the lanterns that they carry "
        + "at night.\" PETRA 2023.")
    #expect(blocks.count == 2)
  }
}
