import KGLexicon
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Pages with front matter and references")
struct PageProfileTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  private func papers(_ text: String) throws -> ChunkedArray<PaperRecord> {
    try ProfileExtractor.extract(Array(text.utf8)).record.papers
  }

  @Test("References quoted in BibTeX are read, each paper once")
  func quotedReferences() throws {
    let papers = try papers(
      """
      # Ada Quill

      ## Publications

      1. Ada Quill, Bo Foe. Engines that Think. ICML 2020.

      ```bibtex
      @inproceedings{quill2020,
        title = {{Engines} that Think}, author = {Quill, Ada and Foe, Bo}, booktitle = {ICML}, year = 2020
      }
      @article{foe2021, title = {Engines at Rest}, author = {Foe, Bo and Quill, Ada}, year = {2021}}
      ```
      """)
    #expect(papers.map(\.title.value) == ["Engines that Think", "Engines at Rest"])
    #expect(papers.last?.authors.map(\.value) == ["Bo Foe", "Ada Quill"])
  }

  @Test("A quoted reference counts only where the owner is an author; code is not a reference")
  func othersReferences() throws {
    let text = """
      # Ada Quill

      ## Publications

      1. Ada Quill, Bo Foe. Engines that Think. ICML 2020.

      ## Datasets we use

      ```bibtex
      @article{body2001, title = {A Dataset of Things}, author = {Body, Some and Body, Any}, year = {2001}}
      ```

      ```
      @ Meta, Research Scientist, 2019
      ```
      """
    #expect(try papers(text).map(\.title.value) == ["Engines that Think"])
    let blocks = MarkdownReader.read(Array(text.utf8)).blocks.map(\.span.string)
    #expect(blocks.contains("@ Meta, Research Scientist, 2019"))
  }

  @Test("The front matter of an author page is read")
  func frontMatter() throws {
    let record = try record(
      """
      ---
      title: Ada Quill
      role: Assistant Professor
      organizations:
      - name: Delft University of Technology
      education:
        courses:
        - course: PhD in Computer Science
          institution: KU Leuven
          year: 2018
      ---
      Ada studies engines.
      """)
    #expect(record.affiliations.map(\.organization.value) == ["Delft University of Technology"])
    #expect(record.education.map(\.organization.value) == ["KU Leuven"])
  }
}
