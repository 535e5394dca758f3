/// Why and where a text is not a SPARQL query.
public struct SPARQLSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  public let line: Int
  /// In characters, counted from 1.
  public let column: Int
  /// What was found and what was expected, without the position.
  public let message: String
  /// What to do about it; `nil` when that is not known.
  public let suggestion: String?

  /// - Parameters:
  ///   - line: Counted from 1.
  ///   - column: In characters, counted from 1.
  public init(line: Int, column: Int, message: String, suggestion: String? = nil) {
    self.line = line
    self.column = column
    self.message = message
    self.suggestion = suggestion
  }

  /// `line:column: message`, followed by a line with the suggestion.
  public var description: String {
    "\(line):\(column): \(message)" + (suggestion.map { "\n  " + $0 } ?? "")
  }
}
