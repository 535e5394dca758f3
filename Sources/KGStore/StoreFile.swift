internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import KGModel

/// The file of a store and its connections: one that writes, and one reader for each concurrent read. A
/// reader sees what had been committed when its transaction began, and never waits.
///
/// A file that does not exist is created at its first use, so that a large source can be built into a new
/// file.
///
/// Safe to share between threads: `path` and `access` are constants; `state` is accessed only in `locked`,
/// under `lock`. A reader of a file is in `idleReaders` or lent to one caller, never both, so its
/// unsynchronized state belongs to one thread at a time; in memory the single reader is used within the
/// writer's queue, which serializes its callers. `DatabaseQueue` is itself safe to share.
final class StoreFile: @unchecked Sendable {
  let path: String
  private let access: GraphStore.Access
  private let lock = NSLock()
  /// Accessed in `locked` only.
  private var state = State()

  private struct State {
    /// The connection that writes; in memory the only one. `nil` until the first use of a file opened for
    /// changes, and for a file opened for reading.
    var writer: DatabaseQueue?
    /// Readers that are not in use.
    var idleReaders: [StoreReader] = []
    /// The number of callers that use the writer or wait for it.
    var writerUseCount = 0
    var isClosed = false
  }

  /// - Throws: ``StoreError`` when the file cannot be used as a store.
  init(path: String, access: GraphStore.Access) throws(StoreError) {
    self.path = path
    self.access = access
    guard try Self.check(path, access) else { return }
    do {
      if access == .readOnly {
        let queue = try Self.open(path, .readOnly)
        try queue.inDatabase { try Self.checkIsGraph($0, path) }
        state.idleReaders = [StoreReader(queue)]
      } else {
        state.writer = try openedForChanges()
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  init(memory: ()) throws(StoreError) {
    path = GraphStore.memoryPath
    access = .create
    do {
      let queue = try DatabaseQueue(configuration: Self.configuration(queryOnly: false))
      try queue.inDatabase { try StoreSchema.migrate($0) }
      state.writer = queue
      state.idleReaders = [StoreReader(queue)]
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private var isInMemory: Bool { path == GraphStore.memoryPath }

  private func locked<Value>(_ body: (inout State) throws -> Value) rethrows -> Value {
    lock.lock()
    defer { lock.unlock() }
    return try body(&state)
  }

  // MARK: Reading

  /// How many unused readers stay open.
  private static let maximumIdleCount = 4

  /// Runs `body` with a reader of its own; a nested call gets another reader.
  func withReader<Value>(_ body: (StoreReader) throws -> Value) throws -> Value {
    if isInMemory {
      // The one connection also serves nested reads.
      return try withWriter { _ in
        guard let reader = locked({ $0.idleReaders.first }) else { throw closed }
        return try body(reader)
      }
    }
    let reader = try reader()
    defer { recycle(reader) }
    return try body(reader)
  }

  private func reader() throws -> StoreReader {
    // Create a new file before it is read.
    if access != .readOnly { try withWriter { _ in } }
    let idle = try locked { state in
      if state.isClosed { throw closed }
      return state.idleReaders.popLast()
    }
    if let idle { return idle }
    // Opening would create the file again.
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
    return StoreReader(try Self.open(path, .readOnly))
  }

  private func recycle(_ reader: StoreReader) {
    let isKept = locked { state in
      guard !state.isClosed, state.idleReaders.count < Self.maximumIdleCount else { return false }
      state.idleReaders.append(reader)
      return true
    }
    // The store was closed meanwhile, and there is no caller to report a failure to.
    if !isKept { try? reader.close() }
  }

  // MARK: Changing

  /// Runs `body` with the connection that writes, which is opened at the first call.
  func withWriter<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
    if access == .readOnly {
      throw StoreError.failed(path: path, reason: "it was opened for reading and cannot be changed")
    }
    let writer = try locked { state in
      if state.isClosed { throw closed }
      let writer = try state.writer ?? openedForChanges()
      state.writer = writer
      state.writerUseCount += 1
      return writer
    }
    defer {
      let last = locked { state in
        state.writerUseCount -= 1
        return state.isClosed && state.writerUseCount == 0 ? state.writer : nil
      }
      try? last?.close()
    }
    return try body(writer)
  }

  private func openedForChanges() throws -> DatabaseQueue {
    let queue = try Self.open(path, access)
    try queue.inDatabase { database in
      try Self.prepareForChanges(database)
      try Self.checkIsGraph(database, path)
    }
    return queue
  }

  // MARK: Closing

  private var closed: StoreError { .failed(path: path, reason: "it has been closed") }

  /// Closes all connections: those in use when their caller is done, all others now. Closed connections are
  /// kept until this object is freed, because freeing one starts a thread, for which a process that is about
  /// to exit need not wait.
  func close() throws(StoreError) {
    let idle = locked { state in
      state.isClosed = true
      let idle = (
        readers: state.idleReaders, writer: state.writerUseCount == 0 ? state.writer : nil
      )
      return idle
    }
    do {
      // A store in memory is closed with its last user.
      if !isInMemory || idle.writer != nil {
        for reader in idle.readers { try reader.close() }
      }
      try idle.writer?.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Whether the file does not exist yet.
  var isMissing: Bool {
    locked { $0.writer == nil } && !FileManager.default.fileExists(atPath: path)
  }

  private static func open(_ path: String, _ access: GraphStore.Access) throws -> DatabaseQueue {
    switch access {
    case .change, .create:
      return try DatabaseQueue(path: path, configuration: configuration(queryOnly: false))
    case .readOnly:
      do {
        // Opened for writing, because the last connection to close then removes the log; `query_only` keeps
        // it from changing anything else.
        let queue = try DatabaseQueue(path: path, configuration: configuration(queryOnly: true))
        _ = try queue.inDatabase { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM sqlite_schema") }
        return queue
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
      {
        // In a read-only folder no log can be created. Without a log the file alone is complete.
        guard !FileManager.default.fileExists(atPath: path + "-wal") else { throw error }
        let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return try DatabaseQueue(
          path: "file:\(name)?immutable=1", configuration: configuration(queryOnly: true))
      }
    }
  }

  /// The page cache of a reader's first query, in kB. A process that answers one question would spend a fifth
  /// of its time on allocating memory for pages that it does not read again and that the system caches anyway.
  static let firstCacheKB = 2 << 10
  /// The page cache of further queries and of changes, in kB.
  static let cacheKB = 32 << 10

  static func setCache(_ database: Database, _ size: Int) throws {
    try database.execute(sql: "PRAGMA cache_size = -\(size)")
  }

  private static func configuration(queryOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // A file from elsewhere may be hostile: its schema must not call functions, its cells are checked, it is
      // not mapped into memory, and the size of values is limited.
      try database.execute(
        sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
      limitValues(database)
      try setCache(database, queryOnly ? firstCacheKB : cacheKB)
      // Overwrite deleted content, so that it does not remain in free pages.
      try database.execute(
        sql: queryOnly ? "PRAGMA query_only = ON" : "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// Limits a value to 256 MB.
  static func limitValues(_ database: Database) {
    sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_LENGTH, 256 << 20)
  }

  private static func prepareForChanges(_ database: Database) throws {
    let objects = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_schema") ?? 0
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard objects == 0 || application == StoreSchema.applicationID else { return }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version == 0 || (StoreSchema.oldestVersion...StoreSchema.version).contains(version)
    else { return }
    if objects == 0 {
      try database.execute(sql: "PRAGMA page_size = \(DatabasePages.pageByteCount)")
    }
    _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    try StoreSchema.migrate(database)
  }

  private static func checkIsGraph(_ database: Database, _ path: String) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == StoreSchema.applicationID else { throw StoreError.foreign(path: path) }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= StoreSchema.version else {
      throw StoreError.newer(path: path, version: version)
    }
    guard version >= StoreSchema.oldestVersion else { throw StoreError.older(path: path) }
    if let problem = try StoreSchema.problem(in: database) {
      throw StoreError.altered(path: path, reason: problem)
    }
  }

  /// Checks the path before it is opened, and creates the folder of a new file.
  ///
  /// - Returns: Whether the file exists.
  private static func check(
    _ path: String, _ access: GraphStore.Access
  ) throws(StoreError) -> Bool {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { throw .notADatabase(path: path) }
      return true
    }
    if access != .create { throw .missing(path: path) }
    let folder = PathText(path).folder
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: path, reason: "its folder \(folder) cannot be made")
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw .cannotCreate(path: path, reason: "its folder \(folder) is not writable")
    }
    return false
  }
}
