internal import Logging

/// The log of the library's steps, for debugging: empty unless a program sets up a log handler.
/// Values of documents are not logged.
extension Graph {
  static let log = Logger(label: "kg")

  /// Runs a step and logs how long it took and what came out.
  static func logged<Value>(
    _ step: String, _ outcome: (Value) -> String, _ body: () throws -> Value
  ) rethrows -> Value {
    let start = ContinuousClock.now
    let value = try body()
    log.debug("\(step): \(outcome(value)), \(ContinuousClock.now - start)")
    return value
  }
}
