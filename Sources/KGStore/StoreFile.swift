internal import Foundation
internal import KGModel

/// The file of a store and its connections: one that writes, and one reader for each concurrent read. A
/// reader sees what had been committed when its transaction began, and never waits.
///
/// A file that does not exist is created at its first use, so that a large source can be built into a new
/// file.
///
/// Safe to share between threads: `path` and `access` are constants; `state` is accessed only in `locked`,
/// under `lock`. The writer is used under `writerLock` only, and closed when it has no users. A reader of a file
/// is in `idleReaders` or lent to one caller, never both, so its unsynchronized state belongs to one thread at a
/// time; in memory the single reader shares the writer's connection and is used under `writerLock`, too.
final class StoreFile: @unchecked Sendable {
  let path: String
  private let access: GraphStore.Access
  private let lock = NSLock()
  /// Held while the writer is used. Recursive, because in memory a read can contain another one.
  private let writerLock = NSRecursiveLock()
  /// Accessed in `locked` only.
  private var state = State()

  private struct State {
    /// The connection that writes; in memory the only one. `nil` until the first use of a file opened for
    /// changes, and for a file opened for reading.
    var writer: Database?
    /// Readers that are not in use.
    var idleReaders: [StoreReader] = []
    /// The number of callers that use the writer or wait for it.
    var writerUseCount = 0
    var isClosed = false

    /// Takes the readers that are not in use.
    mutating func takeReaders() -> Connections {
      defer { idleReaders = [] }
      return Connections(readers: idleReaders)
    }

    /// Takes the readers that are not in use, and the writer.
    mutating func takeConnections() -> Connections {
      defer { (idleReaders, writer) = ([], nil) }
      return Connections(readers: idleReaders, writer: writer)
    }
  }

  /// - Throws: ``StoreError`` when the file cannot be used as a store.
  init(path: String, access: GraphStore.Access) throws(StoreError) {
    self.path = path
    self.access = access
    guard try Self.check(path, access) else { return }
    do {
      if access == .readOnly {
        let database = try Self.openForReading(path)
        try Self.checkIsGraph(database, path)
        state.idleReaders = [StoreReader(database)]
      } else {
        _ = try openWriter(&state)
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  init(memory: ()) throws(StoreError) {
    path = Database.memoryPath
    access = .create
    do {
      let database = try Self.open(path, .create, queryOnly: false)
      try StoreSchema.migrate(database)
      state.writer = database
      state.idleReaders = [StoreReader(database)]
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private var isInMemory: Bool { path == Database.memoryPath }

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
    let idle = try locked { state in
      if state.isClosed { throw closed }
      // Create a new file before it is read.
      if access != .readOnly { _ = try openWriter(&state) }
      return state.idleReaders.popLast()
    }
    if let idle { return idle }
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
    return StoreReader(try Self.openForReading(path))
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

  /// Runs `body` with the connection that writes, which is opened at the first call. Other threads wait.
  func withWriter<Value>(_ body: (Database) throws -> Value) throws -> Value {
    if access == .readOnly {
      throw StoreError.failed(path: path, reason: "it was opened for reading and cannot be changed")
    }
    let writer = try locked { state in
      if state.isClosed { throw closed }
      let writer = try openWriter(&state)
      state.writerUseCount += 1
      return writer
    }
    defer {
      let last = locked { state in
        state.writerUseCount -= 1
        return state.isClosed && state.writerUseCount == 0 ? state.takeConnections() : nil
      }
      // The store was closed meanwhile, and there is no caller to report a failure to.
      try? last?.close()
    }
    writerLock.lock()
    defer { writerLock.unlock() }
    return try body(writer)
  }

  /// The connection that writes, which is opened if it is not.
  private func openWriter(_ state: inout State) throws -> Database {
    if let writer = state.writer { return writer }
    let writer = try Self.open(path, access == .create ? .create : .existing, queryOnly: false)
    try Self.prepareForChanges(writer)
    try Self.checkIsGraph(writer, path)
    state.writer = writer
    return writer
  }

  // MARK: Closing

  private var closed: StoreError { .failed(path: path, reason: "it has been closed") }

  /// Closes all connections: those in use when their caller is done, all others now.
  func close() throws(StoreError) {
    let idle = locked { state in
      state.isClosed = true
      // The writer, and in memory the reader, are closed with their last user.
      if state.writerUseCount == 0 { return state.takeConnections() }
      return isInMemory ? Connections() : state.takeReaders()
    }
    do { try idle.close() } catch { throw StoreError(error, path: path) }
  }

  /// Connections that are not in use any more.
  private struct Connections {
    var readers: [StoreReader] = []
    var writer: Database?

    func close() throws {
      for reader in readers { try reader.close() }
      try writer?.close()
    }
  }

  /// Whether the file does not exist yet.
  var isMissing: Bool {
    locked { $0.writer == nil && !$0.isClosed } && !FileManager.default.fileExists(atPath: path)
  }

  // MARK: Opening

  /// How long a change waits for another process that is writing.
  private static let busyTimeout = Duration.seconds(5)

  private static func open(
    _ path: String, _ mode: Database.Mode, queryOnly: Bool
  ) throws -> Database {
    let database = try Database(path, mode, busyTimeout: busyTimeout)
    // A file from elsewhere may be hostile: its schema must not call functions, its cells are checked, and it is
    // not mapped into memory.
    try database.execute(
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
    try setCache(database, queryOnly ? firstCacheKB : cacheKB)
    // Overwrite deleted content, so that it does not remain in free pages.
    try database.execute(queryOnly ? "PRAGMA query_only = ON" : "PRAGMA secure_delete = ON")
    return database
  }

  private static func openForReading(_ path: String) throws -> Database {
    do {
      // Opened for writing, because the last connection to close then removes the log; `query_only` keeps it
      // from changing anything else.
      let database = try open(path, .existing, queryOnly: true)
      // The log is opened at the first reading.
      _ = try objectCount(database)
      return database
    } catch let error as SQLiteError where error.code == .cannotOpen || error.code == .readOnly {
      // In a read-only folder no log can be created. Without a log the file alone is complete.
      guard !FileManager.default.fileExists(atPath: path + "-wal") else { throw error }
      return try open(path, .immutable, queryOnly: true)
    }
  }

  /// The page cache of a reader's first query, in kB. A process that answers one question would spend a fifth
  /// of its time on allocating memory for pages that it does not read again and that the system caches anyway.
  static let firstCacheKB = 2 << 10
  /// The page cache of further queries and of changes, in kB.
  static let cacheKB = 32 << 10

  static func setCache(_ database: Database, _ size: Int) throws {
    try database.execute("PRAGMA cache_size = -\(size)")
  }

  private static func prepareForChanges(_ database: Database) throws {
    let isNew = try objectCount(database) == 0
    guard try isNew || StoreSchema.isStore(database) else { return }
    let version = try StoreSchema.version(of: database)
    guard version == 0 || (StoreSchema.oldestVersion...StoreSchema.version).contains(version)
    else { return }
    if isNew { try database.execute("PRAGMA page_size = \(DatabasePages.pageByteCount)") }
    try database.execute("PRAGMA journal_mode = WAL")
    try StoreSchema.migrate(database)
  }

  /// The number of tables, indexes, views and triggers.
  private static func objectCount(_ database: Database) throws -> Int64 {
    try database.integer("SELECT COUNT(*) FROM sqlite_schema") ?? 0
  }

  private static func checkIsGraph(_ database: Database, _ path: String) throws {
    guard try StoreSchema.isStore(database) else { throw StoreError.foreign(path: path) }
    let version = try StoreSchema.version(of: database)
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
