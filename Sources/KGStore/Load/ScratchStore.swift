internal import Foundation
internal import KGModel

/// A store that is built under a temporary name next to its final path, and linked to that path when it is
/// complete. Until then it can be discarded, so it is written without a journal.
///
/// The file is locked while it is built. Files left by a killed process are not locked, and the next one
/// removes them.
final class ScratchStore {
  private let path: String
  private let scratchPath: String
  let folder: String
  let database: Database
  private let file: FileHandle

  /// - Parameter path: The final path, which must not exist.
  /// - Throws: ``StoreError`` when the file cannot be created.
  init(for path: String) throws {
    self.path = path
    let place = PathText(path)
    folder = place.folder
    let prefix = ".\(place.name).loading-"
    Self.removeLeftovers(folder, prefix)
    (scratchPath, file) = try Self.lockedFile(folder + "/" + prefix, for: path)
    do {
      database = try Self.opened(scratchPath)
      try StoreSchema.migrate(database)
    } catch {
      unlink(scratchPath)
      throw error
    }
  }

  deinit {
    unlink(scratchPath)
  }

  /// Creates and locks a file. It tries again when another process removes the file before it is locked.
  private static func lockedFile(
    _ prefix: String, for path: String
  ) throws -> (path: String, file: FileHandle) {
    for _ in 0..<10 {
      let scratchPath = prefix + UUID().uuidString
      let descriptor = open(scratchPath, O_RDWR | O_CREAT | O_EXCL, 0o644)
      guard descriptor >= 0 else {
        throw StoreError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
      }
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      var status = stat()
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0,
        status.st_nlink > 0
      {
        return (scratchPath, file)
      }
      unlink(scratchPath)
    }
    throw StoreError.locked(path: path)
  }

  private static func opened(_ path: String) throws -> Database {
    let database = try Database(path, .existing)
    try database.execute(
      """
      PRAGMA page_size = \(DatabasePages.pageByteCount); PRAGMA synchronous = OFF;
      PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA journal_mode = OFF;
      """)
    return database
  }

  private static func removeLeftovers(_ folder: String, _ prefix: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix) {
      guard let file = FileHandle(forReadingAtPath: folder + "/" + name) else { continue }
      // A process that still builds the file holds the lock.
      if flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0 { unlink(folder + "/" + name) }
    }
  }

  /// Adds the finished trees to their tables, and links the file to its final path.
  ///
  /// - Throws: ``StoreError/locked(path:)`` when another process has created a store there meanwhile.
  func publish(with trees: [String: FinishedTree]) throws {
    let roots = try trees.map { table, tree in
      let root = try database.integer("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table])
      return (Int(root ?? 0), tree)
    }
    try DatabasePages(descriptor: file.fileDescriptor).append(roots.sorted { $0.0 < $1.0 })
    try database.execute("PRAGMA journal_mode = WAL")
    try database.close()
    guard fsync(file.fileDescriptor) == 0 else { throw systemError() }
    try linkIntoPlace()
    let directory = open(folder, O_RDONLY)
    fsync(directory)
    close(directory)
  }

  /// Links the file to its final path unless that exists.
  private func linkIntoPlace() throws {
    // Unlike `rename`, `link` never replaces an existing file.
    if link(scratchPath, path) == 0 { return }
    guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(errno) else {
      throw errno == EEXIST ? StoreError.locked(path: path) : systemError()
    }
    // Some file systems have no links. There, reserve the path with an empty file first.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? StoreError.locked(path: path) : systemError()
    }
    close(descriptor)
    guard rename(scratchPath, path) == 0 else { throw systemError() }
  }

  private func systemError() -> StoreError { StoreError(errno: errno, path: path) }
}
