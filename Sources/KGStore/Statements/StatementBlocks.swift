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

  /// Keeps those statements of a source that pass a test, and removes the others from its blocks.
  func rewrite(ofSource source: Int64, keeping isKept: (QuadIDs) throws -> Bool) throws {
    let numbers = try database.integers(
      "SELECT number FROM statement_block WHERE source = ?", [source])
    let read = try PreparedStatement(
      database, "SELECT data FROM statement_block WHERE source = ? AND number = ?")
    let write = try PreparedStatement(
      database, "UPDATE statement_block SET data = ? WHERE source = ? AND number = ?")
    for number in numbers {
      read.bind(source, at: 1)
      read.bind(number, at: 2)
      var block = StatementBlock()
      var isChanged = false
      if try read.step() {
        let isWhole = try StatementBlock.decode(read.blob(0)) { quad, line in
          if try isKept(quad) { block.append(quad, line: line) } else { isChanged = true }
        }
        guard isWhole else { throw SQLiteError(.corrupt, "a block of statements is damaged") }
      }
      read.reset()
      guard isChanged else { continue }
      try block.bytes.withUnsafeBytes { bytes in
        write.bind(blob: bytes, at: 1)
        write.bind(source, at: 2)
        write.bind(number, at: 3)
        try write.run()
      }
    }
  }

  func remove(ofSource source: Int64) throws {
    try database.execute("DELETE FROM statement_block WHERE source = ?", [source])
  }
}
