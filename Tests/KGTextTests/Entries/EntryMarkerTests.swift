import Testing

@testable import KGText

@Suite("Markers of entries") struct EntryMarkerTests {
  private func removed(_ text: String) -> String {
    EntryMarker.removed(from: SourceText(plain: text).whole).string
  }

  @Test(
    "bullets, numbers and codes of papers are not part of the entry",
    arguments: [
      ("• Slow looms", "Slow looms"), ("12. Slow looms", "Slow looms"), ("（3）织机", "织机"),
      ("1、织机", "织机"), ("J8. Slow looms", "Slow looms"), ("[C12] Slow looms", "Slow looms"),
      ("(W3) Slow looms", "Slow looms"), ("[B3/4] Slow looms", "Slow looms"),
      ("[P] Slow looms", "Slow looms"), ("C4\tSlow looms", "Slow looms"),
      ("- J8: Slow looms", "Slow looms"),
    ])
  func removed(text: String, rest: String) {
    #expect(removed(text) == rest)
  }

  @Test(
    "other beginnings are kept: initials, words, years, dates of eras",
    arguments: [
      "A. Quill. Slow looms", "(P) Slow looms", "[PDF] Slow looms", "MILL8. Slow looms",
      "J8 Slow looms",
      "2019 Slow looms", "3.75/4", "H28.3 織機", "Slow looms", "J8", "",
    ])
  func kept(text: String) {
    #expect(removed(text) == text)
  }

  @Test("a marker alone leaves nothing, and places stay those of the source")
  func places() {
    #expect(removed("[P]").isEmpty)
    let entry = EntryMarker.removed(from: SourceText(plain: "• [J1] 织机").whole)
    #expect(entry.byteRange == 9..<15)
  }
}
