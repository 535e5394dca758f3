public import KGModel

/// Parses a Turtle or TriG document (RDF 1.1) and emits its quads one by one.
///
///     var parser = TurtleParser(.turtle, read: reading(Array("<a:s> a <a:C> .".utf8)))
///     try parser.parse { quad, line in print(line, quad.triple.predicate) }
///
/// A quad is emitted as soon as it is complete, in the order of the document: for `<s> <p> [ <q> 1 ]` first
/// the outer triple, then the inner one. Only a window of the document is in memory, so a document can have
/// any length; a single token must fit. The quads before a fault have been emitted when it is thrown.
///
/// - Lexical forms and absolute IRIs are kept as written; relative IRIs are resolved.
/// - Blank nodes without a label are named `anon1`, `anon2` …, distinct from all labels of the document.
/// - A parser reads its document once.
public struct TurtleParser: ~Copyable {
  /// How deep brackets and parentheses may be nested. Real data stays below ten; the limit bounds the memory
  /// that a hostile document can take.
  public static let deepestNesting = 1_000

  /// Receives a quad and the line of its object, counted from 1.
  public typealias Emit = (Quad, Int) throws -> Void

  let isTriG: Bool
  var input: TurtleInput
  var base: IRIReference?
  var namespaces = Namespaces()
  var blankNodes = BlankNodeLabels()
  /// The constructs that are open at the current position, the innermost last.
  var stack: [Frame] = []
  /// The bytes of the current token with its escapes resolved.
  var unescaped: [UInt8] = []

  private var graph: Term?
  /// The line of the `{` that is open.
  private var graphLine: Int?

  /// - Parameters:
  ///   - format: `.turtle` or `.trig`.
  ///   - base: The base of relative IRIs until the document declares `@base`; ignored unless absolute.
  ///   - read: The document; see ``ReadBytes``.
  public init(_ format: RDFFormat, base: IRI? = nil, read: @escaping ReadBytes) {
    precondition(format == .turtle || format == .trig, "TurtleParser reads Turtle and TriG")
    isTriG = format == .trig
    input = TurtleInput(read)
    self.base = base.map { IRIReference($0.value) }.flatMap { $0.scheme == nil ? nil : $0 }
  }

  /// Parses the document.
  ///
  /// - Throws: ``RDFSyntaxError`` at the first fault, and what `read` and `emit` throw.
  public mutating func parse(_ emit: Emit) throws {
    try input.skipByteOrderMark()
    while try statement(emit) {}
  }
}

// MARK: Statements

extension TurtleParser {
  /// Parses a directive, a brace of a graph, or the triples of a subject; `false` at the end of the document.
  private mutating func statement(_ emit: Emit) throws -> Bool {
    try input.skipBlanks()
    switch try input.byte() {
    case nil:
      if let graphLine {
        throw input.error(
          "the document ends within the graph of line \(graphLine); close it with '}'")
      }
      return false
    case UInt8(ascii: "@"): try atDirective()
    case UInt8(ascii: "{") where isTriG: try openGraph(nil)
    case UInt8(ascii: "}") where graphLine != nil: closeGraph()
    default:
      if let keyword = try keyword() {
        try statement(of: keyword)
      } else {
        try triples(emit)
      }
    }
    return true
  }

  private mutating func statement(of keyword: Keyword) throws {
    if graphLine != nil { throw input.error(Self.notWithinGraph) }
    input.consume(keyword.rawValue.utf8.count)
    try input.skipBlanks()
    switch keyword {
    case .base: try baseDeclaration()
    case .prefix: try prefixDeclaration()
    case .graph: try graphKeyword()
    }
  }

  private static let notWithinGraph =
    "directives and graphs are not allowed within a graph; close it with '}' before"

  /// The keyword at the start of a statement, in any case; `nil` for another word, or a prefixed name such
  /// as `prefix:name`.
  private mutating func keyword() throws -> Keyword? {
    guard let first = try input.byte(), first.isASCIILetter else { return nil }
    let end = try input.run(from: 1, while: \.isASCIILetter)
    if let next = try input.byte(end),
      next >= 0x80 || next.isNameByte || next == UInt8(ascii: ":") || next == UInt8(ascii: ".")
    {
      return nil
    }
    guard end <= Keyword.longest, let keyword = Keyword(rawValue: input.text(0..<end).uppercased())
    else { return nil }
    return keyword == .graph && !isTriG ? nil : keyword
  }

  private enum Keyword: String {
    case base = "BASE"
    case prefix = "PREFIX"
    case graph = "GRAPH"

    static let longest = 6
  }
}

// MARK: Directives

extension TurtleParser {
  /// `@prefix` and `@base`, which end with a dot.
  private mutating func atDirective() throws {
    if graphLine != nil { throw input.error(Self.notWithinGraph) }
    let end = try input.run(from: 1, while: \.isASCIILetter)
    let isPrefix = input.slice(1..<end).elementsEqual("prefix".utf8)
    guard isPrefix || input.slice(1..<end).elementsEqual("base".utf8) else {
      throw input.error("expected '@prefix' or '@base', in lower case")
    }
    input.consume(end)
    try input.skipBlanks()
    if isPrefix { try prefixDeclaration() } else { try baseDeclaration() }
    try input.skipBlanks()
    try expect(".", "expected '.' to end the directive")
  }

  private mutating func prefixDeclaration() throws {
    let end = try prefixEnd()
    guard try input.byte(end) == UInt8(ascii: ":") else {
      throw input.error("expected a prefix that ends with ':'")
    }
    let prefix = Array(input.slice(0..<end))
    input.consume(end + 1)
    try input.skipBlanks()
    guard try input.byte() == UInt8(ascii: "<") else {
      throw input.error("expected the namespace as <IRI>")
    }
    namespaces.declare(prefix, try iriReference())
  }

  private mutating func baseDeclaration() throws {
    guard try input.byte() == UInt8(ascii: "<") else {
      throw input.error("expected the base as <IRI>")
    }
    base = IRIReference(try iriReference().value)
  }

  mutating func expect(_ sign: Unicode.Scalar, _ message: String) throws {
    guard try input.byte() == UInt8(ascii: sign) else { throw input.error(message) }
    input.consume(1)
  }
}

// MARK: Graphs

extension TurtleParser {
  var isInGraph: Bool { graphLine != nil }

  /// Parses the label and the opening brace after `GRAPH`.
  private mutating func graphKeyword() throws {
    let expected = "the graph's label: an IRI, a blank node label or []"
    let label: Term
    switch try input.byte() {
    case UInt8(ascii: "["):
      let line = input.line
      input.consume(1)
      try input.skipBlanks()
      try expect("]", "expected ']': the label of the graph on line \(line) cannot have properties")
      label = blankNodes.fresh()
    default: label = try iriOrBlankNode(expected)
    }
    try input.skipBlanks()
    guard try input.byte() == UInt8(ascii: "{") else {
      throw input.error("expected '{' after the graph's label")
    }
    try openGraph(label)
  }

  /// Opens a block at its `{`; `nil` is the default graph.
  mutating func openGraph(_ label: Term?) throws {
    guard graphLine == nil else { throw input.error(Self.notWithinGraph) }
    graph = label
    graphLine = input.line
    input.consume(1)
  }

  private mutating func closeGraph() {
    graph = nil
    graphLine = nil
    input.consume(1)
  }

  func quad(_ subject: Term, _ predicate: IRI, _ object: Term) -> Quad {
    Quad(Triple(subject, predicate, object), graph: graph)
  }
}
