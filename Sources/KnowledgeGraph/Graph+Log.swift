internal import Logging

/// What the library tells about its steps: nothing unless a program sets up a log handler for debugging.
/// Values of documents are not logged.
extension Graph {
  static let log = Logger(label: "kg")

  /// Runs a step, and tells how long it took and what it gave.
  static func logged<Value>(
    _ step: String, _ outcome: (Value) -> String, _ body: () throws -> Value
  ) rethrows -> Value {
    let start = ContinuousClock.now
    let value = try body()
    log.debug("\(step): \(outcome(value)), \(ContinuousClock.now - start)")
    return value
  }
}
