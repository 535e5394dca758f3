internal import GRDB

/// The table `statement_block`: what sources say, source by source.
struct StatementBlocks {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Hands over every statement of a source, or of all in the order of their paths, with its line.
  func forEach(
    ofSource source: Int64? = nil, _ body: (_ source: Int64, QuadIDs, _ line: Int) throws -> Void
  ) throws {
    let statement = try PreparedStatement(
      database,
      source == nil
        ? """
        SELECT b.data, b.source FROM source f JOIN statement_block b ON b.source = f.id
        ORDER BY f.path, b.id
        """
        : "SELECT data, source FROM statement_block WHERE source = ? ORDER BY id")
    if let source { statement.bind(source, at: 1) }
    while try statement.step() {
      let source = statement.int(1)
      guard try StatementBlock.decode(statement.blob(0), { try body(source, $0, $1) }) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a block of statements is cut")
      }
    }
  }

  func remove(ofSource source: Int64) throws {
    try database.execute(sql: "DELETE FROM statement_block WHERE source = ?", arguments: [source])
  }
}
