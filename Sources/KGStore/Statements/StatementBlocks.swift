/// The table `statement_block`: the statements of each source.
struct StatementBlocks {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Calls `body` with every statement of a source and its line.
  func forEach(
    ofSource source: Int64, _ body: (_ source: Int64, QuadIDs, _ line: Int) throws -> Void
  ) throws {
    try forEach(where: "f.id = \(source)", body)
  }

  /// Calls `body` with every statement of the sources that satisfy an SQL condition on the row `f` of `source`,
  /// in the order of their paths.
  ///
  /// - Throws: `SQLiteError` for a damaged block, and what `body` throws.
  func forEach(
    where condition: String = "1", _ body: (_ source: Int64, QuadIDs, _ line: Int) throws -> Void
  ) throws {
    let statement = try PreparedStatement(
      database,
      """
      SELECT b.data, b.source FROM source f CROSS JOIN statement_block b ON b.source = f.id
      WHERE \(condition) ORDER BY f.path, b.number
      """)
    while try statement.step() {
      let source = statement.int(1)
      guard try StatementBlock.decode(statement.blob(0), { try body(source, $0, $1) }) else {
        throw SQLiteError(.corrupt, "a block of statements is damaged")
      }
    }
  }

  func remove(ofSource source: Int64) throws {
    try database.execute("DELETE FROM statement_block WHERE source = ?", [source])
  }
}
