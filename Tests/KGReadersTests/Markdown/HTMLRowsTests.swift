import KGText
import Testing

@testable import KGReaders

@Suite("Rows of HTML with blank lines")
struct HTMLRowsTests {
  private func blocks(_ text: String) -> [String] {
    MarkdownReader.read(Array(text.utf8)).blocks.map(\.span.string)
  }

  @Test("Cells with blank lines are the cells of one row, and their Markdown is read")
  func row() throws {
    let text = """
      # Experience

      <table>
      <tr>
      <td>

      **Brackwater Labs**

      Engineer

      </td>
      <td>2019</td>
      </tr>
      <tr><td>Orrin &amp; Falk</td><td>

      2018

      </td></tr>
      </table>

      After
      """
    #expect(
      blocks(text) == [
        "Experience", "Brackwater Labs\nEngineer\t2019", "Orrin & Falk\t2018", "After",
      ])
    let row = try #require(MarkdownReader.read(Array(text.utf8)).blocks.dropFirst().first)
    #expect(row.kind == .tableRow)
    #expect(row.span.strongRuns.map(\.string) == ["Brackwater Labs"])
    #expect(
      String(decoding: Array(text.utf8)[row.span.byteRange].prefix(15), as: UTF8.self)
        == "Brackwater Labs")
  }

  @Test(
    "Rows without blank lines, of one cell, or with lists and headings stay as they are",
    arguments: [
      "<tr><td>a</td>\n<td>b</td></tr>", "<tr><td>\n\na\n\n</td></tr>",
      "<tr><td>\n\n- a\n\n</td><td>b</td></tr>", "<tr><td>\n\n# a\n\n</td><td>b</td></tr>",
      "<tr><td>\n\n<ul><li>a</ul>\n\n</td><td>b</td></tr>", "<tr><td>\n\na\n\n</td><td>b</td>",
    ])
  func notARow(row: String) {
    let bytes = Array("<table>\n\(row)\n</table>\n".utf8)
    let rows = HTMLRows(bytes, from: 0)
    #expect(rows.events.isEmpty)
    #expect(rows.bytes == bytes)
  }
}
