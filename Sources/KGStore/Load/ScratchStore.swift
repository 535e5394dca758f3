internal import Foundation
internal import GRDB

/// A store that is built to be copied whole into an empty one: its file has no name, so that nothing is
/// left of it when the load is cut short, and no journal, because until it is copied nobody misses it.
final class ScratchStore {
  let queue: DatabaseQueue
  private let file: FileHandle

  /// - Parameter folder: Where there is room for the store.
  init(folder: String) throws {
    let path = folder + "/.kg-" + UUID().uuidString
    defer { unlink(path) }
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA page_size = \(DatabasePages.pageByteCount); PRAGMA synchronous = OFF;
          PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;
          """)
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = OFF")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { try StoreSchema.migrate($0) }
    guard let file = FileHandle(forUpdatingAtPath: path) else {
      throw StoreError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    self.file = file
  }

  /// Gives tables their rows.
  func put(_ trees: [String: FinishedTree]) throws {
    let roots = try queue.inDatabase { database in
      try trees.map { table, tree in
        let root = try Int.fetchOne(
          database, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [table])
        return (root ?? 0, tree)
      }
    }
    try DatabasePages(descriptor: file.fileDescriptor).append(roots.sorted { $0.0 < $1.0 })
  }
}
