import ArgumentParser
import Foundation

/// An end of the command that is not success: what to say and with which code to leave.
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

  /// Says what went wrong and leaves.
  func exit() -> Never {
    Output.error(message)
    KG.exit(withError: ExitCode(code.rawValue))
  }
}
