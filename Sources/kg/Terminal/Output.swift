import Foundation
import KnowledgeGraph

/// Writes answers to standard output and everything else to standard error.
enum Output {
  static func answer(_ text: String) {
    // "\r\n" is one Character, so the last byte is compared.
    let isWhole = text.isEmpty || text.utf8.last == UInt8(ascii: "\n")
    // One line is one write, so that lines of several processes stay whole.
    if isWhole || text.utf8.count > 1 << 16 {
      piece(text)
      if !isWhole { piece("\n") }
    } else {
      piece(text + "\n")
    }
  }

  /// A part of an answer, which goes on.
  static func piece(_ text: String) { bytes(Array(text.utf8)) }

  /// A reader that has gone away (`| head`) ends the process without a message; a full disk ends it with one.
  static func bytes(_ bytes: [UInt8]) {
    do {
      try FileDescriptor.standardOutput.write(bytes)
    } catch {
      if error.code == EPIPE { exit(0) }
      failure(error).exit()
    }
  }

  /// The failure of a command whose standard output cannot be written.
  static func failure(_ error: SystemError) -> Failure {
    Failure(.inputOutput, "standard output: cannot be written: \(error)")
  }

  static func note(_ text: String) { notePiece(text.visible + "\n") }

  static func error(_ text: String) { note("error: " + text) }

  /// Writes to standard error as it is. When that fails, the work goes on: its result does not depend on it.
  static func notePiece(_ text: String) {
    try? FileDescriptor.standardError.write(Array(text.utf8))
  }

  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The number of cells in a line of the terminal; `nil` when standard output is not a terminal, or one that does not say.
  static var width: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
