import Foundation

/// Where the words go: answers to standard output, everything else to standard error.
enum Output {
  static func answer(_ text: String) {
    // "\r\n" is one Character, so the last byte is asked.
    let isWhole = text.isEmpty || text.utf8.last == UInt8(ascii: "\n")
    write(isWhole ? text : text + "\n", to: .standardOutput)
  }

  static func bytes(_ bytes: [UInt8]) {
    write(Data(bytes), to: .standardOutput)
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
    write(Data(text.utf8), to: handle)
  }

  /// A reader that has gone away (`| head`) is no error; a full disk is.
  private static func write(_ data: Data, to handle: FileHandle) {
    var rest = data[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes {
        Foundation.write(handle.fileDescriptor, $0.baseAddress, $0.count)
      }
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
