import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Signs after authors' names")
struct AuthorMarksTests {
  private func paper(_ list: String, legend: String) throws -> PaperRecord {
    let text =
      "# Ada Quill\n\n## Publications (\(legend))\n\n- \(list). *A study of things*. ICML 2020.\n"
    let record = try ProfileExtractor.extract(Array(text.utf8)).record
    return try #require(record.papers.first)
  }

  private func names(_ paper: PaperRecord, _ note: AuthorNote) -> [String] {
    paper.notes.filter { $0.note.value == note }.map { paper.authors[$0.author].value }
  }

  @Test("A legend gives the meaning of a sign")
  func legend() throws {
    let paper = try paper(
      "Ada Quill\\*, Bo Foe\\*, Cy Doe†", legend: "\\* equal contribution, † corresponding author")
    #expect(names(paper, .equalContribution) == ["Ada Quill", "Bo Foe"])
    #expect(names(paper, .correspondingAuthor) == ["Cy Doe"])
  }

  @Test("Legends in Chinese, and signs next to numbers of institutions, are read")
  func chinese() throws {
    let paper = try paper("Ada Quill1,#, Bo Foe2,#, Cy Doe1,\\*", legend: "#共同一作，\\*通讯作者")
    #expect(paper.authors.map(\.value) == ["Ada Quill", "Bo Foe", "Cy Doe"])
    #expect(names(paper, .equalContribution) == ["Ada Quill", "Bo Foe"])
    #expect(names(paper, .correspondingAuthor) == ["Cy Doe"])
  }

  @Test("A sign without a legend has no meaning")
  func noLegend() throws {
    #expect(try paper("Ada Quill\\*, Bo Foe", legend: "selected").notes.isEmpty)
  }
}
