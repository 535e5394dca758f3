import Foundation

/// Reads what someone types.
enum Input {
  /// Asks on standard error, and reads a line of standard input.
  ///
  /// - Returns: The line without white space at its ends; `nil` at the end of the input.
  static func answer(to question: String) -> String? {
    Output.notePiece(question)
    guard let line = readLine() else {
      Output.notePiece("\n")
      return nil
    }
    return line.trimmingCharacters(in: .whitespaces)
  }
}
