import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Entries of publication lists")
struct PublicationEntryTests {
  struct Expected: Sendable {
    let entry: String
    let title: String
    var authors: [String] = []
    var venue: String?
    var year: Int?
  }

  @Test(
    "Title, authors, venue and year are found in every layout",
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
          "Telares lentos con pocos hilos\nCon A. Lovelace y G. Hopper\nConference on Engines (CE), 2016",
        title: "Telares lentos con pocos hilos", authors: ["A. Lovelace", "G. Hopper"],
        venue: "Conference on Engines (CE)", year: 2016),
      Expected(
        entry: "A. Lovelace, G. Hopper, \"Engines that think about engines,\" in ECCV, 2022.",
        title: "Engines that think about engines", authors: ["A. Lovelace", "G. Hopper"],
        venue: "ECCV",
        year: 2022),
      Expected(
        entry:
          "Lovelace, A.; Turing, A.M.; Hopper, G. Engines in Small Towns. Sensors 2021, 21, 6865.",
        title: "Engines in Small Towns", authors: ["A. Lovelace", "A.M. Turing", "G. Hopper"],
        venue: "Sensors", year: 2021),
      Expected(
        entry:
          "A. Lovelace, G. Hopper, \"Tuning \"what-if\" engines by hand,\" ACM Computing Surveys, vol. 3, 2018.",
        title: "Tuning \"what-if\" engines by hand", authors: ["A. Lovelace", "G. Hopper"],
        venue: "ACM Computing Surveys", year: 2018),
      Expected(
        entry: "A. Lovelace, G. Hopper. Heating the engines. Nucl. Phys. A904-905 (2013) 270c.",
        title: "Heating the engines", authors: ["A. Lovelace", "G. Hopper"], venue: "Nucl. Phys. A",
        year: 2013),
      Expected(
        entry:
          "Ada Lovelace, Grace Hopper. Engines of the moon. arXiv:2101.00001, 2021. To appear in ICRA 2022.",
        title: "Engines of the moon", authors: ["Ada Lovelace", "Grace Hopper"], venue: "ICRA",
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
      // An initial within the last name does not end the list; one after a surname does.
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
        venue: "LPAR",
        year: 2001),
    ])
  func entry(expected: Expected) throws {
    let span = SourceText(plain: expected.entry).whole
    var agreement = ReadingAgreement()
    let paper = try #require(PublicationEntry(span, &agreement).paper)
    #expect(paper.title.value == expected.title)
    #expect(paper.authors.map(\.value) == expected.authors)
    #expect(paper.venue?.value == expected.venue)
    #expect(paper.year?.value == expected.year)
  }
}
