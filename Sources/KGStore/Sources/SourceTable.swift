internal import Foundation
internal import KGModel
internal import KGRDF

/// The table `source`: one row per document.
struct SourceTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// An SQL condition on a row `f` of `source`: the document is in an RDF syntax.
  static let isRDF =
    "f.kind IN (\(RDFFormat.allCases.map { "'\($0.kind)'" }.joined(separator: ", ")))"

  /// The columns that ``source(_:)`` reads.
  static let columns =
    "path, kind, byte_count, fingerprint, absolute_path, statement_count, ingested_at"

  static func source(_ row: PreparedStatement) -> StoredSource {
    StoredSource(
      description: SourceDescription(
        path: row.text(0), kind: row.text(1), byteCount: Int(row.int(2)), fingerprint: row.text(3)),
      absolutePath: row.text(4), statementCount: Int(row.int(5)), ingestedAt: row.text(6))
  }

  /// The sources with this path or absolute path; the one with exactly this path first.
  func ids(path: String, absolutePath: String) throws -> [Int64] {
    try database.integers(
      "SELECT id FROM source WHERE path = ? OR absolute_path = ? ORDER BY path <> ?",
      [path, absolutePath, path])
  }

  /// An id for a source that is about to be stored.
  func reserve() throws -> Int64 {
    max(0, try database.integer("SELECT MAX(id) FROM source") ?? 0) &+ 1
  }

  /// - Parameter digest: The digest of the statements, for ``storedDigest(of:matching:)``; empty where the
  ///   content determines the statements.
  func insert(
    _ id: Int64, _ source: SourceDescription, _ absolutePath: String, statementCount: Int,
    digest: String = ""
  ) throws {
    try database.execute(
      "INSERT INTO source (id, \(Self.columns), digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        id, source.path, source.kind, source.byteCount, source.fingerprint, absolutePath,
        statementCount, Date.now.formatted(.iso8601), digest,
      ])
  }

  /// The digest and number of the statements stored for a source; `nil` when its content has changed.
  func storedDigest(
    of id: Int64, matching source: SourceDescription
  ) throws -> (digest: String, statementCount: Int)? {
    try database.firstRow(
      """
      SELECT digest, statement_count FROM source
      WHERE id = ? AND path = ? AND fingerprint = ? AND byte_count = ?
      """, [id, source.path, source.fingerprint, source.byteCount]
    ) { ($0.text(0), Int($0.int(1))) }
  }
}
