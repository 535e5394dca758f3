public import KGSPARQL

/// A SPARQL query that has been parsed, so that errors in its text are known before a graph is queried. The
/// prefixes of the vocabulary are declared.
public struct SPARQLQuery: Sendable {
  /// The query as it was written.
  public let text: String
  let query: Query

  /// - Throws: ``SPARQLSyntaxError`` at its place in the text.
  public init(_ text: String) throws(SPARQLSyntaxError) {
    self.text = text
    query = try SPARQLParser(prefixes: standardPrefixes).parse(text)
  }

  /// SELECT, ASK, CONSTRUCT or DESCRIBE.
  package var form: Query.Form { query.form }

  /// The names of the columns of a SELECT, without `?`; empty for the other forms.
  public var variables: [String] { query.variables.map(\.name) }
}
