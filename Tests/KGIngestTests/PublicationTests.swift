import Testing

@testable import KGIngest

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
    ])
  func entry(expected: Expected) throws {
    let span = SourceText(plain: expected.entry).whole
    let paper = try #require(PublicationEntry(span).paper)
    #expect(paper.title.value == expected.title)
    #expect(paper.authors.map(\.value) == expected.authors)
    #expect(paper.venue?.value == expected.venue)
    #expect(paper.year?.value == expected.year)
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
