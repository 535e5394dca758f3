extension Sequence<Int64> {
  /// The ids as a list in SQL: `1, 2, 3`.
  var sqlList: String { map(String.init).joined(separator: ", ") }
}

/// An SQL condition: a column equals one of some ids.
func isOne(_ column: String, of ids: [Int64]) -> String {
  ids.count == 1 ? "\(column) = \(ids[0])" : "\(column) IN (\(ids.sqlList))"
}
