import KGText
import Testing

@testable import KGReaders

@Suite("LaTeX: accents")
struct LaTeXAccentsTests {
  private func text(_ source: String) -> String {
    LaTeXReader.text(Array(source.utf8), in: 0..<source.utf8.count).whole.collapsed
  }

  @Test(
    "An accent before a letter, a group or a symbol",
    arguments: [
      ("\\\"o", "ö"), ("\\\"{o}", "ö"), ("{\\\"o}", "ö"), ("{\\\"{o}}", "ö"), ("\\\" o", "ö"),
      ("\\H{o}", "ő"), ("\\H o", "ő"), ("\\c{c}", "ç"), ("\\c c", "ç"), ("\\v{s}", "š"),
      ("\\'{\\i}", "í"), ("\\'\\i", "í"), ("\\\"{\\i}", "ï"), ("\\u{\\i}", "ĭ"), ("\\.I", "İ"),
      ("\\v{\\j}", "ǰ"), ("\\k{a}", "ą"), ("\\r{a}", "å"), ("\\=a", "ā"), ("\\d{a}", "ạ"),
      ("\\h{a}", "ả"), ("\\~n", "ñ"), ("\\b{d}", "ḏ"), ("\\textcommabelow{s}", "ș"),
    ])
  func single(source: String, expected: String) {
    #expect(text("M{" + source + "}ll") == "M" + expected + "ll")
  }

  @Test(
    "Accents on a letter that has one",
    arguments: [
      ("\\~{\\^e}", "ễ"), ("{\\~{\\^e}}", "ễ"), ("\\'\\u a", "ắ"), ("\\'{\\u{a}}", "ắ"),
      ("\\^{\\d{o}}", "ộ"), ("\\'{\\\"{\\i}}", "ḯ"), ("\\`{\\ohorn}", "ờ"),
    ])
  func stacked(source: String, expected: String) {
    #expect(text("M{" + source + "}ll") == "M" + expected + "ll")
  }

  @Test(
    "Symbols and commands without effect",
    arguments: [
      ("{\\ss}", "ß"), ("\\ss{}", "ß"), ("\\AA ngstr", "Ångstr"), ("{\\o}", "ø"), ("\\L{}", "Ł"),
      ("{\\relax Ch}", "Ch"), ("\\i{}", "ı"), ("{\\DJ}", "Đ"),
    ])
  func symbols(source: String, expected: String) {
    #expect(text(source + "ms") == expected + "ms")
  }

  @Test("A long chain of accents ends")
  func chain() {
    #expect(text(String(repeating: "\\'", count: 10_000) + "e").unicodeScalars.count > 0)
  }
}
