internal import KGModel

/// A graph in one SQLite file.
///
/// A source is stored completely or not at all. Queries see entities: nodes that identity decisions have
/// joined are one. Every method may be called from any thread; methods that read a file do not wait for
/// others.
public final class GraphStore: Sendable {
  /// How a store is opened.
  public enum Access: Sendable {
    /// For reading a file that exists.
    case readOnly
    /// For reading and changing a file that exists.
    case change
    /// For reading and changing; the file and its folder are created if they do not exist.
    case create
  }

  /// The path of the file, or `:memory:`.
  public let path: String
  let file: StoreFile

  /// Opens a store.
  ///
  /// - Throws: ``StoreError`` when the file is missing, damaged, not accessible, of another program, or of
  ///   another version of `kg`.
  public init(path: String, access: Access) throws(StoreError) {
    self.path = path
    file = try StoreFile(path: path, access: access)
  }

  private init(memory: ()) throws(StoreError) {
    path = Database.memoryPath
    file = try StoreFile(memory: ())
  }

  /// An empty store in memory, which lives as long as the returned value.
  public static func inMemory() throws(StoreError) -> GraphStore { try GraphStore(memory: ()) }

  /// Closes the file. Every later call fails.
  ///
  /// - Throws: ``StoreError`` when SQLite cannot close it.
  public func close() throws(StoreError) {
    try file.close()
  }

  // MARK: Access for the extensions

  /// Runs `body` in one read transaction. All of its errors become a ``StoreError``.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try file.withReader { try $0.read(body) }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Like `read`, but only errors of SQLite become a ``StoreError``; others are rethrown.
  func readRethrowing<Value>(_ body: (StoreReader, Database) throws -> Value) throws -> Value {
    do {
      return try file.withReader { reader in try reader.read { try body(reader, $0) } }
    } catch let error as SQLiteError {
      throw StoreError(error, path: path)
    }
  }

  /// Runs `body` in one write transaction, which is rolled back when it throws. All of its errors become a
  /// ``StoreError``.
  func change<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try changeRethrowing(body) } catch { throw StoreError(error, path: path) }
  }

  /// Like `change`, but all errors are rethrown as they are.
  func changeRethrowing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try file.withWriter { database in
      // A store in memory has one connection, which a query may be reading at this moment.
      guard !database.isInTransaction else {
        throw StoreError.failed(path: path, reason: "it cannot be changed while a query reads it")
      }
      return try database.transaction(.immediate) { try body(database) }
    }
  }

  /// Removes what deleted statements have left: families without terms, deleted words of the name index, and,
  /// when more than a quarter of the pages are free, the free pages. To be called after ``forget(path:)``.
  ///
  /// - Parameter isThorough: Whether free pages are removed in any case, so that nothing can be read from them.
  package func compact(thoroughly isThorough: Bool = false) throws(StoreError) {
    do {
      try file.withWriter { database in
        try database.execute(
          """
          DELETE FROM family WHERE id NOT IN (SELECT family FROM term);
          INSERT INTO name_words (name_words) VALUES ('optimize');
          """)
        let free = try database.integer("PRAGMA freelist_count") ?? 0
        let pages = try database.integer("PRAGMA page_count") ?? 0
        if isThorough || free * 4 > pages { try database.execute("VACUUM") }
        try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
