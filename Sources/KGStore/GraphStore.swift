internal import Foundation
internal import GRDB
internal import KGModel

/// A graph in one SQLite file.
///
/// A source is in it wholly or not at all; queries see entities, that is nodes that identity decisions
/// have joined. Every method is safe to call from any thread; those that read a file wait for no other.
public final class GraphStore: Sendable {
  public enum Access: Sendable {
    case readOnly
    /// For changes of a file that exists.
    case change
    /// For changes; the file and its folder are made when they do not exist.
    case create
  }

  static let memoryPath = ":memory:"

  /// The file, or `:memory:`.
  public let path: String
  let file: StoreFile

  /// - Throws: ``StoreError`` when the file is missing, foreign, damaged, newer or out of reach.
  public init(path: String, access: Access) throws(StoreError) {
    self.path = path
    file = try StoreFile(path: path, access: access)
  }

  private init(memory: ()) throws(StoreError) {
    path = Self.memoryPath
    file = try StoreFile(memory: ())
  }

  /// A store that lives as long as this value.
  public static func inMemory() throws(StoreError) -> GraphStore { try GraphStore(memory: ()) }

  /// Lets go of the file. What is asked afterwards fails.
  public func close() throws(StoreError) {
    try file.close()
  }

  // MARK: Access for the extensions

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try file.withReader { try $0.read(body) }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// The same for a body that throws errors of its own, which come through as they are.
  func readRethrowing<Value>(_ body: (StoreReader, Database) throws -> Value) throws -> Value {
    do {
      return try file.withReader { reader in try reader.read { try body(reader, $0) } }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Runs changes as one transaction: all of them, or none.
  func change<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try changeRethrowing(body) } catch { throw StoreError(error, path: path) }
  }

  /// The same for changes that throw errors of their own, which come through as they are.
  func changeRethrowing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    var value: Value?
    try file.withWriter { writer in
      try writer.unsafeReentrantWrite { database in
        // In memory there is one connection, and somebody may be in the middle of reading it.
        guard !database.isInsideTransaction else {
          throw StoreError.failed(path: path, reason: "it cannot be changed while a query reads it")
        }
        try database.inTransaction(.immediate) {
          value = try body(database)
          return .commit
        }
      }
    }
    guard let value else {
      throw StoreError.failed(path: path, reason: "the transaction gave nothing")
    }
    return value
  }

  /// Gives back what removed statements took, when that is much, and forgets their words for good; to be
  /// called after ``forget(path:)`` and what follows from it.
  public func compact() throws(StoreError) {
    do {
      try file.withWriter {
        try $0.unsafeReentrantWrite { database in
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
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
