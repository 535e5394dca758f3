internal import Foundation
internal import GRDB
internal import KGModel
internal import KGRDF

/// The table `source`: one row a document.
struct SourceTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// On a row `f` of `source`: whether the document is in an RDF syntax.
  static let isRDF =
    "f.kind IN (\(RDFFormat.allCases.map { "'\($0.kind)'" }.joined(separator: ", ")))"

  /// What ``source(_:from:)`` reads.
  static let columns =
    "path, kind, byte_count, fingerprint, absolute_path, statement_count, ingested_at"

  static func source(_ row: Row) -> StoredSource {
    StoredSource(
      description: SourceDescription(
        path: row.text(0), kind: row.text(1), byteCount: Int(row.int(2)), fingerprint: row.text(3)),
      absolutePath: row.text(4), statementCount: Int(row.int(5)), ingestedAt: row.text(6))
  }

  /// The sources of a path, under whatever spelling of it; the one of this spelling first.
  func ids(path: String, absolutePath: String) throws -> [Int64] {
    try Int64.fetchAll(
      database.cachedStatement(
        sql: "SELECT id FROM source WHERE path = ? OR absolute_path = ? ORDER BY path <> ?"),
      arguments: [path, absolutePath, path])
  }

  /// A number for a source that is being read.
  func reserve() throws -> Int64 {
    let last = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT MAX(id) FROM source"))
    return max(0, last ?? 0) &+ 1
  }

  func insert(
    _ id: Int64, _ source: SourceDescription, _ absolutePath: String, statementCount: Int
  ) throws {
    try database.cachedStatement(
      sql: "INSERT INTO source (id, \(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      id, source.path, source.kind, source.byteCount, source.fingerprint, absolutePath,
      statementCount, Date.now.formatted(.iso8601),
    ])
  }

  /// The content is what it was, and so is what was read from it.
  func isUnchanged(
    _ id: Int64, _ source: SourceDescription, _ statements: [KGModel.Statement]
  ) throws -> Bool {
    let row = try Row.fetchOne(
      database, sql: "SELECT path, fingerprint FROM source WHERE id = ?", arguments: [id])
    guard let row, row.text(0) == source.path, row.text(1) == source.fingerprint,
      try ReceiptTable(database).count(ofSource: id) == ReceiptTable.distinctCount(of: statements)
    else { return false }
    let reader = TripleReader(database)
    var stored: Set<Triple> = []
    try StatementBlocks(database).forEach(ofSource: id) { _, quad, _ in
      if let triple = try reader.triple(quad) { stored.insert(triple) }
    }
    return stored == Set(statements.map(\.triple))
  }
}
