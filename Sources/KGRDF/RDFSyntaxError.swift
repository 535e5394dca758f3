/// A fault in an RDF document, with its place.
public struct RDFSyntaxError: Error, Hashable, Sendable {
  /// What is wrong, and what to do about it where that helps.
  public let message: String
  /// Counted from 1.
  public let line: Int
  /// In characters of the line, counted from 1.
  public let column: Int
  /// The text at this place, cut to a readable length; empty at the end of the document.
  public let text: String

  /// Makes an error; `line` and `column` count from 1.
  public init(_ message: String, line: Int, column: Int, text: String) {
    self.message = message
    self.line = line
    self.column = column
    self.text = text
  }
}

extension RDFSyntaxError: CustomStringConvertible {
  /// `line:column: message: 'text'`, to be shown after the name of the file.
  public var description: String {
    "\(line):\(column): \(message)" + (text.isEmpty ? "" : ": '\(text)'")
  }
}
