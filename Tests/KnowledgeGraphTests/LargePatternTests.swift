import Foundation
import KGIngest
import KGModel
import KGQuery
import KnowledgeGraph
import TestSupport
import Testing

/// 150 works of 12 authors each, 60 people at 9 organizations: pairs of authors are 21,600 rows.
@Suite("Large patterns are joined from parts")
struct LargePatternTests {
  private static let works = (0..<150).map { work in
    Set((0..<12).map { (work * 7 + $0 * 5) % 60 })
  }
  private static func organization(_ person: Int) -> Int { person * person % 9 }

  private let graph: Graph

  init() throws {
    graph = try Graph(inMemory: ())
    var lines: [String] = []
    for (work, authors) in Self.works.enumerated() {
      lines += authors.map { "<http://e/w\(work)> <http://e/author> <http://e/p\($0)> ." }
      lines.append("<http://e/w\(work)> <http://e/year> \"\(2000 + work % 20)\" .")
    }
    for person in 0..<60 {
      lines.append("<http://e/m\(person)> <http://e/member> <http://e/p\(person)> .")
      lines.append(
        "<http://e/m\(person)> <http://e/at> <http://e/o\(Self.organization(person))> .")
    }
    let folder = try TemporaryFolder()
    let path = folder.file("data.nt")
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: false, encoding: .utf8)
    for file in try SourceFinder.files(at: path) { _ = try graph.ingest(file) }
  }

  private static let pattern = """
    ?w <http://e/author> ?a , ?b . ?m <http://e/member> ?a ; <http://e/at> ?o .
    ?n <http://e/member> ?b ; <http://e/at> ?q .
    """

  private struct Pair: Decodable, Hashable {
    let o: String
    let q: String
    let k: Int
  }

  @Test("Works of pairs of organizations are counted once, with a condition on both")
  func pairs() throws {
    let query = """
      SELECT ?o ?q (COUNT(DISTINCT ?w) AS ?k) { \(Self.pattern) FILTER(STR(?o) < STR(?q)) }
      GROUP BY ?o ?q
      """
    #expect(try graph.explain(query).contains("the materialized rows with ?w = ?w, ?q = ?o"))
    var expected: [[Int]: Int] = [:]
    for authors in Self.works {
      let organizations = Set(authors.map(Self.organization))
      for first in organizations {
        for second in organizations where first < second {
          expected[[first, second], default: 0] += 1
        }
      }
    }
    let pairs = try graph.rows(query, as: Pair.self)
    #expect(
      Set(pairs)
        == Set(
          expected.map { Pair(o: "http://e/o\($0[0])", q: "http://e/o\($0[1])", k: $1) }))
    #expect(pairs.count == expected.count)
  }

  @Test("A condition on one part is a condition of that part alone")
  func conditionOfAPart() throws {
    let query = """
      SELECT DISTINCT ?o ?q { \(Self.pattern) FILTER(?o = <http://e/o1> || ?o = <http://e/o4>) }
      """
    #expect(try !graph.explain(query).contains("the materialized rows"))
    var expected: Set<[String]> = []
    for authors in Self.works {
      let organizations = Set(authors.map(Self.organization))
      for first in organizations.intersection([1, 4]) {
        for second in organizations {
          expected.insert(["http://e/o\(first)", "http://e/o\(second)"])
        }
      }
    }
    let rows = try graph.rows(query)
    #expect(try Set(rows.map { [try $0.value("o"), try $0.value("q")] }) == expected)
    #expect(rows.count == expected.count)
  }

  @Test("Rows that are counted as they are stay as they are")
  func duplicatesCount() throws {
    let rows = try graph.rows("SELECT (COUNT(*) AS ?k) { \(Self.pattern) }")
    let expected = Self.works.map { $0.count * $0.count }.reduce(0, +)
    #expect(try rows[0].value("k", as: Int.self) == expected)
  }

  @Test("The same plan gives the same rows when it runs again, and others when the data changed")
  func again() throws {
    let query = "SELECT DISTINCT ?o ?q { \(Self.pattern) }"
    let first = try graph.rows(query).count
    #expect(try graph.rows(query).count == first)
    let folder = try TemporaryFolder()
    let path = folder.file("more.nt")
    try """
    <http://e/m99> <http://e/member> <http://e/p0> .
    <http://e/m99> <http://e/at> <http://e/o99> .

    """.write(toFile: path, atomically: false, encoding: .utf8)
    for file in try SourceFinder.files(at: path) { _ = try graph.ingest(file) }
    #expect(try graph.rows(query).count > first)
  }
}
