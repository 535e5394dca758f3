/// Something large that one thread gives and another takes, so that nobody holds it in between.
final class TransferBox<Value>: @unchecked Sendable {
  private var value: Value?

  init(_ value: Value) {
    self.value = value
  }

  /// To be called once.
  func take() -> Value? {
    defer { value = nil }
    return value
  }
}
