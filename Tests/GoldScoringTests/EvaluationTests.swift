import Testing

@testable import GoldScoring

@Suite("Evaluation")
struct EvaluationTests {
  private let ada = DocumentRecord(document: "cv.md", person: PersonEntry(name: "Ada Quill"))
  private let bo = DocumentRecord(document: "cv.md", person: PersonEntry(name: "Bo Qian"))

  @Test(
    "Pairs are taken as they are, also where documents have one name and the first was not read")
  func pairs() {
    let evaluation = Evaluation(pairs: [(ada, nil), (bo, bo)])
    #expect(evaluation.documents.map(\.tally.overall) == [0, 1])
    #expect(evaluation.ambiguousNames == [])
  }

  @Test("Predictions without folders are paired in order, and their names are reported")
  func names() {
    let evaluation = Evaluation(of: [ada, bo], against: [ada, bo])
    #expect(evaluation.documents.map(\.tally.overall) == [1, 1])
    #expect(evaluation.ambiguousNames == ["cv.md"])
  }
}
