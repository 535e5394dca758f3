internal import KGModel

// The grammar from a subject to the end of its triples.
//
// Nested `[ … ]` and `( … )` are kept on an explicit stack instead of the call stack, because the document
// decides how deep they are nested.
extension TurtleParser {
  /// An open construct: the triples of a subject, or a bracket.
  struct Frame {
    enum Kind {
      case triples, propertyList, collection
    }

    enum Expectation {
      case verb
      /// After a property list as subject, where `[ … ] .` is complete.
      case verbOrEnd
      /// After `;`, where more `;` or nothing may follow.
      case verbSemicolonOrEnd
      case object
      /// `,` or `;` or the end.
      case separator
      case firstElement
      case element
    }

    let kind: Kind
    /// The line on which it was opened.
    let line: Int
    /// For a collection: the node of its last element.
    var subject: Term
    var predicate: IRI
    var expects: Expectation

    init(_ kind: Kind, _ subject: Term, line: Int, expects: Expectation = .verb) {
      self.kind = kind
      self.line = line
      self.subject = subject
      self.predicate = RDF.type
      self.expects = expects
    }
  }

  /// The triples of a subject, or the label of a graph and its `{`.
  mutating func triples(_ emit: Emit) throws {
    try subject()
    while let frame = stack.last?.expects {
      try input.skipBlanks()
      switch frame {
      case .verb, .verbOrEnd, .verbSemicolonOrEnd: try verb(frame)
      case .object, .firstElement: try object(emit)
      case .separator: try separator()
      case .element: try nextElement(emit)
      }
    }
  }

  // MARK: Subjects

  private mutating func subject() throws {
    let line = input.line
    switch try input.byte() {
    case UInt8(ascii: "["):
      let node = blankNodes.fresh()
      input.consume(1)
      if try !consumeImmediateClose("]") {
        stack.append(Frame(.triples, node, line: line, expects: .verbOrEnd))
        stack.append(Frame(.propertyList, node, line: line))
      } else {
        try subjectOrLabel(node, line)
      }
    case UInt8(ascii: "("):
      input.consume(1)
      if try consumeImmediateClose(")") {
        stack.append(Frame(.triples, .iri(RDF.nilList), line: line))
      } else {
        let node = blankNodes.fresh()
        stack.append(Frame(.triples, node, line: line))
        stack.append(Frame(.collection, node, line: line, expects: .firstElement))
      }
    default:
      let term = try iriOrBlankNode("a subject: an IRI, a blank node or a collection")
      try subjectOrLabel(term, line)
    }
  }

  private mutating func subjectOrLabel(_ term: Term, _ line: Int) throws {
    if isTriG {
      try input.skipBlanks()
      if try input.byte() == UInt8(ascii: "{") { return try openGraph(term) }
    }
    stack.append(Frame(.triples, term, line: line))
  }

  /// Consumes the closing bracket if it directly follows the opening one; whether it did.
  private mutating func consumeImmediateClose(_ sign: Unicode.Scalar) throws -> Bool {
    try input.skipBlanks()
    guard try input.byte() == UInt8(ascii: sign) else { return false }
    input.consume(1)
    return true
  }

  // MARK: Predicates

  private mutating func verb(_ expects: Frame.Expectation) throws {
    if expects == .verbSemicolonOrEnd, try input.byte() == UInt8(ascii: ";") {
      return input.consume(1)
    }
    if expects != .verb, try end() { return }
    let predicate = try predicate()
    stack[stack.count - 1].predicate = predicate
    stack[stack.count - 1].expects = .object
  }

  // MARK: Objects

  private mutating func object(_ emit: Emit) throws {
    let line = input.line
    switch try input.byte() {
    case UInt8(ascii: "["):
      try checkDepth()
      let node = blankNodes.fresh()
      input.consume(1)
      try emitObject(node, line, emit)
      if try !consumeImmediateClose("]") { stack.append(Frame(.propertyList, node, line: line)) }
    case UInt8(ascii: "("):
      try checkDepth()
      input.consume(1)
      if try consumeImmediateClose(")") { return try emitObject(.iri(RDF.nilList), line, emit) }
      let node = blankNodes.fresh()
      try emitObject(node, line, emit)
      stack.append(Frame(.collection, node, line: line, expects: .firstElement))
    default:
      try emitObject(try objectTerm(), line, emit)
    }
  }

  private mutating func checkDepth() throws {
    guard stack.count > Self.deepestNesting else { return }
    throw input.error(
      "brackets are nested more than \(Self.deepestNesting) deep; give the inner nodes labels")
  }

  /// Emits the triple whose object is this term, by the state of the innermost frame.
  private mutating func emitObject(_ term: Term, _ line: Int, _ emit: Emit) throws {
    let top = stack.count - 1
    switch stack[top].expects {
    case .firstElement:
      stack[top].expects = .element
      try emit(quad(stack[top].subject, RDF.first, term), line)
    case .element:
      let node = blankNodes.fresh()
      try emit(quad(stack[top].subject, RDF.rest, node), line)
      stack[top].subject = node
      try emit(quad(node, RDF.first, term), line)
    default:
      stack[top].expects = .separator
      try emit(quad(stack[top].subject, stack[top].predicate, term), line)
    }
  }

  private mutating func nextElement(_ emit: Emit) throws {
    guard try input.byte() == UInt8(ascii: ")") else { return try object(emit) }
    guard let frame = stack.popLast() else { return }
    try emit(quad(frame.subject, RDF.rest, .iri(RDF.nilList)), input.line)
    input.consume(1)
  }

  // MARK: What follows an object

  private mutating func separator() throws {
    switch try input.byte() {
    case UInt8(ascii: ","):
      input.consume(1)
      stack[stack.count - 1].expects = .object
    case UInt8(ascii: ";"):
      input.consume(1)
      stack[stack.count - 1].expects = .verbSemicolonOrEnd
    default:
      guard try !end() else { return }
      throw input.error("expected ',', ';' or \(expectedClosing)")
    }
  }

  /// Closes the innermost frame if its end is here; whether it did.
  private mutating func end() throws -> Bool {
    switch (try input.byte(), stack.last?.kind) {
    case (UInt8(ascii: "."), .triples), (UInt8(ascii: "]"), .propertyList):
      input.consume(1)
    case (UInt8(ascii: "}"), .triples) where isInGraph: break
    default: return false
    }
    stack.removeLast()
    return true
  }

  /// What closes the innermost frame, for messages.
  var expectedClosing: String {
    guard let frame = stack.last else { return "'.'" }
    return switch frame.kind {
    case .triples: isInGraph ? "'.' or '}' after the triples" : "'.' to end the triples"
    case .propertyList: "']' for the '[' of line \(frame.line)"
    case .collection: "')' for the '(' of line \(frame.line)"
    }
  }
}
