internal import Foundation
internal import GRDB

/// Why a graph's file cannot be used.
public enum StoreError: Error, Sendable, CustomStringConvertible {
  case missing(path: String)
  case notADatabase(path: String)
  /// A SQLite file of another program.
  case foreign(path: String)
  case newer(path: String, version: Int)
  /// Made before the first release.
  case older(path: String)
  case damaged(path: String)
  /// The schema is not the one that this program makes.
  case altered(path: String, reason: String)
  case locked(path: String)
  case readOnly(path: String)
  case cannotCreate(path: String, reason: String)
  case full(path: String)
  case failed(path: String, reason: String)

  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no graph here; make one with 'kg ingest --db \(path) DOCUMENTS'"
    case .notADatabase(let path): "\(path): not a SQLite file; name another file with --db"
    case .foreign(let path):
      "\(path): a SQLite file of another program, which kg leaves alone; name another file with --db"
    case .newer(let path, let version):
      "\(path): made by a newer kg (version \(version) of the store, this one knows \(StoreSchema.version)); update kg"
    case .older(let path):
      "\(path): made by a kg from before the first release; ingest the sources into a new file"
    case .damaged(let path):
      "\(path): damaged; restore a copy, or ingest the sources into a new file"
    case .altered(let path, let reason):
      "\(path): not as kg made it: \(reason); restore a copy, or ingest the sources into a new file"
    case .locked(let path): "\(path): another process is writing to it; try again when it is done"
    case .readOnly(let path): "\(path): not writable; check its permissions and its folder's"
    case .cannotCreate(let path, let reason): "\(path): cannot be made: \(reason)"
    case .full(let path): "\(path): the disk is full; nothing was changed"
    case .failed(let path, let reason): "\(path): \(reason)"
    }
  }

  /// What a refusal of the system means for a file.
  init(errno code: Int32, path: String) {
    self =
      [ENOSPC, EFBIG, EDQUOT].contains(code)
      ? .full(path: path) : .failed(path: path, reason: String(cString: strerror(code)))
  }

  /// What an error of SQLite means for the file.
  init(_ error: any Error, path: String) {
    // A column that holds what it cannot: nothing that we wrote.
    if error is RowDecodingError {
      self = .damaged(path: path)
      return
    }
    guard let error = error as? DatabaseError else {
      self = (error as? StoreError) ?? .failed(path: path, reason: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_CANTOPEN:
      self = .cannotCreate(path: path, reason: error.message ?? "cannot be opened")
    default:
      self = .failed(
        path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
  }
}
