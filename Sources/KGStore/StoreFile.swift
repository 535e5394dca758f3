internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// The file of a store and the connections to it: one that changes it, and as many that read as are asked at
/// the same moment. A reader sees what had been committed when it began, and waits for nobody.
///
/// A file that does not exist is made when it is first used, so that a large source can be built into a
/// new one.
final class StoreFile: @unchecked Sendable {
  let path: String
  private let access: GraphStore.Access
  private let lock = NSLock()
  /// Guarded by `lock`.
  private var state = State()

  private struct State {
    /// The connection that changes the file; in memory the only one.
    var writer: DatabaseQueue?
    /// Readers that nobody uses at the moment.
    var idleReaders: [StoreReader] = []
    /// How many use the writer or wait for it.
    var writerUseCount = 0
    var isClosed = false
  }

  /// - Throws: ``StoreError`` when the file is missing, foreign, damaged, newer or out of reach.
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

  /// Idle readers that are kept open.
  private static let maximumIdleCount = 4

  /// Lends a reader for as long as the body runs; a body that reads itself gets another one.
  func withReader<Value>(_ body: (StoreReader) throws -> Value) throws -> Value {
    if isInMemory {
      // One connection, also for what is read within a reading.
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
    // Who reads a new file makes it first.
    if access != .readOnly { try withWriter { _ in } }
    let idle = try locked { state in
      if state.isClosed { throw closed }
      return state.idleReaders.popLast()
    }
    if let idle { return idle }
    // Opening would make the file again.
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
    return StoreReader(try Self.open(path, .readOnly))
  }

  private func recycle(_ reader: StoreReader) {
    let isKept = locked { state in
      guard !state.isClosed, state.idleReaders.count < Self.maximumIdleCount else { return false }
      state.idleReaders.append(reader)
      return true
    }
    // One who closes has nobody to tell that the last one was late.
    if !isKept { try? reader.close() }
  }

  // MARK: Changing

  /// Lends the connection that may change the file, which is made when there is none yet.
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

  /// Lets go of the file: what is being used at once when its user is done, everything else now. The
  /// connections stay, closed, as long as this object: to free one starts a thread, which a process that
  /// is about to end need not wait for.
  func close() throws(StoreError) {
    let idle = locked { state in
      state.isClosed = true
      let idle = (
        readers: state.idleReaders, writer: state.writerUseCount == 0 ? state.writer : nil
      )
      return idle
    }
    do {
      // What is in memory goes with its last user.
      if !isInMemory || idle.writer != nil {
        for reader in idle.readers { try reader.close() }
      }
      try idle.writer?.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Whether there is no file yet.
  var isMissing: Bool {
    locked { $0.writer == nil } && !FileManager.default.fileExists(atPath: path)
  }

  private static func open(_ path: String, _ access: GraphStore.Access) throws -> DatabaseQueue {
    switch access {
    case .change, .create:
      return try DatabaseQueue(path: path, configuration: configuration(queryOnly: false))
    case .readOnly:
      do {
        // A connection that may write removes the log when it is the last one; this one changes nothing.
        let queue = try DatabaseQueue(path: path, configuration: configuration(queryOnly: true))
        _ = try queue.inDatabase { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM sqlite_schema") }
        return queue
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
      {
        // In a folder that cannot be written there can be no log; without one the file is whole.
        guard !FileManager.default.fileExists(atPath: path + "-wal") else { throw error }
        let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return try DatabaseQueue(
          path: "file:\(name)?immutable=1", configuration: configuration(queryOnly: true))
      }
    }
  }

  /// For pages of the file, in kB: a process that asks one question and ends would spend a fifth of its time on
  /// getting memory for pages that it does not see again, and the system has them in its own cache.
  static let firstCacheKB = 2 << 10
  /// For processes that ask more, or change something.
  static let cacheKB = 32 << 10

  static func setCache(_ database: Database, _ size: Int) throws {
    try database.execute(sql: "PRAGMA cache_size = -\(size)")
  }

  private static func configuration(queryOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // A file from elsewhere may be hostile: its schema runs no functions, its cells are checked, it
      // is not mapped into memory, no value takes more than some documents.
      try database.execute(
        sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
      limitValues(database)
      try setCache(database, queryOnly ? firstCacheKB : cacheKB)
      // What is forgotten is gone from the free pages, too.
      try database.execute(
        sql: queryOnly ? "PRAGMA query_only = ON" : "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// A value is no longer than some documents, whoever made it.
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

  /// - Returns: Whether there is a file.
  private static func check(
    _ path: String, _ access: GraphStore.Access
  ) throws(StoreError) -> Bool {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { throw .notADatabase(path: path) }
      return true
    }
    if access != .create { throw .missing(path: path) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
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
