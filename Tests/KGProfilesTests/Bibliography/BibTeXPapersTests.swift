import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Papers of BibTeX files")
struct BibTeXPapersTests {
  private func papers(_ text: String) -> [PaperRecord] {
    Array(BibTeXPapers.record(of: Array(text.utf8)).papers)
  }

  @Test("Fields in braces and quotes are read, with strings expanded and accents decoded")
  func fields() throws {
    let paper = try #require(
      papers(
        #"""
        @string{iccv = "International Conference on Computer Vision (ICCV)"}
        @comment{ @article{no, title={No}} }
        @InProceedings{quill2021, title = {{DETR} for K\"uhe}, author = "Quill, Ada and Qi{\'a}n Bo and others",
          booktitle = iccv, year = 2021,
        }
        """#
      ).first)
    #expect(paper.title.value == "DETR for Kühe")
    #expect(paper.authors.map(\.value) == ["Ada Quill", "Qián Bo"])
    #expect(!paper.isAuthorListComplete)
    #expect(paper.venue?.value == "International Conference on Computer Vision (ICCV)")
    #expect(paper.year?.value == 2021)
  }

  @Test("Patents are patents, and an unclosed entry ends at the next one")
  func kinds() {
    let record = BibTeXPapers.record(
      of: Array(
        #"""
        @patent{p, title={A Device for Reading}, number={US 10,733,431 B2}, year={2020}}
        @phdthesis{t, title={A Thesis of Some Length}, year={2019}}
        @article{a, title={An Article without End}, journal={Nature}, year={2018
        @article{b, title={The Next Article}, journal={Science}, year={2017}}
        """#.utf8))
    #expect(record.patents.map(\.title.value) == ["A Device for Reading"])
    #expect(record.papers.contains { $0.title.value == "An Article without End" })
    #expect(record.papers.contains { $0.title.value == "The Next Article" })
  }

  @Test(
    "An entry of any type that has a title is a paper",
    arguments: [
      "phdthesis", "manual", "dataset", "software", "online", "inreference", "talk", "proceedings",
    ])
  func anyType(type: String) {
    let papers = papers(
      "@\(type){a, title = {Engines of the Mill}, author = {Quill, Ada}, year = 1843}")
    #expect(papers.map(\.title.value) == ["Engines of the Mill"])
    #expect(papers.first?.authors.map(\.value) == ["Ada Quill"])
  }

  @Test("A volume that entries are part of is their venue and not a paper; editors are not authors")
  func volumes() {
    let papers = papers(
      """
      @inproceedings{a, title = {Engines}, author = {Quill, Ada}, crossref = {v}}
      @proceedings{v, title = {Proceedings of the 2nd Conference on Mills}, year = 1943, editor = {Foe, Bo}}
      @book{w, title = {Wheels}, editor = {Foe, Bo}}
      """)
    #expect(papers.map(\.title.value) == ["Engines", "Wheels"])
    #expect(papers.first?.venue?.value == "2nd Conference on Mills")
    #expect(papers.first?.year?.value == 1943)
    #expect(papers.map(\.hasOnlyEditors) == [false, true])
  }

  @Test("Fields of biblatex: date, journaltitle, subtitle, pubstate")
  func biblatex() {
    let paper = papers(
      """
      @article{a, title = {Engines}, subtitle = {A Survey}, journaltitle = {Journal of Mills},
        date = {1943-05/1943-07}, author = {Quill, Ada and others}}
      """
    ).first
    #expect(paper?.title.value == "Engines: A Survey")
    #expect(paper?.venue?.value == "Journal of Mills")
    #expect(paper?.year?.value == 1943)
    #expect(paper?.isAuthorListComplete == false)
  }

  @Test("What is not read is named with its place")
  func unread() {
    let text = """
      @article{a, author = {Quill, Ada}}
      @article{b, title = {Engines}, author = {Quill, Ada, Bo}}
      @article{c, title = {Mills
      @xdata{d, publisher = {Quill}}
      """
    let lines = BibTeXPapers.record(of: Array(text.utf8)).unparsedLines
    #expect(
      lines.map { "\($0.span.string): \($0.reason)" } == [
        "@article{a: no title found",
        "Quill, Ada, Bo: not understood, in a list of authors",
        "title = {: a value is not closed",
      ])
  }

  @Test("A work that is listed twice is one paper; an unclosed entry ends at the next one")
  func twiceAndUnfinished() {
    let text = """
      @article{a, title = {Engines that think}, year = {2020}}
      @article{b, title = {Engines that never end
      @article{c, title = {Engines That Think}, author = {Lovelace, Ada}}
      """
    let papers = BibTeXPapers.record(of: Array(text.utf8)).papers
    #expect(papers.map(\.title.value) == ["Engines that think", "Engines that never end"])
    #expect(papers.first?.authors.map(\.value) == ["Ada Lovelace"])
    #expect(papers.first?.year?.value == 2020)
  }
}
