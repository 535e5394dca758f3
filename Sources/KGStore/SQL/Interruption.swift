internal import CSQLite

/// Stops the statements of a connection when whoever runs them does not want more.
final class Interruption {
  private let database: Database

  /// Asked while statements run; `false` stops them with SQLITE_INTERRUPT.
  var mayContinue: (() -> Bool)? {
    didSet { install() }
  }

  init(_ database: Database) {
    self.database = database
  }

  deinit {
    if mayContinue != nil, let connection = database.connection {
      sqlite3_progress_handler(connection, 0, nil, nil)
    }
  }

  /// Instructions of SQLite's virtual machine between two calls: some tenths of a millisecond.
  private static let instructionsPerCall: Int32 = 10_000

  private func install() {
    guard let connection = database.connection else { return }
    guard mayContinue != nil else { return sqlite3_progress_handler(connection, 0, nil, nil) }
    sqlite3_progress_handler(
      connection, Self.instructionsPerCall,
      { context in
        guard let context else { return 0 }
        let interruption = Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue()
        return interruption.mayContinue?() ?? true ? 0 : 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}
