package import Foundation

extension FileHandle {
  /// Copies the next bytes of the file to the start of a buffer and returns their number; 0 at the end. A signal that
  /// interrupts the call does not end it.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      let count = Foundation.read(fileDescriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw SystemError() }
    }
  }
}
