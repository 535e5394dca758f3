/// Why a text is no SPARQL query, and where.
public struct SPARQLSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Line and column, in characters, counted from 1.
  public let line: Int
  public let column: Int
  public let message: String
  /// What to do, where that can be told.
  public let suggestion: String?

  public init(line: Int, column: Int, message: String, suggestion: String? = nil) {
    self.line = line
    self.column = column
    self.message = message
    self.suggestion = suggestion
  }

  /// `line:column: message`, the suggestion on a line of its own.
  public var description: String {
    "\(line):\(column): \(message)" + (suggestion.map { "\n  " + $0 } ?? "")
  }
}
