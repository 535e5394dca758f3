internal import CGraphviz
import Foundation
import Synchronization

/// The errors of Graphviz. It would print them; here they are kept for the error that is thrown.
enum GraphvizMessages {
  /// Messages come in pieces (`Error`, `: `, the text), from a C function that carries no state.
  private static let pieces = Mutex("")

  /// Redirects messages from standard error to here.
  static func collect(from functions: kg_graphviz_functions) {
    _ = functions.agseterrf { piece in
      if let piece { GraphvizMessages.append(String(cString: piece)) }
      return 0
    }
  }

  static func clear() { pieces.withLock { $0 = "" } }

  /// All pieces since ``clear()``, on one line, without the word `Error`.
  static var text: String {
    let lines = pieces.withLock { $0 }.split(whereSeparator: \.isNewline).map { line in
      line.hasPrefix("Error: ") ? line.dropFirst("Error: ".count) : line
    }
    return lines.isEmpty ? "no reason given" : lines.joined(separator: "; ")
  }

  /// The error of a text that could not be read: `<file>: syntax error in line 3 near 'x'`.
  static func syntaxError() -> RenderError {
    let message = text
    guard let place = message.range(of: "in line ") else {
      return .syntax(message: message, line: nil)
    }
    return .syntax(
      message: message, line: Int(message[place.upperBound...].prefix(while: \.isNumber)))
  }

  private static func append(_ piece: String) { pieces.withLock { $0 += piece } }
}
