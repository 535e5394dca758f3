import Foundation
import TestSupport
import Testing

@testable import GoldScoring

@Suite("Reports")
struct ScoreReportTests {
  private func report() throws -> ScoreReport {
    let folder = try TemporaryFolder()
    try folder.write("I work on the nets of the future.", to: "a.md")
    try folder.write("我是研究生。", to: "b.md")
    let good = DocumentRecord(
      document: "a.md", person: PersonEntry(name: "A B", homepages: ["https://a.example.org/"]),
      papers: [PaperEntry(title: "First title", authors: ["A B"], year: 2020)])
    let weak = DocumentRecord(
      document: "b.md", person: PersonEntry(name: "C D"), awards: [AwardEntry(title: "Grant")])
    let gold = GoldSet(
      documents: [good, weak, DocumentRecord(document: "c.pdf")].map {
        let source = folder.url.appendingPathComponent($0.document)
        return GoldDocument(
          record: $0, recordFile: URL(fileURLWithPath: "/"),
          source: $0.document == "c.pdf" ? nil : source)
      })
    let predictions = [
      good, DocumentRecord(document: "b.md", awards: [AwardEntry(title: "Prize")]),
    ]
    return ScoreReport(Evaluation(of: predictions, against: gold.records), of: gold)
  }

  @Test("The table has the fields, the forms, the languages and the weak documents")
  func table() throws {
    #expect(
      try report().table == """
        3 documents
        field               P      R     F1     tp   pred   gold
        person_name     1.000  0.500  0.667      1      1      2
        papers          1.000  1.000  1.000      1      1      1
        paper_authors   1.000  1.000  1.000      1      1      1
        paper_year      1.000  1.000  1.000      1      1      1
        awards          0.000  0.000  0.000      0      1      1
        overall                       0.733
        -- not in the overall number
        author_names    1.000  1.000  1.000      1      1      1
        links           1.000  1.000  1.000      1      1      1

        form             docs     F1
        Markdown            2  0.733
        PDF                 1  0.000

        language         docs     F1
        Chinese             1  0.000
        English             1  1.000
        unknown             1  0.000

        below 0.5
        0.000  b.md

        """)
  }

  private struct OfFolder: Decodable, Equatable {
    let folder: String
    let report: ScoreReport
  }

  @Test(
    "The reports of several folders are one array in JSON, with the same figures and sorted keys")
  func json() throws {
    let report = try report()
    let data = try ScoreReport.json([("a", report), ("b", report)])
    #expect(
      try JSONDecoder().decode([OfFolder].self, from: data)
        == [OfFolder(folder: "a", report: report), OfFolder(folder: "b", report: report)])
    #expect(try data == ScoreReport.json([("a", self.report()), ("b", self.report())]))
    let text = String(decoding: data, as: UTF8.self)
    let keys = ["byForm", "byLanguage", "documents", "fields", "overall", "weakDocuments"]
    #expect(keys.compactMap { text.firstRange(of: "\"\($0)\"")?.lowerBound }.count == keys.count)
    #expect(text.contains(#""overall" : 0.7333"#))
  }
}
