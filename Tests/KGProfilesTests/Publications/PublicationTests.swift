import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Publication entries")
struct PublicationTests {
  struct Expected: Sendable {
    let entry: String
    let title: String
    var authors: [String] = []
    var venue: String?
    var year: Int?
  }

  @Test(
    "Title first, authors first, quoted and in brackets",
    arguments: [
      Expected(
        entry: "Twins on the Moon: Revisiting spatial attention, NeurIPS21",
        title: "Twins on the Moon: Revisiting spatial attention", venue: "NeurIPS", year: 2021),
      Expected(
        entry:
          "Ada Lovelace, Alan M. Turing and Grace Hopper. Engines that think: a study. In Proceedings of "
          + "the International Conference on Machine Learning (ICML), Pages 621-629, 2013.",
        title: "Engines that think: a study",
        authors: ["Ada Lovelace", "Alan M. Turing", "Grace Hopper"],
        venue: "International Conference on Machine Learning (ICML)", year: 2013),
      Expected(
        entry:
          "Lovelace, A., Turing, A. M., & Hopper, G. (2020). Engines that think. Journal of Engines, 4(2).",
        title: "Engines that think", authors: ["A. Lovelace", "A. M. Turing", "G. Hopper"],
        venue: "Journal of Engines", year: 2020),
      Expected(
        entry: "A. Lovelace, G. Hopper, \"Engines that think about engines,\" in ECCV, 2022.",
        title: "Engines that think about engines", authors: ["A. Lovelace", "G. Hopper"],
        venue: "ECCV",
        year: 2022),
      Expected(
        entry: "Engines that think about engines\nAda Lovelace*, Grace Hopper†\nCVPR 2021 (Oral)",
        title: "Engines that think about engines", authors: ["Ada Lovelace", "Grace Hopper"],
        venue: "CVPR", year: 2021),
      Expected(
        entry: "Ada Lovelace, Grace Hopper. Robots with ASP.Net at home. CVPR 2020. [PDF]",
        title: "Robots with ASP.Net at home", authors: ["Ada Lovelace", "Grace Hopper"],
        venue: "CVPR",
        year: 2020),
      Expected(
        entry: "韩梅梅,李雷.基于.NET平台的引擎研究[J].计算机工程,2008", title: "基于.NET平台的引擎研究",
        authors: ["韩梅梅", "李雷"], venue: "计算机工程", year: 2008),
      Expected(
        entry: "Leandro Loss, Ada Lovelace. Engines on page 5 and number 6 of them. ICML 2020.",
        title: "Engines on page 5 and number 6 of them",
        authors: ["Leandro Loss", "Ada Lovelace"], venue: "ICML", year: 2020),
      Expected(
        entry: "Dictionaries under deletions, with A. Lovelace, J. Algorithms 58 (2006), 101-120",
        title: "Dictionaries under deletions", authors: ["A. Lovelace"], venue: "J. Algorithms",
        year: 2006),
      // The reference format of ACM.
      Expected(
        entry:
          "Ada Lovelace and Grace Hopper. 2023. Watching engines think. In Proceedings of KDD '23.",
        title: "Watching engines think", authors: ["Ada Lovelace", "Grace Hopper"], venue: "KDD",
        year: 2023),
      // An initial within the last name is no end of the list; one behind a surname is.
      Expected(
        entry:
          "Ada Q. Lovelace, Grace B. Hopper. Latent engines for the retrieval of looms. ICML, 2019.",
        title: "Latent engines for the retrieval of looms",
        authors: ["Ada Q. Lovelace", "Grace B. Hopper"], venue: "ICML", year: 2019),
      Expected(
        entry:
          "Han M M, Ouyang S Q. Low-light engines with a mirror. Journal of Optics, 2014, 3(2): 2011-2024.",
        title: "Low-light engines with a mirror", authors: ["Han M M", "Ouyang S Q"],
        venue: "Journal of Optics", year: 2014),
      Expected(
        entry:
          "Lovelace AB, Hopper C. (2009). Recurrent engines with a terminal event. Biometrics, 65(4), 1102-1110.",
        title: "Recurrent engines with a terminal event", authors: ["Lovelace AB", "Hopper C."],
        venue: "Biometrics", year: 2009),
      Expected(
        entry:
          "Engines: Tiered Looms for Mills\nAda Lovelace, Grace Hopper, Alan Turing, Mary Shelley\nOSDI ’25",
        title: "Engines: Tiered Looms for Mills",
        authors: ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Mary Shelley"], venue: "OSDI",
        year: 2025),
      Expected(
        entry:
          "A. Lovelace, G. Hopper. Comment on \"Thinking engines\". Journal of Engines, 84(3), 2022.",
        title: "Comment on \"Thinking engines\"", authors: ["A. Lovelace", "G. Hopper"],
        venue: "Journal of Engines", year: 2022),
      // GB/T 7714 without spaces.
      Expected(
        entry: "韩梅梅,李雷.一种轻量的引擎测试技术[J].软件学报,2021,33(2):88-95",
        title: "一种轻量的引擎测试技术", authors: ["韩梅梅", "李雷"], venue: "软件学报", year: 2021),
      Expected(
        entry:
          "HAN Meimei,LI Lei.Robust tracking of engines[C]//Proceedings of IROS.Lyon:IEEE,2022:8-15.",
        title: "Robust tracking of engines", authors: ["HAN Meimei", "LI Lei"], venue: "IROS",
        year: 2022),
      Expected(
        entry:
          "SIGGRAPH Asia 2024 (TOG) Relightable engines in a mirror, Ada Lovelace, Grace Hopper",
        title: "Relightable engines in a mirror", authors: ["Ada Lovelace", "Grace Hopper"],
        venue: "SIGGRAPH Asia", year: 2024),
      Expected(
        entry: "A. Lovelace: Chaining engines with transitivity. LPAR 2001, Havana",
        title: "Chaining engines with transitivity", authors: ["A. Lovelace"],
        venue: "LPAR 2001, Havana",
        year: 2001),
    ])
  func entry(expected: Expected) throws {
    let span = SourceText(plain: expected.entry).whole
    let paper = try #require(PublicationEntry(span).paper)
    #expect(paper.title.value == expected.title)
    #expect(paper.authors.map(\.value) == expected.authors)
    #expect(paper.venue?.value == expected.venue)
    #expect(paper.year?.value == expected.year)
  }

  private func papers(_ text: String) throws -> ChunkedArray<PaperRecord> {
    try ProfileExtractor.extract(Array(text.utf8)).record.papers
  }

  @Test("Code in front of a title tells where it stands; a term set as code is of the title")
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

  @Test("What is said of a list is no paper; a paper that says so is one")
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

  @Test("What kind of paper it is, and what it won, is no title")
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

  @Test("Items below an entry in boxes describe it")
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

  @Test("Titles in capitals are no names")
  func titlesAsNames() {
    for title in ["Slip Onset Without Slip Sensors", "Seven Great Ways Of Thinking Twice"] {
      #expect(!PersonNameText.isName(SourceText(plain: title).whole))
    }
    for name in [
      "Ana Carolina Souza Ferreira Lima", "Juan Carlos García López",
      "María de los Ángeles Ruiz Soto", "Ana M. B. Lima Reis",
    ] {
      #expect(PersonNameText.isName(SourceText(plain: name).whole))
    }
  }

  @Test("References quoted in BibTeX are read, and told once")
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

  @Test("A reference that is quoted is the owner's where the owner wrote it; code is no reference")
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

  @Test("A list that ends in et al. is not whole")
  func etAl() throws {
    let list = try #require(
      AuthorList(SourceText(plain: "Ada Lovelace, Grace Hopper, et al.").whole, rule: "test"))
    #expect(list.names.map(\.value) == ["Ada Lovelace", "Grace Hopper"])
    #expect(!list.isComplete)
  }

  @Test(
    "A title is no list of names",
    arguments: [
      "Deep Learning, Neural Networks", "Pruning, Quantization, and Distillation", "BERT",
    ])
  func noNames(text: String) {
    #expect(AuthorList(SourceText(plain: text).whole, rule: "test") == nil)
  }
}
