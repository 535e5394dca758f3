import Foundation

/// Where the words go: answers to standard output, everything else to standard error.
enum Output {
  static func answer(_ text: String) {
    // "\r\n" is one Character, so the last byte is asked.
    let isWhole = text.isEmpty || text.utf8.last == UInt8(ascii: "\n")
    // One line is one write, so that lines of several processes stay whole.
    if isWhole || text.utf8.count > 1 << 16 {
      write(text, to: .standardOutput)
      if !isWhole { write("\n", to: .standardOutput) }
    } else {
      write(text + "\n", to: .standardOutput)
    }
  }

  /// A part of an answer, which goes on.
  static func piece(_ text: String) { write(text, to: .standardOutput) }

  static func bytes(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { write($0, to: .standardOutput) }
  }

  static func note(_ text: String) {
    write(text + "\n", to: .standardError)
  }

  static func error(_ text: String) {
    write("error: " + text + "\n", to: .standardError)
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ text: String, to handle: FileHandle) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: handle) }
  }

  /// A reader that has gone away (`| head`) is no error; a full disk is.
  private static func write(_ bytes: UnsafeRawBufferPointer, to handle: FileHandle) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Foundation.write(
        handle.fileDescriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        exit(0)
      } else if errno != EINTR {
        exit(Failure.Code.inputOutput.rawValue)
      }
    }
  }
}
