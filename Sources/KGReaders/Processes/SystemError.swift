internal import Foundation

/// The last error of a system call on this thread.
package struct SystemError: Error, CustomStringConvertible {
  /// The number of the error, such as `EPIPE`.
  package let code: Int32

  /// Takes the error of the call that has just failed.
  package init() {
    code = errno
  }

  /// The system's text for it: `No such file or directory`.
  package var description: String { String(cString: strerror(code)) }
}
