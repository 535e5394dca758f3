public import KGModel

/// Reads a Turtle or TriG document (RDF 1.1) and hands out its quads one by one.
///
///     var parser = TurtleParser(.turtle, read: reading(Array("<a:s> a <a:C> .".utf8)))
///     try parser.parse { quad, line in print(line, quad.triple.predicate) }
///
/// A quad is handed out as soon as it is known, in the order of the document: of `<s> <p> [ <q> 1 ]`
/// first the outer triple, then the inner one. A window of the document is in memory, so that it may be
/// of any length; a single token must fit. Quads before a fault have been handed out when it is thrown.
///
/// - Literals keep their lexical form as written, absolute IRIs too; relative ones are resolved.
/// - Blank nodes without a label are called `anon1`, `anon2` …; no label in the document is the same.
/// - A parser reads its document once.
public struct TurtleParser: ~Copyable {
  /// Brackets and parentheses may stand this deep in each other. Real data stays below ten; a limit
  /// keeps what is held in memory of a hostile document small.
  public static let deepestNesting = 1_000

  /// Takes a quad and the line, from 1, on which its object stands.
  public typealias Emit = (Quad, Int) throws -> Void

  let isTriG: Bool
  var input: TurtleInput
  var base: IRIReference?
  var namespaces = Namespaces()
  var blankNodes = BlankNodeLabels()
  /// What is open at the place of reading, the innermost last.
  var stack: [Frame] = []
  /// The bytes of a token with escapes, as they are without.
  var unescaped: [UInt8] = []

  private var graph: Term?
  /// The line of the `{` that is open.
  private var graphLine: Int?

  /// - Parameters:
  ///   - format: `.turtle` or `.trig`.
  ///   - base: What relative IRIs are resolved against until the document says `@base`; none if it is
  ///     not absolute.
  ///   - read: The document; see ``ReadBytes``.
  public init(_ format: RDFFormat, base: IRI? = nil, read: @escaping ReadBytes) {
    precondition(format == .turtle || format == .trig, "TurtleParser reads Turtle and TriG")
    isTriG = format == .trig
    input = TurtleInput(read)
    self.base = base.map { IRIReference($0.value) }.flatMap { $0.scheme == nil ? nil : $0 }
  }

  /// - Throws: ``RDFSyntaxError`` at the first fault; what `read` and `emit` throw.
  public mutating func parse(_ emit: Emit) throws {
    try input.skipByteOrderMark()
    while try statement(emit) {}
  }
}

// MARK: Statements

extension TurtleParser {
  /// A directive, a graph's brace, or the triples of a subject; false at the end of the document.
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
    "directives and graphs cannot stand within a graph; close it with '}' before"

  /// A word at the start of a statement, in any case. `prefix:name` is a name.
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
      throw input.error("expected '@prefix' or '@base', in small letters")
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

  /// What follows `GRAPH`: a label and a block.
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

  /// Opens a block at its `{`; without a label it is the default graph's.
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
