internal import GRDB
internal import KGSPARQL

/// A part of a query that is a statement of SQL.
final class SQLPart: PreparedPart {
  private let database: Database
  private let sql: (_ hasHint: Bool) throws -> PatternSQL
  private let hint: [Variable]
  let estimatedRows: Double
  let openConditions: [Expression]
  private var plain: PatternSQL?
  private var hinted: PatternSQL?

  /// - Parameter sql: Makes the statement, with the hint's table or without.
  init(
    _ database: Database, estimatedRows: Double, hint: [Variable],
    openConditions: [Expression] = [],
    sql: @escaping (_ hasHint: Bool) throws -> PatternSQL
  ) throws {
    self.database = database
    self.estimatedRows = estimatedRows
    self.hint = hint
    self.openConditions = openConditions
    self.sql = sql
    if hint.isEmpty { plain = try sql(false) } else { hinted = try sql(true) }
    variables = (plain ?? hinted)?.variables ?? []
  }

  let variables: [Variable]

  var explanation: String {
    let text = (plain ?? hinted)?.text(hint: nil) ?? ""
    return hint.isEmpty
      ? text
      : "-- \(PatternSQL.hintTable): " + hint.map { "?" + $0.name }.joined(separator: " ") + "\n"
        + text
  }

  func open(hint rows: [[Int64]]?) throws -> any SolutionCursor {
    if let rows, rows.isEmpty { return EmptyCursor() }
    let sql: PatternSQL
    if rows == nil {
      sql = try plain ?? self.sql(false)
      plain = sql
    } else {
      sql = try hinted ?? self.sql(true)
      hinted = sql
    }
    let places = variables.map { sql.variables.firstIndex(of: $0) ?? 0 }
    // What a hint's values stand in comes only once.
    let statement =
      rows == nil
      ? try PreparedStatement(kept: sql.text(hint: nil), by: database)
      : try PreparedStatement(database, sql.text(hint: rows))
    return SQLCursor(statement, places: places)
  }
}

/// The rows of a statement, their columns in the order that is wanted.
private final class SQLCursor: SolutionCursor {
  /// `nil` at the end: SQLite would begin again.
  private var statement: PreparedStatement?
  private let places: [Int]

  init(_ statement: PreparedStatement, places: [Int]) {
    self.statement = statement
    self.places = places
  }

  func next() throws -> [Int64]? {
    guard let statement else { return nil }
    guard try statement.step() else {
      self.statement = nil
      return nil
    }
    return places.map(statement.int)
  }
}

private final class EmptyCursor: SolutionCursor {
  func next() -> [Int64]? { nil }
}
