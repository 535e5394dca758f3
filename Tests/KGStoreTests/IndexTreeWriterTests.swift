import Foundation
import Testing
import TestSupport

@testable import KGStore

/// SQLite is the oracle: it checks the file and reads the rows.
@Suite("Finished pages of index trees")
struct IndexTreeWriterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Writes a table `t` with a number of rows, and returns its count and sums according to SQLite.
  private func check(_ count: Int, wide: Bool = false, margin: Int = 0) throws -> [Int] {
    let path = folder.file("t\(count).sqlite")
    defer { unlink(path) }
    let database = try Database(path: path)
    try database.execute(
      """
      PRAGMA page_size = \(DatabasePages.pageByteCount);
      CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER DEFAULT 1, PRIMARY KEY (a, b)) WITHOUT ROWID;
      CREATE TABLE after (x); INSERT INTO after VALUES (7);
      """)
    let root = try #require(
      try database.integer("SELECT rootpage FROM sqlite_schema WHERE name = 't'"))
    let pages = try ScratchFile(folder: folder.path)
    let writer = IndexTreeWriter(leafMargin: margin) { try pages.append($0) }
    var record = IntegerRecord()
    defer { record.deallocate() }
    for number in 0..<count {
      let isLong = number % 3 == 0
      record.begin(columns: isLong ? 3 : 2)
      record.set(0, wide ? Int64(number) << 40 : Int64(number))
      record.set(1, Int64(number % 2))
      if isLong { record.set(2, Int64(-number)) }
      try writer.add(record.content)
    }
    let tree = FinishedTree(pages: pages, top: try writer.finish())
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try DatabasePages(descriptor: file.fileDescriptor).append([(Int(root), tree)])
    #expect(try database.text("PRAGMA integrity_check") == "ok")
    // The file can be changed like any other.
    try database.execute("INSERT INTO t VALUES (-1, 0, 0); INSERT INTO after VALUES (8)")
    #expect(try database.text("PRAGMA integrity_check") == "ok")
    try database.execute("DELETE FROM t WHERE a = -1")
    return try database.firstRow(
      "SELECT COUNT(*), COALESCE(SUM(b), 0), COALESCE(SUM(c), 0) FROM t"
    ) { row in (0..<3).map { Int(row.int($0)) } } ?? []
  }

  private func expected(_ count: Int) -> [Int] {
    let numbers = 0..<count
    return [
      count, numbers.reduce(0) { $0 + $1 % 2 },
      numbers.reduce(0) { $0 + ($1 % 3 == 0 ? -$1 : 1) },
    ]
  }

  @Test("Small tables", arguments: [0, 1, 2, 3, 10])
  func small(count: Int) throws {
    #expect(try check(count) == expected(count))
  }

  @Test("Every number of rows around a full page", arguments: [330..<460, 700..<860])
  func aroundOnePage(counts: Range<Int>) throws {
    for count in counts { #expect(try check(count) == expected(count), "\(count) rows") }
  }

  @Test("Numbers of rows around a third level")
  func aroundTwoLevels() throws {
    // The steps are small enough to meet trees with two and with three levels.
    for count in stride(from: 50_000, to: 130_000, by: 9_571) {
      #expect(try check(count) == expected(count), "\(count) rows")
    }
  }

  @Test("Leaves with a margin")
  func margin() throws {
    for count in stride(from: 300, to: 2_000, by: 61) {
      #expect(try check(count, margin: 48) == expected(count), "\(count) rows")
    }
  }

  @Test("Integers of every width are read back")
  func widths() throws {
    #expect(try check(3_000, wide: true)[0] == 3_000)
  }
}
