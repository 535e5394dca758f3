import ArgumentParser
import Foundation

/// Why the command does not succeed: the message and the exit code.
struct Failure: Error {
  /// The codes of `sysexits.h` that the command line promises.
  enum Code: Int32 {
    case refused = 1
    case usage = 64
    case data = 65
    case noInput = 66
    case software = 70
    case cannotCreate = 73
    case inputOutput = 74
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Prints the message and ends the process.
  func exit() -> Never {
    Output.error(message)
    KG.exit(withError: ExitCode(code.rawValue))
  }
}
