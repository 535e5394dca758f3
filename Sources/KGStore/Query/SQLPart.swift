internal import GRDB
internal import KGSPARQL

/// A part of a query that is a statement of SQL.
final class SQLPart: PreparedPart {
  private let database: Database
  private let sql: (_ hasBindings: Bool) throws -> PatternSQL
  private let bindings: [Variable]
  let estimatedRows: Double
  let residualConditions: [Expression]
  private var statement: PreparedStatement?
  private var plain: PatternSQL?
  private var bound: PatternSQL?

  /// - Parameters:
  ///   - plain: The statement without a bindings, where it has been made.
  ///   - sql: Makes the statement, with the bindings's table or without.
  init(
    _ database: Database, estimatedRows: Double, bindings: [Variable],
    residualConditions: [Expression] = [], plain: PatternSQL? = nil,
    sql: @escaping (_ hasBindings: Bool) throws -> PatternSQL
  ) throws {
    self.database = database
    self.estimatedRows = estimatedRows
    self.bindings = bindings
    self.residualConditions = residualConditions
    self.sql = sql
    self.plain = plain
    if bindings.isEmpty { self.plain = try plain ?? sql(false) } else { bound = try sql(true) }
    variables = (bindings.isEmpty ? self.plain : bound)?.variables ?? []
  }

  let variables: [Variable]

  var explanation: String {
    let text = (bindings.isEmpty ? plain : bound)?.text(bindings: nil) ?? ""
    return bindings.isEmpty
      ? text
      : "-- \(PatternSQL.bindingsTable): " + bindings.map { "?" + $0.name }.joined(separator: " ")
        + "\n"
        + text
  }

  func open(bindings rows: [[Int64]]?) throws -> any SolutionCursor {
    guard let rows else { return try openPlain() }
    if rows.isEmpty { return EmptyCursor() }
    let sql = try bound ?? self.sql(true)
    bound = sql
    return SQLCursor(
      try PreparedStatement(database, sql.text(bindings: rows)), places: places(in: sql))
  }

  /// Runs the statement without a bindings, which is kept for the next time unless it is running.
  private func openPlain() throws -> SQLCursor {
    let sql = try plain ?? self.sql(false)
    plain = sql
    let statement = try statement ?? PreparedStatement(database, sql.text(bindings: nil))
    self.statement = nil
    return SQLCursor(statement, places: places(in: sql)) { [weak self] in self?.statement = $0 }
  }

  private func places(in sql: PatternSQL) -> [Int] {
    variables.map { sql.variables.firstIndex(of: $0) ?? 0 }
  }
}

/// The rows of a statement, their columns in the order that is wanted.
private final class SQLCursor: SolutionCursor {
  /// `nil` at the end: SQLite would begin again.
  private var statement: PreparedStatement?
  private let places: [Int]
  /// Takes the statement back, made ready to run again.
  private let giveBack: ((PreparedStatement) -> Void)?

  init(
    _ statement: PreparedStatement, places: [Int], giveBack: ((PreparedStatement) -> Void)? = nil
  ) {
    self.statement = statement
    self.places = places
    self.giveBack = giveBack
  }

  deinit { finish() }

  func next(_ count: Int) throws -> RowBatch? {
    guard let statement else { return nil }
    var batch = RowBatch(width: places.count)
    while batch.count < count {
      guard try statement.step() else {
        finish()
        break
      }
      batch.append { statement.int(places[$0]) }
    }
    return batch.isEmpty ? nil : batch
  }

  private func finish() {
    guard let statement else { return }
    self.statement = nil
    statement.reset()
    giveBack?(statement)
  }
}

private final class EmptyCursor: SolutionCursor {
  func next(_ count: Int) -> RowBatch? { nil }
}
