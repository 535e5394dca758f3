internal import Foundation
internal import GRDB
internal import KGModel

/// A graph in one SQLite file.
///
/// A source is in it wholly or not at all; queries see entities, that is nodes that identity decisions
/// have joined. Every method is safe to call from any thread.
public final class GraphStore: Sendable {
  public enum Access: Sendable {
    case readOnly
    /// For changes; the file and its folder are made when they do not exist.
    case create
  }

  static let memoryPath = ":memory:"

  /// The file, or `:memory:`.
  public let path: String
  let queue: DatabaseQueue

  /// - Throws: ``StoreError`` when the file is missing, foreign, damaged, newer or out of reach.
  public init(path: String, access: Access) throws(StoreError) {
    self.path = path
    try Self.checkFile(path, access)
    do {
      queue = try Self.open(path, access)
      if access == .create { try queue.inDatabase { try Self.prepareForChanges($0) } }
      try queue.inDatabase { try Self.checkIsGraph($0, path) }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private init(memory: ()) throws {
    path = Self.memoryPath
    queue = try DatabaseQueue(configuration: Self.configuration(readOnly: false))
    try queue.inDatabase { try StoreSchema.migrate($0) }
  }

  /// A store that lives as long as this value.
  public static func inMemory() throws(StoreError) -> GraphStore {
    do { return try GraphStore(memory: ()) } catch { throw StoreError(error, path: memoryPath) }
  }

  // MARK: Opening

  private static func open(_ path: String, _ access: Access) throws -> DatabaseQueue {
    switch access {
    case .create:
      return try DatabaseQueue(path: path, configuration: configuration(readOnly: false))
    case .readOnly:
      do {
        let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
        _ = try queue.inDatabase { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM sqlite_schema") }
        return queue
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
      {
        // In a folder that cannot be written there can be no log; without one the file is whole.
        guard !FileManager.default.fileExists(atPath: path + "-wal") else { throw error }
        let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return try DatabaseQueue(
          path: "file:\(name)?immutable=1", configuration: configuration(readOnly: true))
      }
    }
  }

  private static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // A file from elsewhere may be hostile: its schema runs no functions, its cells are checked.
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      if !readOnly { try database.execute(sql: "PRAGMA secure_delete = ON") }
      database.add(function: LexicalForm.function)
    }
    return configuration
  }

  private static func prepareForChanges(_ database: Database) throws {
    let objects = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_schema") ?? 0
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard objects == 0 || application == StoreSchema.applicationID else { return }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version == 0 || (StoreSchema.oldestVersion...StoreSchema.version).contains(version)
    else { return }
    if objects == 0 { try database.execute(sql: "PRAGMA page_size = \(DatabasePages.pageByteCount)") }
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
  }

  private static func checkFile(_ path: String, _ access: Access) throws(StoreError) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if exists {
      if isFolder.boolValue { throw .notADatabase(path: path) }
      return
    }
    if access == .readOnly { throw .missing(path: path) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: path, reason: "its folder \(folder) cannot be made")
    }
  }

  // MARK: Access for the extensions

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.inDatabase(body) } catch { throw StoreError(error, path: path) }
  }

  /// Runs changes as one transaction: all of them, or none.
  func change<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try changeRethrowing(body) } catch { throw StoreError(error, path: path) }
  }

  /// The same for changes that throw errors of their own, which come through as they are.
  func changeRethrowing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    var value: Value?
    try queue.inDatabase { database in
      try database.inTransaction(.immediate) {
        value = try body(database)
        return .commit
      }
    }
    guard let value else {
      throw StoreError.failed(path: path, reason: "the transaction gave nothing")
    }
    return value
  }

  /// Gives back what removed statements took, when that is much, and forgets their words for good.
  func compact() throws(StoreError) {
    do {
      try queue.inDatabase { database in
        try database.execute(
          sql: """
            DELETE FROM family WHERE id NOT IN (SELECT family FROM term);
            INSERT INTO name_words (name_words) VALUES ('optimize');
            """)
        let free = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        if free * 4 > pages { try database.execute(sql: "VACUUM") }
        _ = try Row.fetchAll(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
