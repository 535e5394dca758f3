import Foundation
import KGModel
import KGRDF
import TestSupport
import Testing

@testable import KGStore

@Suite("Opening a file")
struct StoreFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func error(_ path: String, _ access: GraphStore.Access) -> String {
    do {
      _ = try GraphStore(path: path, access: access)
      return "opened"
    } catch { return "\(error)".replacingOccurrences(of: path, with: "FILE") }
  }

  @Test("Opening for reading does not create a file")
  func missing() {
    let path = folder.file("none.sqlite")
    #expect(error(path, .readOnly).contains("no graph here; make one with 'kg ingest"))
    #expect(error(path, .change).contains("no graph here"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("The folder of a new file is created; a folder is refused")
  func folders() throws {
    try GraphStore(path: folder.file("x/y/kg.sqlite"), access: .create).add([])
    #expect(FileManager.default.fileExists(atPath: folder.file("x/y/kg.sqlite")))
    #expect(error(folder.path, .create).contains("not a SQLite file"))
  }

  @Test(
    "A file that is not a database stays unchanged",
    arguments: [GraphStore.Access.readOnly, .create])
  func notADatabase(access: GraphStore.Access) throws {
    let path = folder.file("notes.sqlite")
    try "These are my notes, not a database.\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    #expect(error(path, access).hasPrefix("FILE: not a SQLite file"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("These are my notes"))
  }

  @Test(
    "A database of another program stays unchanged",
    arguments: [GraphStore.Access.readOnly, .create])
  func foreign(access: GraphStore.Access) throws {
    let path = folder.file("other.sqlite")
    try Database(path: path).execute("CREATE TABLE t (x)")
    let before = FileManager.default.contents(atPath: path)
    #expect(error(path, access).hasPrefix("FILE: a SQLite file of another program"))
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test("A store of a newer version is refused")
  func newer() throws {
    let path = folder.file("kg.sqlite")
    try GraphStore(path: path, access: .create).add([])
    try Database(path: path).execute("PRAGMA user_version = 99")
    #expect(error(path, .readOnly).contains("made by a newer kg (version 99"))
    #expect(error(path, .create).contains("made by a newer kg (version 99"))
  }

  @Test("A store that is older than judgements is read as it is, and gets them when it is changed")
  func olderThanJudgements() throws {
    let path = folder.file("kg.sqlite")
    try GraphStore(path: path, access: .create).add([])
    try Database(path: path).execute(
      "DROP TABLE judgement; DROP TABLE forgotten; PRAGMA user_version = 4")
    #expect(try GraphStore(path: path, access: .readOnly).judgements().isEmpty)
    let said = IdentityJudgement(
      .same, first: IRI("http://e/a"), second: IRI("http://e/b"), date: "2026-03-14")
    let store = try GraphStore(path: path, access: .change)
    try store.append([said])
    #expect(try store.judgements() == [said])
    #expect(try store.removeLastJudgements() == [said])
    #expect(try store.removeLastJudgements().isEmpty)
  }

  @Test("A damaged file is reported, and reading it does not crash")
  func damaged() throws {
    let path = folder.file("kg.sqlite")
    do {
      let store = try GraphStore(path: path, access: .create)
      try store.add((0..<500).map { triple("s\($0)", Schema.name, .string("name \($0)")) })
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for offset in stride(from: 8192, to: bytes.count, by: 37) { bytes[offset] ^= 0xFF }
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) {
      let store = try GraphStore(path: path, access: .readOnly)
      _ = try store.visibleTriples()
      _ = try store.sources()
      _ = try store.names(ofType: Schema.person)
      _ = try store.receipts([.init()])
    }
  }

  @Test(
    "A store with a missing table or a trigger is refused",
    arguments: [
      ("DROP TABLE pos", "the table 'pos' is missing"),
      ("DROP TABLE spo; CREATE VIEW spo AS SELECT 1 AS s", "the table 'spo' is missing"),
      ("CREATE TRIGGER t AFTER INSERT ON spo BEGIN DELETE FROM source; END", "a trigger, 't'"),
    ])
  func altered(sql: String, words: String) throws {
    let path = folder.file("kg.sqlite")
    try GraphStore(path: path, access: .create).add([])
    try Database(path: path).execute(sql)
    for access in [GraphStore.Access.readOnly, .change, .create] {
      #expect(error(path, access).contains(words))
    }
  }

  @Test(
    "Values of the wrong type give errors or no result, never a crash",
    arguments: [
      "UPDATE family SET kind = 'x'", "UPDATE source SET byte_count = x'00', statement_count = 'y'",
      "UPDATE term SET family = 1.5", "UPDATE receipt SET line = 'x', byte_end = 'y'",
      "UPDATE spo SET n = -9223372036854775807 - 1", "UPDATE OR REPLACE spo SET o = 'x'",
      "UPDATE OR IGNORE term SET id = 9223372036854775807 WHERE id = (SELECT MAX(id) FROM term)",
      "UPDATE OR REPLACE name SET hash = 'x'",
      "UPDATE statement_block SET data = x'FFFFFFFFFFFFFFFFFFFFFFFF'",
      "INSERT INTO entity VALUES (32768, 'x')", "INSERT INTO decision VALUES ('x', 'y', x'FF')",
    ])
  func types(sql: String) throws {
    let path = folder.file("kg.sqlite")
    try GraphStore(path: path, access: .create).add([
      triple("w", Schema.name, .string("Notes")), triple("w", Schema.author, node("ada")),
    ])
    try Database(path: path).execute(sql)
    func attempt(_ body: () throws -> Void) {
      do { try body() } catch { #expect(error is StoreError, "\(error)") }
    }
    let store = try GraphStore(path: path, access: .change)
    attempt { _ = try store.visibleTriples() }
    attempt { _ = try store.sources() }
    attempt { _ = try store.receipts([.init()]) }
    attempt { _ = try store.statistics() }
    attempt { _ = try store.check() }
    attempt { _ = try store.names(withKeys: ["notes"]) }
    attempt { _ = try store.decisions(touching: node("w")) }
    attempt { try store.write(.nquads) { _ in } }
    attempt { try store.add([triple("v", Schema.author, node("bo"))], source: "b") }
    attempt { _ = try store.forget(path: "a") }
    attempt { try store.replaceDecisions([]) }
  }

  @Test("Additional views and indexes are allowed")
  func extended() throws {
    let path = folder.file("kg.sqlite")
    try GraphStore(path: path, access: .create).add([])
    try Database(path: path).execute(
      "CREATE VIEW mine AS SELECT * FROM person; CREATE INDEX i ON spo (o)")
    #expect(error(path, .change) == "opened")
  }

  @Test("Readers and writers leave no other file than the store")
  func oneFile() throws {
    let path = folder.file("kg.sqlite")
    try GraphStore(path: path, access: .create).add([])
    for access in [GraphStore.Access.change, .readOnly] {
      _ = try GraphStore(path: path, access: access).sources()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kg.sqlite"])
    }
  }

  @Test("After a process was killed, the store has what it had committed and nothing else")
  func hotLog() throws {
    let path = folder.file("kg.sqlite")
    let store = try GraphStore(path: path, access: .create)
    let stored = triple("w", Schema.name, .string("Notes"))
    try store.add([stored])
    // Copy the file and its log while the store is open: the log has not been checkpointed.
    let copy = folder.file("copy.sqlite")
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
    }
    // The log ends in the middle of a page.
    let log = try #require(FileHandle(forWritingAtPath: copy + "-wal"))
    try log.seekToEnd()
    try log.write(contentsOf: Data(repeating: 7, count: 1_000))
    try log.close()
    let after = try GraphStore(path: copy, access: .readOnly)
    #expect(try after.visibleTriples() == [stored])
    try GraphStore(path: copy, access: .change).add([stored], source: "b")
    #expect(try after.sources().count == 2)
    try after.expectSound()
  }

  @Test("A second writer waits and then fails with advice; readers do not wait")
  func secondWriter() throws {
    let path = folder.file("kg.sqlite")
    let store = try GraphStore(path: path, access: .create)
    try store.add([triple("w", Schema.name, .string("Notes"))])
    let other = try Database(path: path)
    try other.transaction(.immediate) {
      let start = ContinuousClock.now
      do {
        try store.add([], source: "b")
        Issue.record("two writers at once")
      } catch {
        #expect("\(error)".contains("another process is writing to it; try again"))
      }
      #expect(ContinuousClock.now - start >= .seconds(4))
      let read = try GraphStore(path: path, access: .readOnly).visibleTriples()
      #expect(read.count == 1)
    }
    try store.add([], source: "b")
  }
}
