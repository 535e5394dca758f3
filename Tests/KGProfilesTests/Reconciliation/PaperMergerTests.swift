import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("A paper that is listed more than once") struct PaperMergerTests {
  private static func merged(_ papers: PaperRecord...) -> [PaperRecord] {
    var merger = PaperMerger()
    papers.forEach { merger.add($0) }
    return Array(merger.papers)
  }

  @Test("entries with one title are one work, whatever its case and signs")
  func titles() {
    let papers = Self.merged(
      paper("Do Lighthouses Rhyme?", year: 2021), paper("Quiet Engines"),
      paper("Do lighthouses rhyme", venue: "EACL"))
    #expect(papers.map(\.title.value) == ["Do Lighthouses Rhyme?", "Quiet Engines"])
    #expect(papers[0].venue?.value == "EACL")
    #expect(papers[0].year?.value == 2021)
  }

  @Test("the longer list of authors is kept, the first one if they are equal")
  func authors() {
    let papers = Self.merged(
      paper("Quiet Engines", ["Ada Quill"]), paper("Quiet Engines", ["Ada Quill", "Bo Foe"]),
      paper("Quiet Engines", ["Cy Dee", "Di Eck"]))
    #expect(papers.map { $0.authors.map(\.value) } == [["Ada Quill", "Bo Foe"]])
  }

  @Test("what the first entry states is not replaced")
  func precedence() {
    let papers = Self.merged(
      paper("Quiet Engines", venue: "ICML", year: 2020),
      paper("Quiet Engines", venue: "arXiv", year: 2019))
    #expect(papers[0].venue?.value == "ICML")
    #expect(papers[0].year?.value == 2020)
  }

  @Test("each further place of a work is noted")
  func repeats() {
    let papers = Self.merged(
      paper("Quiet Engines"), paper("QUIET ENGINES"), paper("Quiet engines."))
    #expect(papers[0].repeats.map(\.string) == ["QUIET ENGINES", "Quiet engines."])
  }

  @Test("a work has only editors until an entry has authors")
  func editors() {
    var edited = paper("Quiet Engines")
    edited.hasOnlyEditors = true
    #expect(Self.merged(edited, edited)[0].hasOnlyEditors)
    #expect(!Self.merged(edited, paper("Quiet Engines", ["Ada Quill"]))[0].hasOnlyEditors)
  }
}
