/// Moves a large value from one thread to another without keeping a copy on the way.
///
/// Safe to share: the first thread sets the value before it starts the second, and does not use the box
/// afterwards; only the second thread takes the value.
final class TransferBox<Value>: @unchecked Sendable {
  private var value: Value?

  init(_ value: Value) {
    self.value = value
  }

  /// Removes the value from the box and returns it; `nil` at a second call.
  func take() -> Value? {
    defer { value = nil }
    return value
  }
}
