internal import Foundation

/// Work on a thread of its own, whose result is asked for later.
final class Background<Value>: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var result: Result<Value, any Error>?

  init(_ body: @escaping () throws -> Value) {
    // The caller hands over what the body uses and takes back the result; nobody else has either.
    nonisolated(unsafe) let body = body
    let thread = Thread { [self] in
      result = Result(catching: body)
      done.signal()
    }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Waits for the end of the work; to be called once.
  func value() throws -> Value? {
    done.wait()
    return try result?.get()
  }
}
