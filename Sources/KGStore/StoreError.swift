internal import Foundation

/// Why the file of a graph cannot be used.
public enum StoreError: Error, Sendable, CustomStringConvertible {
  /// There is no file at the path.
  case missing(path: String)
  /// The file is not a SQLite file.
  case notADatabase(path: String)
  /// The file is a SQLite file of another program.
  case foreign(path: String)
  /// The file was made by a newer version of `kg`.
  case newer(path: String, version: Int)
  /// The file was made before the first release.
  case older(path: String)
  /// The content of the file is inconsistent.
  case damaged(path: String)
  /// The schema is not the one that `kg` creates.
  case altered(path: String, reason: String)
  /// Another process is writing to the file.
  case locked(path: String)
  /// The file cannot be written.
  case readOnly(path: String)
  /// The file or its folder cannot be created.
  case cannotCreate(path: String, reason: String)
  /// The disk is full.
  case full(path: String)
  /// A document is about a person whom the store was told to forget.
  case forgotten
  /// Any other failure. `sql` is the statement that failed, with the values in it replaced by `…`.
  case failed(path: String, reason: String, sql: String? = nil)

  /// The path, what is wrong, and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no graph here; make one with 'kg ingest --db \(path) DOCUMENTS'"
    case .notADatabase(let path): "\(path): not a SQLite file; name another file with --db"
    case .foreign(let path):
      "\(path): a SQLite file of another program, which kg does not change; name another file with --db"
    case .newer(let path, let version):
      "\(path): made by a newer kg (version \(version) of the store, this one supports \(StoreSchema.version)); update kg"
    case .older(let path):
      "\(path): made by a kg from before the first release; ingest the sources into a new file"
    case .damaged(let path):
      "\(path): damaged; restore a copy, or ingest the sources into a new file"
    case .altered(let path, let reason):
      "\(path): not as kg made it: \(reason); restore a copy, or ingest the sources into a new file"
    case .locked(let path): "\(path): another process is writing to it; try again when it is done"
    case .readOnly(let path): "\(path): not writable; check its permissions and its folder's"
    case .cannotCreate(let path, let reason): "\(path): cannot be created: \(reason)"
    case .full(let path): "\(path): the disk is full; nothing was changed"
    case .forgotten:
      "about a person whom this graph was told to forget; nothing of it is stored"
    case .failed(let path, let reason, let sql):
      "\(path): \(reason)" + (sql.map { "; in the SQL: \($0)" } ?? "")
    }
  }

  /// The error for an error code of the operating system.
  init(errno code: Int32, path: String) {
    self =
      [ENOSPC, EFBIG, EDQUOT].contains(code)
      ? .full(path: path) : .failed(path: path, reason: String(cString: strerror(code)))
  }

  /// The error for an error of SQLite, or for any other error that accessing the file has thrown.
  init(_ error: any Error, path: String) {
    guard let error = error as? SQLiteError else {
      self = (error as? StoreError) ?? .failed(path: path, reason: "\(error)")
      return
    }
    switch error.code {
    case .notADatabase: self = .notADatabase(path: path)
    case .corrupt: self = .damaged(path: path)
    case .busy, .locked: self = .locked(path: path)
    case .readOnly: self = .readOnly(path: path)
    case .full: self = .full(path: path)
    case .cannotOpen: self = .cannotCreate(path: path, reason: error.message)
    default: self = .failed(path: path, reason: error.message, sql: error.sql)
    }
  }
}
