import Foundation
import KGModel
import KGQuery
import KGSPARQL
import Testing

@Suite("Plain questions")
struct QuestionTests {
  private let library: QuestionLibrary
  private let index = SmallNameIndex(
    people: ["Fengwei Yu", "余锋伟", "Junjie Yan", "Ming Lin"],
    organizations: ["SenseTime", "Institute of Examples"],
    papers: ["BRECQ: Pushing the Limit"])

  init() throws {
    library = try QuestionLibrary.builtIn()
  }

  /// The name of the question that a text is read as, with its parameters' values in order.
  private func phrasing(_ text: String) -> String {
    library.readings(of: text).first.map(describe) ?? "no phrasing"
  }

  /// The same without the phrasings.
  private func words(_ text: String) throws -> String {
    switch try WordReading(library: library, index: index).read(text) {
    case .reading(let reading): return describe(reading)
    case .unread(_, let words): return "unread: " + words.joined(separator: " ")
    }
  }

  private func describe(_ reading: QuestionLibrary.Reading) -> String {
    ([reading.question.name] + reading.question.parameters.compactMap { reading.values[$0] })
      .joined(separator: " | ")
  }

  @Test("Every file of queries/ is a built-in question")
  func allFiles() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("queries")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".rq") }
    #expect(library.questions.count == files.count)
    #expect(files.count >= 12)
    #expect(Set(library.questions.map(\.name)).count == files.count)
  }

  @Test("Every question has phrasings in both languages, and queries that parse")
  func everyQuestionParses() throws {
    for question in library.questions {
      #expect(question.phrasings.contains { $0.containsHan }, "\(question.name)")
      #expect(question.phrasings.contains { !$0.containsHan }, "\(question.name)")
      let values = Dictionary(
        uniqueKeysWithValues: question.parameters.map {
          ($0, $0 == "year" ? "\"2020\"" : "<http://e/x>")
        })
      let parser = SPARQLParser(prefixes: standardPrefixes)
      _ = try parser.parse(question.sparql(with: values))
      if let gap = question.gapQuery(with: values) { _ = try parser.parse(gap) }
    }
  }

  @Test(
    "A question is read in many phrasings",
    arguments: [
      ("coauthors of Fengwei Yu", "coauthors | Fengwei Yu"),
      ("Who are the co-authors of Fengwei Yu?", "coauthors | Fengwei Yu"),
      ("Fengwei Yu’s collaborators", "coauthors | Fengwei Yu"),
      ("余锋伟的合作者有哪些？", "coauthors | 余锋伟"), ("余锋伟 的 coauthors", "coauthors | 余锋伟"),
      ("请问谁和余锋伟合作过", "coauthors | 余锋伟"),
      ("coauthors of „Fengwei Yu“", "coauthors | Fengwei Yu"),
      ("『余锋伟』的合作者", "coauthors | 余锋伟"),
      ("Fengwei Yu´s collaborators", "coauthors | Fengwei Yu"),
      ("papers of Fengwei Yu and Junjie Yan together", "joint-papers | Fengwei Yu | Junjie Yan"),
      ("where did Fengwei Yu work in 2017", "worked-in-year | Fengwei Yu | 2017"),
      ("余锋伟2017年在哪工作", "worked-in-year | 余锋伟 | 2017"),
      ("where does Ming Lin work now", "works-now | Ming Lin"),
      ("who worked at SenseTime", "people-at-organization | SenseTime"),
      ("who worked at SenseTime in 2020", "people-at-organization-in-year | SenseTime | 2020"),
      ("is AMAP part of Alibaba", "part-of | AMAP | Alibaba"),
      ("papers of Fengwei Yu in ICCV 2021", "papers-in-venue-in-year | Fengwei Yu | ICCV | 2021"),
    ])
  func phrasings(text: String, reading: String) {
    #expect(phrasing(text) == reading)
  }

  @Test(
    "What no phrasing foresees is read by names and words",
    arguments: [
      ("list everyone who has published with Fengwei Yu", "coauthors | Fengwei Yu"),
      ("和余锋伟一起写论文的人有谁", "coauthors | 余锋伟"),
      ("any patents that Fengwei Yu has", "patents | Fengwei Yu"),
      ("at which university was Ming Lin educated", "unread: educated"),
      ("Ming Lin: degrees?", "education | Ming Lin"),
      ("Yu Fengwei, all awards", "awards | Yu Fengwei"),
      ("Fengwei Yu´s degrees, all", "education | Fengwei Yu"),
      ("coauthors, Fengwei Yu, Germany", "unread: germany"),
      ("what is the weather", "unread: weather"),
    ])
  func words(text: String, reading: String) throws {
    #expect(try words(text) == reading)
  }

  @Test("A file may have line ends of Windows")
  func windowsLineEnds() throws {
    let question = try Question(
      parsing: "# name: all\r\n# asks: All\r\n# en: all\r\nSELECT * {\r\n}", file: "all.rq")
    #expect(question.name == "all")
    #expect(question.sparql == "SELECT * {\n}")
  }

  @Test("A question that is not in its form names the file and what it lacks")
  func invalid() {
    #expect(throws: InvalidQuestion.self) {
      try Question(parsing: "# name: x\n# en: y\nSELECT * {}", file: "x.rq")
    }
    #expect(throws: InvalidQuestion.self) {
      try Question(
        parsing: "# name: x\n# asks: y\n# en: z\n# parameter: planet\nSELECT * {}", file: "x.rq")
    }
  }
}
