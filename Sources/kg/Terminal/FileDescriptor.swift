import Foundation
import KnowledgeGraph

/// An open file by its number. Writing reports every error of the system, which `FileHandle` turns into a trap or
/// into a text without its cause.
struct FileDescriptor {
  let number: Int32

  static let standardOutput = FileDescriptor(number: STDOUT_FILENO)
  static let standardError = FileDescriptor(number: STDERR_FILENO)

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw SystemError()
      }
    }
  }

  /// Some file systems report a full disk only now.
  func close() throws(SystemError) {
    if Foundation.close(number) != 0 { throw SystemError() }
  }
}
