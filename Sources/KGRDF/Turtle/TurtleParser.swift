public import KGModel

/// Reads Turtle and TriG (RDF 1.1) as a stream: statements come out as soon as they are known, in the
/// order of the document, and only one token has to fit in memory.
///
///     var parser = TurtleParser(.turtle, base: IRI("http://e/"), read: reading(bytes))
///     try parser.parse { quad, line in … }
///
/// Labels of blank nodes come out as written, except that a label of `b`s and digits gets one more `b`:
/// so it never meets the labels `b1`, `b2` … that nodes without a label are given.
///
/// Nothing is recursive: what is open stands on a stack, which has a limit.
public struct TurtleParser {
  var tokens: TurtleTokens
  private let isTriG: Bool
  private var stack: [Frame] = []
  private var graph: Term?
  private var graphIsOpen = false
  private var lastNode = 0

  /// How deep blank nodes and collections may be nested: far deeper than anybody writes, far below what
  /// memory holds.
  static let maximumDepth = 1_000

  /// - Parameters:
  ///   - format: ``RDFFormat/turtle`` or ``RDFFormat/trig``.
  ///   - base: What relative IRIs are relative to, until the document says otherwise.
  public init(_ format: RDFFormat, base: IRI? = nil, read: @escaping ReadBytes) {
    tokens = TurtleTokens(ByteWindow(read), base: base)
    isTriG = format == .trig
  }

  /// Hands over each statement with its line, counted from 1.
  ///
  /// - Throws: ``RDFSyntaxError`` at the first thing that is wrong, and what `read` and `emit` throw.
  public mutating func parse(_ emit: (Quad, Int) throws -> Void) throws {
    while try tokens.skipSpace() { try statement(emit) }
  }

  // MARK: Statements

  private mutating func statement(_ emit: (Quad, Int) throws -> Void) throws {
    switch try tokens.peek() {
    case UInt8(ascii: "@"):
      try tokens.directive()
    case UInt8(ascii: "{") where isTriG:
      try graphBlock(nil, emit)
    case UInt8(ascii: "["), UInt8(ascii: "("):
      try triples(emit)
    default:
      if try tokens.takeSPARQLDirective() { return }
      if isTriG, try tokens.takeKeyword("graph") {
        _ = try tokens.skipSpace()
        let label = try graphLabel()
        return try graphBlock(label, emit)
      }
      let subject = try self.subject()
      _ = try tokens.skipSpace()
      if isTriG, try tokens.peek() == UInt8(ascii: "{") { return try graphBlock(subject, emit) }
      try triples(of: subject, emit)
    }
  }

  private mutating func graphLabel() throws -> Term {
    guard try tokens.peek() == UInt8(ascii: "[") else { return try subject() }
    guard try tokens.takeEmptyBrackets() else {
      throw tokens.error("a graph is named by an IRI or a blank node without properties")
    }
    return newNode()
  }

  private mutating func graphBlock(
    _ label: Term?, _ emit: (Quad, Int) throws -> Void
  ) throws {
    _ = try tokens.skipSpace()
    guard try tokens.take("{") else { throw tokens.error("the statements of a graph stand in { }") }
    (graph, graphIsOpen) = (label, true)
    defer { (graph, graphIsOpen) = (nil, false) }
    while try tokens.skipSpace() {
      if try tokens.take("}") { return }
      try triples(emit)
    }
    throw tokens.error("a graph ends with '}'")
  }

  private mutating func triples(_ emit: (Quad, Int) throws -> Void) throws {
    let isBracket = try tokens.peek() == UInt8(ascii: "[")
    if isBracket, try tokens.takeEmptyBrackets() {
      let node = newNode()
      _ = try tokens.skipSpace()
      if isTriG, !graphIsOpen, try tokens.peek() == UInt8(ascii: "{") {
        return try graphBlock(node, emit)
      }
      return try triples(of: node, emit)
    }
    if isBracket {
      tokens.advance()
      let node = newNode()
      stack = [Frame(.statement, subject: node), Frame(.properties, subject: node)]
      stack[0].isOptional = true
      return try run(emit)
    }
    if try tokens.take("(") {
      _ = try tokens.skipSpace()
      if try tokens.take(")") { return try triples(of: .iri(Self.nil), emit) }
      let node = newNode()
      stack = [Frame(.statement, subject: node), Frame(.collection, subject: node)]
      return try run(emit)
    }
    try triples(of: subject(), emit)
  }

  private mutating func triples(
    of subject: Term, _ emit: (Quad, Int) throws -> Void
  ) throws {
    stack = [Frame(.statement, subject: subject)]
    try run(emit)
  }

  private mutating func subject() throws -> Term {
    switch try tokens.peek() {
    case UInt8(ascii: "<"): return .iri(try tokens.iri())
    case UInt8(ascii: "_"): return .blankNode(try tokens.blankNode())
    default:
      guard let name = try tokens.prefixedName() else {
        throw tokens.error(
          "a statement begins with an IRI, a prefixed name, a blank node or a collection")
      }
      return .iri(name)
    }
  }

  private mutating func newNode() -> Term {
    lastNode += 1
    return .blankNode(BlankNode("b\(lastNode)"))
  }

  // MARK: What is open

  /// Something that has begun and not ended yet.
  private struct Frame {
    enum Kind {
      /// Ends with '.', or before the '}' of a graph.
      case statement
      /// Ends with ']'.
      case properties
      /// Ends with ')'; the subject is the cell of the next item.
      case collection
    }

    enum Expected {
      case verb, verbOrEnd, object, separator
      /// After ';', which may be repeated.
      case verbOrEndOrSemicolon
    }

    let kind: Kind
    var subject: Term
    var predicate = TurtleParser.first
    var expected = Expected.verb
    /// Whether a statement may end before its first predicate: `[ :p :o ] .`
    var isOptional = false

    init(_ kind: Kind, subject: Term) {
      self.kind = kind
      self.subject = subject
      expected = kind == .collection ? .object : kind == .properties ? .verbOrEnd : .verb
    }
  }

  private static let first = IRI(RDF.namespace + "first")
  private static let rest = IRI(RDF.namespace + "rest")
  private static let `nil` = IRI(RDF.namespace + "nil")

  private mutating func run(_ emit: (Quad, Int) throws -> Void) throws {
    while let frame = stack.last {
      guard try tokens.skipSpace() else { throw tokens.error(Self.unfinished(frame.kind)) }
      switch frame.expected {
      case .verb, .verbOrEnd, .verbOrEndOrSemicolon: try verb(frame)
      case .object: try object(frame, emit)
      case .separator: try separator(frame, emit)
      }
    }
  }

  private static func unfinished(_ kind: Frame.Kind) -> String {
    switch kind {
    case .statement: "a statement ends with '.'"
    case .properties: "the properties of a blank node end with ']'"
    case .collection: "a collection ends with ')'"
    }
  }

  private mutating func setTop(_ change: (inout Frame) -> Void) {
    guard !stack.isEmpty else { return }
    change(&stack[stack.count - 1])
  }

  private mutating func push(_ frame: Frame) throws {
    guard stack.count < Self.maximumDepth else {
      throw tokens.error(
        "nested more than \(Self.maximumDepth) deep; name the inner nodes and write them apart")
    }
    stack.append(frame)
  }

  private mutating func verb(_ frame: Frame) throws {
    if frame.expected != .verb || frame.isOptional, try end(frame) { return }
    if frame.expected == .verbOrEndOrSemicolon, try tokens.take(";") { return }
    let predicate = try tokens.verb()
    setTop {
      $0.predicate = predicate
      $0.isOptional = false
      $0.expected = .object
    }
  }

  private mutating func separator(_ frame: Frame, _ emit: (Quad, Int) throws -> Void) throws {
    if frame.kind == .collection { return try nextItem(frame, emit) }
    if try tokens.take(",") {
      setTop { $0.expected = .object }
    } else if try tokens.take(";") {
      setTop { $0.expected = .verbOrEndOrSemicolon }
    } else if try !end(frame) {
      throw tokens.error("after an object comes ',' or ';', or " + Self.unfinished(frame.kind))
    }
  }

  /// Takes the end of a statement or of properties, when it is here.
  private mutating func end(_ frame: Frame) throws -> Bool {
    if frame.kind == .properties {
      guard try tokens.take("]") else { return false }
    } else if try !tokens.take(".") {
      // The last statement of a graph needs no dot.
      guard graphIsOpen, try tokens.peek() == UInt8(ascii: "}") else { return false }
    }
    stack.removeLast()
    return true
  }

  private mutating func nextItem(_ frame: Frame, _ emit: (Quad, Int) throws -> Void) throws {
    if try tokens.take(")") {
      try self.emit(frame.subject, Self.rest, .iri(Self.nil), emit)
      stack.removeLast()
    } else {
      let cell = newNode()
      try self.emit(frame.subject, Self.rest, cell, emit)
      setTop {
        $0.subject = cell
        $0.expected = .object
      }
    }
  }

  private mutating func object(_ frame: Frame, _ emit: (Quad, Int) throws -> Void) throws {
    setTop { $0.expected = .separator }
    if try tokens.take("[") {
      let node = newNode()
      try self.emit(frame.subject, frame.predicate, node, emit)
      try push(Frame(.properties, subject: node))
    } else if try tokens.take("(") {
      _ = try tokens.skipSpace()
      guard try !tokens.take(")") else {
        return try self.emit(frame.subject, frame.predicate, .iri(Self.nil), emit)
      }
      let node = newNode()
      try self.emit(frame.subject, frame.predicate, node, emit)
      try push(Frame(.collection, subject: node))
    } else {
      let line = tokens.line
      let object = try tokens.object()
      try emit(Quad(Triple(frame.subject, frame.predicate, object), graph: graph), line)
    }
  }

  private func emit(
    _ subject: Term, _ predicate: IRI, _ object: Term, _ emit: (Quad, Int) throws -> Void
  ) throws {
    try emit(Quad(Triple(subject, predicate, object), graph: graph), tokens.line)
  }
}
