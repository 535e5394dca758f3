internal import Foundation

/// Work on a thread of its own, whose result is fetched later.
///
/// Safe to share: `result` is written once, by the thread, before it signals `done`, and read once, after a
/// wait for `done`. The semaphore orders the two.
final class Background<Value>: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var result: Result<Value, any Error>?

  init(_ body: @escaping () throws -> Value) {
    // The caller does not use what the body captures until it has fetched the result.
    nonisolated(unsafe) let body = body
    let thread = Thread { [self] in
      result = Result(catching: body)
      done.signal()
    }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Waits for the end of the work and returns its result; to be called once.
  func value() throws -> Value? {
    done.wait()
    return try result?.get()
  }
}
