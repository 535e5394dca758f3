import Foundation
import KGModel
import KGRDF
import KGSPARQL
import Synchronization
import Testing
import TestSupport

@testable import KGStore

@Suite("Loading RDF")
struct SourceLoaderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("The export has the loaded statements, sorted by their characters", arguments: 0..<10)
  func export(seed: UInt64) throws {
    let lines = dataset(seed)
    let store = try GraphStore.inMemory()
    try store.load(lines.joined())
    #expect(try store.text() == sortedText(lines))
    #expect(try store.text(.ntriples) == sortedText(lines.filter { !$0.contains("/g> .") }))
    try store.expectSound()
  }

  @Test("Building pages and inserting rows give the same store", arguments: 0..<10)
  func pages(seed: UInt64) throws {
    let lines = dataset(seed, count: 3_000)
    let rows = try GraphStore(path: folder.file("rows.sqlite"), access: .create)
    let pages = try GraphStore(path: folder.file("pages.sqlite"), access: .create)
    #expect(try rows.load(lines.joined()) == (try pages.load(lines.joined(), isLarge: true)))
    #expect(try pages.text() == rows.text())
    #expect(try pages.visibleTriples() == rows.visibleTriples())
    #expect(
      try pages.names(withKeys: ["ada b"]).count == (try rows.names(withKeys: ["ada b"]).count))
    try pages.expectSound()
    // It can be changed like any other.
    try pages.load(lines.prefix(50).joined(), source: "b")
    #expect(try pages.forget(path: "a"))
    #expect(try pages.text() == sortedText(lines.prefix(50)))
    try pages.expectSound()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy {
        !$0.contains("loading")
      })
  }

  @Test(
    "The export does not depend on order, repetition and division into sources", arguments: 0..<10)
  func order(seed: UInt64) throws {
    let lines = dataset(seed)
    let parts = [lines[..<100], lines[80..<200], lines[200...]].map { $0.joined() }
    let wanted = sortedText(lines)
    for order in [[0, 1, 2], [2, 0, 1], [1, 1, 0, 2, 0]] {
      let store = try GraphStore.inMemory()
      for part in order { try store.load(parts[part], source: "\(part)") }
      #expect(try store.text() == wanted)
      try store.expectSound()
    }
  }

  @Test("Loading and forgetting a source leaves the store unchanged", arguments: 0..<10)
  func forget(seed: UInt64) throws {
    let lines = dataset(seed)
    let store = try GraphStore(path: folder.file("kg.sqlite"), access: .create)
    try store.load(lines[..<150].joined(), source: "a")
    let before = try store.text()
    let terms = try store.statistics().termCount
    try store.load(lines[100...].joined(), source: "b")
    try store.load("<http://e/new> <http://e/newp> \"new\" <http://e/newg> .", source: "c")
    for source in ["c", "b"] { #expect(try store.forget(path: source)) }
    #expect(try store.text() == before)
    #expect(try store.statistics().termCount == terms)
    try store.expectSound()
    #expect(try store.forget(path: "a"))
    #expect(try store.text() == "")
    #expect(try store.statistics().termCount == 0)
  }

  @Test("Loading a source again replaces its statements")
  func replaces() throws {
    let store = try GraphStore.inMemory()
    try store.load("<a:s> <a:p> \"1\" .\n<a:s> <a:p> \"2\" .")
    #expect(try store.load("<a:s> <a:p> \"2\" .\n<a:s> <a:p> \"3\" .").change == .replaced)
    #expect(try store.text() == "<a:s> <a:p> \"2\" .\n<a:s> <a:p> \"3\" .\n")
    try store.expectSound()
  }

  @Test("A failed load leaves the store unchanged", arguments: [false, true])
  func error(isLarge: Bool) throws {
    let path = folder.file("kg.sqlite")
    let store = try GraphStore(path: path, access: .create)
    let bad = dataset(1).joined() + "<a:s> <a:p> no .\n"
    #expect(throws: RDFSyntaxError.self) { try store.load(bad, isLarge: isLarge) }
    do { try store.load(bad) } catch let error as RDFSyntaxError {
      #expect((error.line, error.column, error.text) == (301, 13, "no ."))
    }
    #expect(try store.text() == "")
    try store.load("<a:s> <a:p> \"1\" .")
    #expect(throws: RDFSyntaxError.self) { try store.load(bad, source: "b") }
    #expect(try store.sources().map(\.description.path) == ["a"])
    try store.expectSound()
  }

  @Test("Turtle loads like its N-Triples, and blank nodes are local to their document")
  func turtle() throws {
    let store = try GraphStore.inMemory()
    try store.load("@prefix : <http://e/> . :s :p [ :q 1 ], _:x . { _:x :p 2 }", .trig)
    try store.load("_:x <http://e/p> <http://e/o> .", source: "b")
    let lines = try store.text().split(separator: "\n")
    #expect(lines.count == 5)
    #expect(
      Set(lines.compactMap { $0.split(separator: " ").first { $0.hasSuffix("_x") } }).count == 2)
    try store.expectSound()
    let again = try GraphStore.inMemory()
    try again.load(store.text(.turtle), .turtle)
    #expect(try again.text().split(separator: "\n").count == 5)
  }

  @Test("Canonically equivalent texts are different terms")
  func compositions() throws {
    let lines = ["caf\u{E9}", "cafe\u{301}"].flatMap { text in
      [
        "<http://e/\(text)/a> <http://e/p> \"\(text)\" .\n",
        "<http://e/x> <http://e/p> \"x\"^^<http://e/\(text)> .\n",
      ]
    }
    let store = try GraphStore.inMemory()
    try store.load(lines.joined())
    // Strings compare by canonical equivalence, bytes do not.
    let expected = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
    #expect(try Array(store.text().utf8) == Array(expected.utf8))
    try store.expectSound()
  }

  @Test("A label that looks like a marked label denotes another node")
  func markedLabels() throws {
    let store = try GraphStore.inMemory()
    try store.load("_:b1 <a:p> \"1\" .\n")
    let exported = try store.text()
    let both = try GraphStore.inMemory()
    try both.load("_:b1 <a:p> \"1\" .\n" + exported)
    #expect(try both.text().split(separator: "\n").count == 2)
    try both.expectSound()
  }

  @Test("A document known by two paths is replaced as one")
  func paths() throws {
    let store = try GraphStore.inMemory()
    func load(_ path: String, at place: String, _ name: String) throws {
      _ = try store.load(
        RDFDocument(
          path: path, absolutePath: place, format: .ntriples,
          read: reading(Array("<a:s> <a:p> \"\(name)\" .\n".utf8))))
    }
    try load("a.nt", at: "/x/a.nt", "x")
    try load("y/a.nt", at: "/y/a.nt", "y")
    try load("a.nt", at: "/y/a.nt", "new")
    #expect(try store.text() == "<a:s> <a:p> \"new\" .\n")
    #expect(try store.sources().count == 1)
  }

  @Test("TriG has one block per graph, sorted")
  func trig() throws {
    let store = try GraphStore.inMemory()
    let lines = dataset(3)
    try store.load(lines.joined() + "<a:s> <a:p> <a:o> <a:g> .\n")
    let text = try store.text(.trig)
    #expect(
      text.split(separator: "\n").filter { $0.hasSuffix("{") } == ["<a:g> {", "<http://e/g> {"])
    let again = try GraphStore.inMemory()
    try again.load(text, .trig)
    #expect(try again.text() == store.text())
  }

  @Test("A load that exceeds its memory is inserted in parts")
  func budget() throws {
    let lines = dataset(5, count: 2_000)
    let store = try GraphStore.inMemory()
    try store.change { database in
      let table = SourceTable(database)
      let id = try table.reserve()
      let loader = try SourceLoader(database, source: id, path: "a", memory: 1)
      for start in stride(from: 0, to: lines.count, by: 100) {
        let text = lines[start..<(start + 100)].joined()
        try loader.add(
          NQuadsChunk(OwnedBytes(Array(text.utf8)), hasGraphs: true), firstLine: start + 1)
      }
      _ = try loader.finish()
      try table.insert(
        id, SourceDescription(path: "a", kind: "n-quads", byteCount: 1, fingerprint: ""), "/a",
        statementCount: loader.statementCount)
    }
    #expect(try store.text() == sortedText(lines))
    try store.expectSound()
  }
}

@Suite("Loads larger than memory")
struct LargeLoadTests {
  /// Several megabytes, hence several chunks. Each statement occurs up to five times.
  private static let lines = (0..<30_000).map { number in
    let (s, o) = (number * 7919 % 6_000, number * 104_729 % 5_000)
    let graph = number % 11 == 0 ? " <http://e/graph>" : ""
    return switch number % 3 {
    case 0:
      "<http://e/some/subject/\(s)> <\(Schema.name.value)> \"The name of number \(o)\"\(graph) .\n"
    case 1:
      "<http://e/some/subject/\(s)> <http://e/p\(s % 5)> <http://e/some/subject/\(o)>\(graph) .\n"
    default:
      "<http://e/some/subject/\(s)> <http://e/year> \"\(1900 + o % 120)\"^^<\(XSD.gYear.value)>\(graph) .\n"
    }
  }

  @Test(
    "Triples are sorted into files and merged, with or without all terms in memory",
    arguments: [1, 1_000_000, 2_500_000, 1 << 30])
  func merged(memory: Int) throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.file("kg.sqlite"), access: .create)
    try store.load(Self.lines.joined(), isLarge: true, memory: memory)
    #expect(try store.text() == sortedText(Self.lines))
    #expect(try store.names(withKeys: [foldedKey("The name of number 7")]).count > 0)
    try store.expectSound()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().first == "kg.sqlite"
    )
  }
}
