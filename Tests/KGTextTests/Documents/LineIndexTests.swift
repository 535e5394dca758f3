import Testing

@testable import KGText

@Suite("Line numbers")
struct LineIndexTests {
  @Test(
    "LF, CRLF and a lone CR end a line",
    arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "a\r\nb\rc"])
  func ends(text: String) throws {
    let bytes = Array(text.utf8)
    let lines = LineIndex(bytes)
    #expect(lines.count == 3)
    for (line, letter) in [(1, "a"), (2, "b"), (3, "c")] {
      let place = try #require(bytes.firstIndex(of: Array(letter.utf8)[0]))
      #expect(lines.line(of: place) == line)
      #expect(lines.start(ofLine: line) == place)
    }
  }

  @Test("A line past the last one begins where the last one does")
  func beyond() {
    #expect(LineIndex(Array("a\nb".utf8)).start(ofLine: 9) == 2)
    #expect(LineIndex([]).count == 1)
  }
}
