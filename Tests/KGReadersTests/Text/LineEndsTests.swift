import KGText
import Testing

@testable import KGReaders

@Suite("Line ends")
struct LineEndsTests {
  @Test(
    "A lone carriage return becomes a line feed; the others stay, and so do all places",
    arguments: [
      ("a\nb", "a\nb"), ("a\r\nb", "a\r\nb"), ("a\rb", "a\nb"), ("a\r\r\nb", "a\n\r\nb"),
      ("a\r", "a\n"), ("\r\r", "\n\n"), ("", ""),
    ])
  func normalized(source: String, expected: String) {
    #expect(LineEnds.normalized(Array(source.utf8)) == Array(expected.utf8))
  }
}
