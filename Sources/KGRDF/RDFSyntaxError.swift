/// What is wrong in a document, and where.
public struct RDFSyntaxError: Error, Hashable, Sendable {
  /// In words, with what to do where that helps.
  public let message: String
  /// Counted from 1.
  public let line: Int
  /// In characters of the line, counted from 1.
  public let column: Int
  /// The text at this place, cut to a readable length; empty at the end of the document.
  public let text: String

  public init(_ message: String, line: Int, column: Int, text: String) {
    self.message = message
    self.line = line
    self.column = column
    self.text = text
  }
}

extension RDFSyntaxError: CustomStringConvertible {
  /// `line:column: message: 'text'`; the file's name goes in front.
  public var description: String {
    "\(line):\(column): \(message)" + (text.isEmpty ? "" : ": '\(text)'")
  }
}
