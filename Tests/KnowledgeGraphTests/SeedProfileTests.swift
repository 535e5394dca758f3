import Foundation
import KnowledgeGraph
import TestSupport
import Testing

/// What five real profiles say, asked in plain words.
@Suite(
  "Real profiles",
  .enabled(if: TestData.seeds.isPresent, Comment(rawValue: TestData.seeds.absence() ?? "")))
struct SeedProfileTests {
  private static let graph = Result { try Profiles.graph(of: Profiles.seeds) }
  private let graph: Graph

  init() throws {
    graph = try Self.graph.get()
  }

  @Test("Coauthors are complete, counted and ordered, and the same in Chinese")
  func coauthors() throws {
    let rows = try graph.answerRows("coauthors of Fengwei Yu")
    #expect(rows.count == 59)
    #expect(
      rows.prefix(6) == [
        ["Ruihao Gong", "13"], ["Yuhang Li", "8"], ["Junjie Yan", "6"], ["Xianglong Liu", "6"],
        ["Mingzhu Shen", "5"], ["Peng Hu", "3"],
      ])
    #expect(try graph.answerRows("余锋伟的合作者") == rows)
    #expect(try graph.ask("coauthors of Fengwei Yu").completeness == .complete)
  }

  @Test("Papers are each there once")
  func papers() throws {
    let titles = try graph.answerRows("papers of Ming Lin").compactMap(\.first)
    #expect(titles.count == 32)
    #expect(Set(titles.map(foldedKey)).count == 32)
  }

  @Test("Advisers, with where and when")
  func advisers() throws {
    let rows = try graph.answerRows("who advised Ming Lin")
    #expect(
      Set(rows.compactMap(\.first)) == [
        "Changshui Zhang", "Rong Jin", "Alexander G. Hauptmann", "Jieping Ye",
      ])
    #expect(rows.contains { $0.contains("Tsinghua University") && $0.contains("Ph.D.") })
  }

  @Test("An organization has the people of its parts, unnamed owners by their document")
  func organization() throws {
    let rows = try graph.answerRows("who worked at Alibaba")
    #expect(rows.count == 3)
    #expect(rows.contains { $0.contains("AMAP") && $0.contains("000_8c179514a6417d9b.txt") })
    #expect(
      rows.contains { $0.contains("DAMO Academy") && $0.contains("001_b7954eadc0de4311.txt") })
    #expect(rows.contains { $0.contains("Ming Lin") })
  }

  @Test("A position is answered with its time; an end that is not stated is unknown, not now")
  func time() throws {
    let rows = try graph.answerRows("where did Fengwei Yu work in 2017")
    #expect(rows.count == 1)
    #expect(rows.first?.first == "SenseTime")
    #expect(rows.first?.suffix(3) == ["2016-12", "2018-04", "closed"])
    let people = try graph.answerRows("who worked at DAMO Academy")
    #expect(people.contains { $0.last == "unknown" })
    #expect(people.contains { $0.last == "open" })
  }

  @Test("Patents with their numbers")
  func patents() throws {
    #expect(try graph.answerRows("patents of 余锋伟").count == 3)
    #expect(try graph.answerRows("余锋伟有哪些专利").map { $0[1] }.contains("CN201710059806.1"))
  }

  @Test("An unknown name is answered with near ones; what is not said is not a no")
  func unknown() throws {
    #expect {
      try graph.ask("coauthors of Fengwei Yuu")
    } throws: { error in
      "\(error)" == "no person named 'Fengwei Yuu' in this graph\n  near names: Fengwei Yu"
    }
    let answer = try graph.ask("advisers of Fengwei Yu")
    #expect(answer.table.rows.isEmpty)
    #expect(answer.completeness == .unknown)
  }
}
