import KGText
import Testing

@testable import KGReaders

@Suite("Cells that span rows")
struct SpanningCellsTests {
  private func rows(_ html: String) -> [String] {
    HTMLReader.read(Array(html.utf8)).blocks.map(\.span.string)
  }

  @Test("Are repeated in each of their rows")
  func repeated() {
    let rows = rows(
      """
      <table>
      <tr><td rowspan=2>TU Wien</td><td>PhD</td><td>2010</td></tr>
      <tr><td>MSc</td><td>2006</td></tr>
      <tr><td>ETH</td><td>BSc</td><td rowspan="2">2004</td></tr>
      <tr><td>ETH</td><td>Diploma</td></tr>
      </table>
      """)
    #expect(
      rows == [
        "TU Wien\tPhD\t2010", "TU Wien\tMSc\t2006", "ETH\tBSc\t2004", "ETH\tDiploma\t2004",
      ])
  }

  @Test("Keep their place in the source")
  func places() throws {
    let html = "<table><tr><td rowspan=2>TU Wien</td><td>PhD</td></tr><tr><td>MSc</td></tr></table>"
    let row = try #require(HTMLReader.read(Array(html.utf8)).blocks.last?.span)
    let name = try #require(row.first(of: "tu wien"))
    let bytes = row.slice(name).byteRange
    #expect(String(decoding: Array(html.utf8)[bytes], as: UTF8.self) == "TU Wien")
  }

  @Test(
    "An attribute that is not a number is ignored",
    arguments: ["0", "-3", "x", "99999999999999999999", ""])
  func nonsense(value: String) {
    let html = "<table><tr><td rowspan='\(value)'>A</td><td>B</td></tr><tr><td>C</td></tr></table>"
    #expect(rows(html) == ["A\tB", "C"])
  }

  @Test("Repeat no more text than a document is long")
  func bounded() {
    let wide = String(
      repeating: "<td rowspan=200>\(String(repeating: "a", count: 100))</td>", count: 64)
    let row = "<tr>\(wide)</tr>" + String(repeating: "<tr><td>x</td></tr>", count: 199)
    let rows = rows(String(repeating: "<table>\(row)</table>", count: 40))
    #expect(rows.reduce(0) { $0 + $1.count } < 3 << 20)
  }

  @Test("Empty rows are not filled")
  func emptyRows() {
    #expect(rows("<table><tr><td rowspan=3>A</td><td>B</td></tr><tr></tr></table>") == ["A\tB"])
  }

  @Test("End with their table")
  func ends() {
    let html =
      "<table><tr><td rowspan=9>A</td><td>B</td></tr></table><table><tr><td>C</td><td>D</td></tr></table>"
    #expect(rows(html) == ["A\tB", "C\tD"])
  }
}
