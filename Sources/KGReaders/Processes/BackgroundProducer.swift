internal import Foundation

/// Makes values on a thread of its own while the caller uses those that are finished.
package enum BackgroundProducer {
  /// Calls `consume` on this thread with each value that `produce` makes on another, in order.
  ///
  /// - Parameters:
  ///   - ahead: How many values may wait to be used, so that memory is bounded.
  ///   - produce: Passes each value to its argument, which returns `false` when no more are wanted.
  /// - Throws: The error of either; both have ended then.
  package static func forEach<Value, Failure: Error>(
    ahead: Int = 3, of produce: (_ hand: (Value) -> Bool) throws(Failure) -> Void,
    _ consume: (Value) throws(Failure) -> Void
  ) throws(Failure) {
    let exchange = Exchange<Value, Failure>(limit: ahead)
    let result: Result<Void, Failure> = withoutActuallyEscaping(produce) { produce in
      let work = Work(produce)
      let thread = Thread { exchange.end(work.run(exchange)) }
      thread.stackSize = stackSize
      thread.start()
      while let value = exchange.take() {
        do throws(Failure) { try consume(value) } catch {
          exchange.stop()
          return .failure(error)
        }
      }
      return exchange.waitForEnd()
    }
    try result.get()
  }

  /// As large as that of a program's first thread usually is.
  private static let stackSize = 8 << 20
}

/// What the other thread does, once. Its closure is released before the end is announced: the closure does not
/// outlive the call that it was given to.
///
/// Safe to share: the first thread does not use the closure, nor what it captures, until the other has ended.
private final class Work<Value, Failure: Error>: @unchecked Sendable {
  private var produce: (((Value) -> Bool) throws(Failure) -> Void)?

  init(_ produce: @escaping ((Value) -> Bool) throws(Failure) -> Void) { self.produce = produce }

  func run(_ exchange: Exchange<Value, Failure>) -> Result<Void, Failure> {
    defer { produce = nil }
    do throws(Failure) {
      try produce?(exchange.hand)
      return .success(())
    } catch {
      return .failure(error)
    }
  }
}

/// Passes values from one thread to another, a few at a time.
///
/// Safe to share: all variables are guarded by `condition`, and a value is used by one thread at a time.
private final class Exchange<Value, Failure: Error>: @unchecked Sendable {
  private let condition = NSCondition()
  private let limit: Int
  private var values: [Value] = []
  private var isStopped = false
  private var ending: Result<Void, Failure>?

  init(limit: Int) { self.limit = limit }

  /// Waits until there is room; returns whether the value was wanted.
  func hand(_ value: Value) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while !isStopped, values.count >= limit { condition.wait() }
    if !isStopped { values.append(value) }
    condition.signal()
    return !isStopped
  }

  func end(_ result: Result<Void, Failure>) {
    condition.lock()
    ending = result
    condition.signal()
    condition.unlock()
  }

  /// The next value; `nil` when the producer has ended.
  func take() -> Value? {
    condition.lock()
    defer { condition.unlock() }
    while values.isEmpty, ending == nil { condition.wait() }
    defer { condition.signal() }
    return values.isEmpty ? nil : values.removeFirst()
  }

  /// Drops what is left, and waits for the end of the producer.
  func stop() {
    condition.lock()
    isStopped = true
    values = []
    condition.signal()
    condition.unlock()
    _ = waitForEnd()
  }

  func waitForEnd() -> Result<Void, Failure> {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let ending { return ending }
      condition.wait()
    }
  }
}
