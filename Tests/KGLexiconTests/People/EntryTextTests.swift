import KGText
import Testing

@testable import KGLexicon

@Suite("Segments of an entry") struct EntryTextTests {
  private func segments(_ text: String) -> [String] {
    EntryText.segments(of: SourceText(plain: text).whole).map(\.string)
  }

  @Test("badges after a paper are no segments, whatever separates them")
  func badges() {
    let paper = ["Slow looms", "ICML 2021"]
    for badges in [
      "[PDF]", "[Code] [Slides]", "(PDF) / (BibTeX)", "pdf | code | demo", "【PDF】（Code）", "DOI",
      "[论文] [代码]", "【项目主页】",
    ] {
      #expect(segments("Slow looms. ICML 2021. \(badges)") == paper, "\(badges)")
      #expect(segments("\(badges)\nSlow looms\nICML 2021") == paper, "\(badges)")
    }
  }

  @Test(
    "a segment with any other word or a number is kept",
    arguments: [
      "Code for slow looms", "Project Loom", "[PDF] 2021", "2021", "[12]", "[PDF, looms]", "织机论文",
      "Datasets",
    ])
  func kept(text: String) {
    #expect(segments(text) == [text])
  }

  @Test("signs alone are no segment, and the others keep their places")
  func places() {
    #expect(segments("| |\n[]\n/").isEmpty)
    #expect(segments("").isEmpty)
    let segments = EntryText.segments(of: SourceText(plain: "[PDF]\n织机").whole)
    #expect(segments.map(\.byteRange) == [6..<12])
  }
}
