extension Database {
  /// Calls `body` with the statement at each row of a query.
  ///
  /// - Throws: `SQLiteError`, and what `body` throws.
  func forEachRow(
    _ sql: String, _ values: [any BindableValue] = [], _ body: (PreparedStatement) throws -> Void
  ) throws {
    let statement = try PreparedStatement(kept: sql, by: self, values)
    while try statement.step() { try body(statement) }
  }

  /// What `body` returns for each row of a query.
  ///
  /// - Throws: `SQLiteError`, and what `body` throws.
  func rows<Value>(
    _ sql: String, _ values: [any BindableValue] = [],
    _ body: (PreparedStatement) throws -> Value
  ) throws -> [Value] {
    var rows: [Value] = []
    try forEachRow(sql, values) { rows.append(try body($0)) }
    return rows
  }

  /// What `body` returns for the first row of a query; `nil` when there are no rows.
  ///
  /// - Throws: `SQLiteError`, and what `body` throws.
  func firstRow<Value>(
    _ sql: String, _ values: [any BindableValue] = [],
    _ body: (PreparedStatement) throws -> Value
  ) throws -> Value? {
    let statement = try PreparedStatement(kept: sql, by: self, values)
    return try statement.step() ? body(statement) : nil
  }

  /// The integer in the first row and column of a query; `nil` when there is no row, or NULL in it.
  ///
  /// - Throws: `SQLiteError`; with the code `corrupt` for a value that is not an integer.
  func integer(_ sql: String, _ values: [any BindableValue] = []) throws -> Int64? {
    try firstRow(sql, values) { $0.isNull(0) ? nil : try $0.checkedInt(0) } ?? nil
  }

  /// The integers in the first column of a query.
  ///
  /// - Throws: `SQLiteError`; with the code `corrupt` for a value that is not an integer.
  func integers(_ sql: String, _ values: [any BindableValue] = []) throws -> [Int64] {
    try rows(sql, values) { try $0.checkedInt(0) }
  }

  /// The text in the first row and column of a query; `nil` when there is no row.
  ///
  /// - Throws: `SQLiteError`.
  func text(_ sql: String, _ values: [any BindableValue] = []) throws -> String? {
    try firstRow(sql, values) { $0.text(0) }
  }

  /// The texts in the first column of a query.
  ///
  /// - Throws: `SQLiteError`.
  package func texts(_ sql: String, _ values: [any BindableValue] = []) throws -> [String] {
    try rows(sql, values) { $0.text(0) }
  }
}
