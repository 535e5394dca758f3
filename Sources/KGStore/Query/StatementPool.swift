internal import GRDB

/// Prepared statements that are not running, by their text: preparing takes longer than many a query runs.
final class StatementPool {
  private let database: Database
  private var idle: [String: PreparedStatement] = [:]

  private static let maximumCount = 256

  init(_ database: Database) {
    self.database = database
  }

  /// A statement that is ready to run, for the caller alone.
  func take(_ sql: String) throws -> PreparedStatement {
    try idle.removeValue(forKey: sql) ?? PreparedStatement(database, sql)
  }

  /// Takes back a statement that has been reset.
  func put(_ statement: PreparedStatement, _ sql: String) {
    if idle.count >= Self.maximumCount { idle = [:] }
    idle[sql] = statement
  }
}
