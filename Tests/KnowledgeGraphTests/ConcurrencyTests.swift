import Foundation
import KGIngest
import KGModel
import KGQuery
import KGSPARQL
import KGStore
import KnowledgeGraph
import TestSupport
import Testing

@Suite("A graph is used from several threads")
struct ConcurrencyTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func file(_ name: String, count: Int) throws -> URL {
    let path = folder.file(name)
    let lines = (1...count).map {
      "<http://e/\(name)/\($0)> <http://e/of> <http://e/\(name)> .\n"
    }
    try lines.joined().write(toFile: path, atomically: false, encoding: .utf8)
    return URL(fileURLWithPath: path)
  }

  private static func ingest(_ url: URL, into graph: Graph) throws {
    for file in try SourceFinder.files(at: url.path) { _ = try graph.ingest(file) }
  }

  private static func count(_ graph: Graph) throws -> Int {
    struct Count: Decodable { let n: Int }
    let counts = try graph.rows("SELECT (COUNT(*) AS ?n) { ?s <http://e/of> ?o }", as: Count.self)
    return counts[0].n
  }

  @Test("Readers see what has been committed, beside a writer and beside each other")
  func readersBesideAWriter() async throws {
    let graph = try Graph(path: folder.file("kg.sqlite"), access: .create)
    try Self.ingest(try file("first.nt", count: 10), into: graph)
    let more = try (1...6).map { try file("more\($0).nt", count: 500) }
    try await withThrowingTaskGroup(of: [Int].self) { group in
      group.addTask {
        for url in more { try Self.ingest(url, into: graph) }
        return []
      }
      for _ in 0..<3 {
        group.addTask { try (0..<40).map { _ in try Self.count(graph) } }
      }
      for try await counts in group {
        // Whole sources, never a part of one, and never fewer than before.
        #expect(counts == counts.sorted())
        #expect(counts.allSatisfy { ($0 - 10).isMultiple(of: 500) })
      }
    }
    #expect(try Self.count(graph) == 3010)
  }

  /// Asks the graph about each row that comes.
  private struct Asking: ResultConsumer {
    let graph: Graph
    var answers: [Int] = []

    mutating func begin(variables: [Variable]) {}
    mutating func add(_ solution: [Term?]) throws {
      answers.append(try graph.rows("SELECT * { ?s <http://e/of> ?o } LIMIT 3").count)
    }
    mutating func add(_ triple: Triple) {}
    mutating func finish(_ boolean: Bool) {}
    mutating func finish(isCut: Bool) {}
  }

  @Test("A consumer of rows may ask the graph itself", arguments: [true, false])
  func askingWithinAQuery(isInMemory: Bool) throws {
    let graph =
      try isInMemory
      ? Graph(inMemory: ()) : Graph(path: folder.file("kg.sqlite"), access: .create)
    try Self.ingest(try file("data.nt", count: 5), into: graph)
    var consumer = Asking(graph: graph)
    try graph.query(
      try SPARQLQuery("SELECT ?s { ?s <http://e/of> ?o }"), limits: QueryLimits(timeout: 60),
      into: &consumer)
    #expect(consumer.answers == [3, 3, 3, 3, 3])
  }

  /// Closes the graph, or changes it, at the first row.
  private struct Meddling: ResultConsumer {
    let meddle: () throws -> Void
    var rowCount = 0

    mutating func begin(variables: [Variable]) {}
    mutating func add(_ solution: [Term?]) throws {
      rowCount += 1
      if rowCount == 1 { try meddle() }
    }
    mutating func add(_ triple: Triple) {}
    mutating func finish(_ boolean: Bool) {}
    mutating func finish(isCut: Bool) {}
  }

  @Test("Closing during a query lets it finish", arguments: [true, false])
  func closingWithinAQuery(isInMemory: Bool) throws {
    let path = folder.file("kg.sqlite")
    let file = try file("data.nt", count: 5)
    if !isInMemory { try Self.ingest(file, into: try Graph(path: path, access: .create)) }
    let graph = try isInMemory ? Graph(inMemory: ()) : Graph(path: path)
    if isInMemory { try Self.ingest(file, into: graph) }
    var consumer = Meddling { try graph.close() }
    try graph.query(SPARQLQuery("SELECT ?s { ?s <http://e/of> ?o }"), into: &consumer)
    #expect(consumer.rowCount == 5)
    #expect(throws: StoreError.self) { try Self.count(graph) }
  }

  @Test("A change during a query is made beside it, or refused where there is one connection")
  func changingWithinAQuery() throws {
    let first = try file("first.nt", count: 5)
    let second = try file("second.nt", count: 2)
    let graph = try Graph(path: folder.file("kg.sqlite"), access: .create)
    try Self.ingest(first, into: graph)
    var consumer = Meddling { try Self.ingest(second, into: graph) }
    try graph.query(SPARQLQuery("SELECT ?s { ?s <http://e/of> ?o }"), into: &consumer)
    #expect(consumer.rowCount == 5)
    #expect(try Self.count(graph) == 7)

    let inMemory = try Graph(inMemory: ())
    try Self.ingest(first, into: inMemory)
    var refused = Meddling { try Self.ingest(second, into: inMemory) }
    #expect(throws: StoreError.self) {
      try inMemory.query(SPARQLQuery("SELECT ?s { ?s <http://e/of> ?o }"), into: &refused)
    }
    #expect(try Self.count(inMemory) == 5)
  }

  @Test("A file that was deleted is not made again by one who reads")
  func deletedFile() throws {
    let path = folder.file("kg.sqlite")
    let graph = try Graph(path: path, access: .create)
    try Self.ingest(try file("data.nt", count: 5), into: graph)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: StoreError.self) { try Self.count(graph) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("A graph that was closed refuses every call and leaves no write-ahead log")
  func closing() throws {
    let path = folder.file("kg.sqlite")
    try Self.ingest(try file("data.nt", count: 5), into: try Graph(path: path, access: .create))
    let graph = try Graph(path: path)
    #expect(try Self.count(graph) == 5)
    try graph.close()
    for _ in 0..<3 { #expect(throws: StoreError.self) { try Self.count(graph) } }
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }
}
