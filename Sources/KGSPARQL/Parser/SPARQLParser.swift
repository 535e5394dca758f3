public import KGModel

/// Parses SPARQL 1.1 queries to the algebra.
///
///     let query = try SPARQLParser(prefixes: standardPrefixes).parse("SELECT ?n { ?p schema:name ?n }")
///
/// Updates are refused: a graph changes through its sources.
public struct SPARQLParser: Sendable {
  private let prefixes: [String: String]
  private let base: String?

  /// - Parameters:
  ///   - prefixes: declared before the query's own, which may override them.
  ///   - base: what relative IRIs are below, until the query has a BASE of its own.
  public init(prefixes: [(prefix: String, namespace: String)] = [], base: String? = nil) {
    self.prefixes = Dictionary(prefixes.map { ($0.prefix, $0.namespace) }) { _, last in last }
    self.base = base
  }

  /// - Throws: ``SPARQLSyntaxError`` with the place of the token that does not fit.
  public func parse(_ text: String) throws(SPARQLSyntaxError) -> Query {
    var parser = QueryParser(tokens: try Lexer.tokens(text), prefixes: prefixes, base: base)
    return try parser.query()
  }

  /// The IRIs of a query that is one, each where it stands first.
  ///
  /// - Throws: ``SPARQLSyntaxError`` with the place of the token that does not fit.
  public func mentions(in text: String) throws(SPARQLSyntaxError) -> [IRIMention] {
    var parser = QueryParser(tokens: try Lexer.tokens(text), prefixes: prefixes, base: base)
    _ = try parser.query()
    var known: Set<IRI> = []
    return parser.mentions.filter { known.insert($0.iri).inserted }
  }
}

/// An IRI in the text of a query.
public struct IRIMention: Hashable, Sendable {
  public let iri: IRI
  /// As it is written.
  public let text: String
  /// Counted from 1, columns in characters.
  public let line: Int
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
  /// The basic graph pattern that is read, by its number in the query, and where blank nodes were met.
  private(set) var patternNumber = 0
  private var patternCount = 0
  private var blankNodePatterns: [String: Int] = [:]
  private(set) var mentions: [IRIMention] = []
  /// Whether an aggregate may stand here, and what to say otherwise.
  var aggregatePlace = AggregatePlace.none

  enum AggregatePlace { case none, allowed, inAggregate }

  /// What is nested deeper is refused: parsing and evaluation are recursive, and their stack is finite.
  private static let maximumDepth = 100
  /// OPTIONAL, MINUS and the like of a whole query: each nests what stands before it in a group.
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

  /// Counts a part that nests what stands before it.
  mutating func countChain(_ token: Token) throws(SPARQLSyntaxError) {
    chainCount += 1
    guard chainCount <= Self.maximumChainCount else {
      throw error(
        "more than \(Self.maximumChainCount) of OPTIONAL, MINUS and BIND in a query", at: token)
    }
  }

  // MARK: Names made by the parser

  /// A variable that a query cannot name.
  mutating func fresh(_ kind: String) -> Variable {
    freshCount += 1
    return Variable(".\(kind)\(freshCount)")
  }

  /// What follows is another basic graph pattern.
  mutating func endPattern() {
    patternCount += 1
    patternNumber = patternCount
  }

  /// What follows belongs to a basic graph pattern that was begun before.
  mutating func resumePattern(_ number: Int) { patternNumber = number }

  /// Labels that were met so far mean other nodes from now on.
  mutating func forgetBlankNodes() { blankNodePatterns = [:] }

  /// The variable of a blank node in a pattern; a label holds within one basic graph pattern.
  mutating func blankNode(_ label: String) throws(SPARQLSyntaxError) -> Variable {
    guard blankNodePatterns[label, default: patternNumber] == patternNumber else {
      throw error(
        "the blank node '_:\(label)' stands in another group, too",
        suggestion: "use a variable to join groups")
    }
    blankNodePatterns[label] = patternNumber
    return Variable(".blank-" + label)
  }
}
