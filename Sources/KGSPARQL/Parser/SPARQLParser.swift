public import KGModel

/// Parses SPARQL 1.1 queries to the algebra.
///
///     let query = try SPARQLParser(prefixes: standardPrefixes).parse("SELECT ?n { ?p schema:name ?n }")
///
/// Updates are refused, because a graph is changed by its sources only.
package struct SPARQLParser: Sendable {
  private let prefixes: [String: String]
  private let base: String?

  /// - Parameters:
  ///   - prefixes: Declared before those of the query, which may override them.
  ///   - base: Relative IRIs are resolved against it unless the query has a BASE; `nil` to keep them relative.
  package init(prefixes: [(prefix: String, namespace: String)] = [], base: String? = nil) {
    self.prefixes = Dictionary(prefixes.map { ($0.prefix, $0.namespace) }) { _, last in last }
    self.base = base
  }

  /// The query of a text.
  ///
  /// - Throws: ``SPARQLSyntaxError`` with the position of the unexpected token.
  package func parse(_ text: String) throws(SPARQLSyntaxError) -> Query {
    var parser = QueryParser(tokens: try Lexer.tokens(text), prefixes: prefixes, base: base)
    return try parser.query()
  }

  /// The IRIs in a query, each where it occurs first; empty when there are none.
  ///
  /// - Throws: ``SPARQLSyntaxError`` with the position of the unexpected token.
  package func mentions(in text: String) throws(SPARQLSyntaxError) -> [IRIMention] {
    var parser = QueryParser(tokens: try Lexer.tokens(text), prefixes: prefixes, base: base)
    _ = try parser.query()
    var known: Set<IRI> = []
    return parser.mentions.filter { known.insert($0.iri).inserted }
  }
}

/// An IRI in the text of a query, for messages about it.
public struct IRIMention: Hashable, Sendable {
  /// Resolved, without prefix.
  public let iri: IRI
  /// As it is written.
  public let text: String
  /// Counted from 1.
  public let line: Int
  /// In characters, counted from 1.
  public let column: Int
}

/// The state of one parse. Functions carry the names of the grammar's productions.
struct QueryParser {
  private let tokens: [Token]
  private var index = 0
  var prefixes: [String: String]
  var baseText: String?
  private var freshCount = 0
  private var depth = 0
  private var chainCount = 0
  /// The number of the basic graph pattern that is read now, and the patterns in which blank nodes have occurred.
  private(set) var patternNumber = 0
  private var patternCount = 0
  private var blankNodePatterns: [String: Int] = [:]
  private(set) var mentions: [IRIMention] = []
  /// Whether an aggregate is allowed here, and if not, why.
  var aggregatePlace = AggregatePlace.forbidden

  enum AggregatePlace { case forbidden, allowed, inAggregate }

  /// Parsing and evaluation are recursive, and their stack is limited.
  private static let maximumDepth = 100
  /// OPTIONAL, MINUS and BIND in a whole query: each nests the part of its group before it.
  private static let maximumChainCount = 500

  init(tokens: [Token], prefixes: [String: String], base: String?) {
    self.tokens = tokens
    self.prefixes = prefixes
    baseText = base
  }

  // MARK: Tokens

  var current: Token { tokens[min(index, tokens.count - 1)] }

  func peek(_ ahead: Int) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

  mutating func advance() { index += 1 }

  func isWord(_ word: String, ahead: Int = 0) -> Bool {
    if case .word(let text) = peek(ahead).kind { text.uppercased() == word } else { false }
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  mutating func expectWord(_ word: String) throws(SPARQLSyntaxError) {
    guard takeWord(word) else { throw unexpected(word) }
  }

  func isSign(_ sign: String) -> Bool { current.kind == .sign(sign) }

  mutating func takeSign(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    advance()
    return true
  }

  mutating func expect(_ sign: String) throws(SPARQLSyntaxError) {
    guard takeSign(sign) else { throw unexpected("'\(sign)'") }
  }

  // MARK: Errors

  func unexpected(_ expected: String) -> SPARQLSyntaxError {
    error("found \(current.kind == .end ? "the end" : "'\(current.text)'"), expected \(expected)")
  }

  func error(
    _ message: String, suggestion: String? = nil, at token: Token? = nil
  ) -> SPARQLSyntaxError {
    let token = token ?? current
    return SPARQLSyntaxError(
      line: token.line, column: token.column, message: message, suggestion: suggestion)
  }

  mutating func note(_ iri: IRI, _ token: Token) -> IRI {
    mentions.append(
      IRIMention(iri: iri, text: token.text, line: token.line, column: token.column))
    return iri
  }

  // MARK: Limits

  mutating func nested<Value>(
    _ body: (inout QueryParser) throws(SPARQLSyntaxError) -> Value
  ) throws(SPARQLSyntaxError) -> Value {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw error("nested deeper than \(Self.maximumDepth) levels")
    }
    let value = try body(&self)
    depth -= 1
    return value
  }

  /// Counts a part that nests the part of its group before it.
  mutating func countChain(_ token: Token) throws(SPARQLSyntaxError) {
    chainCount += 1
    guard chainCount <= Self.maximumChainCount else {
      throw error(
        "more than \(Self.maximumChainCount) of OPTIONAL, MINUS and BIND in a query", at: token)
    }
  }

  // MARK: Names of the parser

  /// A variable that a query cannot name.
  mutating func fresh(_ kind: String) -> Variable {
    freshCount += 1
    return Variable(".\(kind)\(freshCount)")
  }

  /// Begins another basic graph pattern.
  mutating func endPattern() {
    patternCount += 1
    patternNumber = patternCount
  }

  /// Continues a basic graph pattern that has begun before.
  mutating func resumePattern(_ number: Int) { patternNumber = number }

  /// Labels that have occurred so far denote other nodes from now on.
  mutating func forgetBlankNodes() { blankNodePatterns = [:] }

  /// The variable of a blank node in a pattern; a label holds within one basic graph pattern.
  mutating func blankNode(_ label: String) throws(SPARQLSyntaxError) -> Variable {
    guard blankNodePatterns[label, default: patternNumber] == patternNumber else {
      throw error(
        "the blank node '_:\(label)' occurs in another group, too",
        suggestion: "use a variable to join groups")
    }
    blankNodePatterns[label] = patternNumber
    return Variable(".blank-" + label)
  }
}
