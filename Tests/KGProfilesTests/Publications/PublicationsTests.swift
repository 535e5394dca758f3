import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Publication lists")
struct PublicationsTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  private func papers(_ text: String) throws -> ChunkedArray<PaperRecord> {
    try ProfileExtractor.extract(Array(text.utf8)).record.papers
  }

  @Test("Code before a title names the venue; a term set as code belongs to the title")
  func code() throws {
    let papers = try papers(
      """
      # Ada Quill

      ## Publications

      - `EMNLP 2023 Findings` Tokens that sing in mills, Ada Quill, Bo Foe, Cy Doe
      - `Tech Report` Engines that think of looms, Ada Quill, Bo Foe, Cy Doe, 2022
      - `printf` considered harmful: a study of formats. Ada Quill, Bo Foe. ICSE 2020.
      """)
    #expect(
      papers.map(\.title.value) == [
        "Tokens that sing in mills", "Engines that think of looms",
        "printf considered harmful: a study of formats",
      ])
    #expect(papers.map { $0.year?.value } == [2023, 2022, 2020])
  }

  @Test("A remark on the list is not a paper; a paper with the same remark is")
  func remarksOfLists() throws {
    let papers = try papers(
      """
      # Ada Quill

      ## Publications

      - Students advised by me are underlined (as of 2024).
      - † = supervised student
      - 2019 and before
      - Engines that think. Ada Quill, Bo Foe. ICML 2020. (Authors are ordered alphabetically.)
      """)
    #expect(papers.map(\.title.value) == ["Engines that think"])
  }

  @Test("The kind of a paper and its prize are not its title")
  func kindsAndPraise() throws {
    let papers = try papers(
      """
      # Ada Quill

      ## Publications

      * `[P]` **Quill, A.**, Foe, B. (2025). Nowcasts of rare engines. *arXiv preprint arXiv:2501.00001*.
      * `[J]` **Quill, A.**, Ås, Å. (2024). Engines are no texture. *Journal of Engines*, 4(2).
      * **A. Quill**, B. Foe. *Quantiles under deletions.* PODS 2019. **Best paper runner-up**
      * B. Foe, **A. Quill**. Split, forget: engines unlearn. In *Advances in Neural Information Processing Systems*, 2024.
      """)
    #expect(
      papers.map(\.title.value) == [
        "Nowcasts of rare engines", "Engines are no texture", "Quantiles under deletions",
        "Split, forget: engines unlearn",
      ])
    #expect(papers.allSatisfy { $0.authors.count == 2 })
  }

  @Test("List items below an entry in separate blocks describe it")
  func descriptions() throws {
    let papers = try papers(
      """
      # Ada Quill

      ## Publications

      [Weaving Engines from Video](https://example.org/a)

      **Ada Quill**, Bo Foe, Cy Dee

      - Used as a baseline in a challenge of engines

      [Talking Engines in the Wild](https://example.org/b)

      Bo Foe, **Ada Quill**, Cy Dee

      - Done during an internship at a large company
      """)
    #expect(
      papers.map(\.title.value) == ["Weaving Engines from Video", "Talking Engines in the Wild"])
  }

  @Test("A venue above the first title means that each venue is above its title")
  func venuesAbove() throws {
    let record = try record(
      """
      # Ada Quill

      ## Publications

      CVPR 2024

      **Things That Think in Pictures** \\
      Ada Quill, Bo Foe

      ICML 2023

      **Things That Think in Words** \\
      Bo Foe, Ada Quill

      """)
    #expect(record.papers.map { $0.venue?.value } == ["CVPR", "ICML"])
    #expect(record.papers.map { $0.year?.value } == [2024, 2023])
  }

  @Test("A list that leaves out its owner gives the coauthors; a remark in brackets is not a paper")
  func others() throws {
    let record = try record(
      """
      # Ada Quill

      ## Publications

      (not complete before 1987)

      - Magic sets revisited (with B. Foe and C. Doe). PODS, Nashville, 1990.

      """)
    #expect(record.papers.map(\.title.value) == ["Magic sets revisited"])
    #expect(record.papers[0].authors.map(\.value) == ["B. Foe", "C. Doe"])
    #expect(record.papers[0].isAuthorListComplete == false)
  }

  @Test("A column of dates next to papers gives their years")
  func dateColumn() throws {
    let record = try record(
      """
      # Ada Lovelace

      ## Publications

      | | |
      |---|---|
      | 2024 | A. Lovelace, G. Hopper. “Engines That Think About Engines”. *International Conference on Machine Learning (ICML)*. |
      | Sept. 2021 | G. Hopper, A. Lovelace, **Compilers for Engines of Any Kind**, *IEEE International Conference on Cluster Computing* (CLUSTER 2021), short paper |
      | 2020 | A. Lovelace, A. Turing. “Machines at Rest and at Work”. ICML 2020 [arXiv] [code] |
      """)
    #expect(
      record.papers.map(\.title.value) == [
        "Engines That Think About Engines", "Compilers for Engines of Any Kind",
        "Machines at Rest and at Work",
      ])
    #expect(record.papers.map { $0.year?.value } == [2024, 2021, 2020])
    #expect(
      record.papers.map { $0.authors.map(\.value) } == [
        ["A. Lovelace", "G. Hopper"], ["G. Hopper", "A. Lovelace"], ["A. Lovelace", "A. Turing"],
      ])
    #expect(
      record.papers.map { $0.venue?.value } == [
        "International Conference on Machine Learning (ICML)",
        "IEEE International Conference on Cluster Computing", "ICML",
      ])
  }
}
