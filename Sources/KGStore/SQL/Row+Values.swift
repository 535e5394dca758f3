internal import GRDB

/// Reads columns without trusting their types. SQLite does not enforce column types, and a file may come from
/// elsewhere: a value that is not an integer is read as 0, one that is not a text as empty.
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
