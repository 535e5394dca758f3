internal import GRDB

/// Columns as what they should be. SQLite does not hold a column to its type, and a file may come from
/// elsewhere: what is no number reads as 0, what is no text as none.
extension Row {
  func int(_ column: Int) -> Int64 {
    let value: DatabaseValue = self[column]
    if case .int64(let number) = value.storage { return number }
    return 0
  }

  func text(_ column: Int) -> String {
    let value: DatabaseValue = self[column]
    if case .string(let text) = value.storage { return text }
    return ""
  }
}
