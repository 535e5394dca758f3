/// The source of a connection's last query, which the next one uses if nothing has changed.
final class LastQuerySource {
  private struct State: Equatable {
    /// Changes when another connection has changed something.
    let dataVersion: Int64
    /// Counts the changes of this connection.
    let changeCount: Int64
  }

  private var state: State?
  private var source: StoreQuerySource?
  private var useCount = 0

  /// - Parameter database: Within a reading transaction.
  func source(_ database: Database) throws -> StoreQuerySource {
    useCount += 1
    if useCount == 2 { try StoreFile.setCache(database, StoreFile.cacheKB) }
    let state = State(
      dataVersion: try database.integer("PRAGMA data_version") ?? 0,
      changeCount: database.totalChangeCount)
    if let source, state == self.state { return source }
    let source = StoreQuerySource(database)
    (self.source, self.state) = (source, state)
    return source
  }

  /// Releases the statements of the connection, which has to happen before it is closed.
  func close() { (source, state) = (nil, nil) }
}
