internal import KGModel

/// Triples with the same subject: plain ones, and paths that are more than a predicate.
struct TriplesBlock {
  var triples: [TriplePattern] = []
  var paths: [Algebra] = []
}

extension QueryParser {
  mutating func triplesSameSubject() throws(SPARQLSyntaxError) -> TriplesBlock {
    var block = TriplesBlock()
    let isNode = isSign("[") || isSign("(")
    let subject = try graphNode(&block)
    if isNode, isSign(".") || isSign("}") { return block }
    try propertyList(subject, &block)
    return block
  }

  private mutating func propertyList(
    _ subject: PatternTerm, _ block: inout TriplesBlock
  ) throws(SPARQLSyntaxError) {
    repeat {
      if isSign(".") || isSign("}") || isSign("]") { return }  // a trailing ';'
      let verb = try verb()
      repeat {
        let object = try graphNode(&block)
        add(subject, verb, object, &block)
      } while takeSign(",")
    } while takeSign(";")
  }

  private enum Verb {
    case variable(Variable)
    case path(PropertyPath)
  }

  private mutating func verb() throws(SPARQLSyntaxError) -> Verb {
    if case .variable(let name) = current.kind {
      advance()
      return .variable(Variable(name))
    }
    return .path(try path())
  }

  /// A path of predicates only is plain triples; what repeats or offers a choice stays a path.
  private mutating func add(
    _ subject: PatternTerm, _ verb: Verb, _ object: PatternTerm, _ block: inout TriplesBlock
  ) {
    switch verb {
    case .variable(let variable):
      block.triples.append(TriplePattern(subject, .variable(variable), object))
    case .path(.predicate(let iri)):
      block.triples.append(TriplePattern(subject, .term(.iri(iri)), object))
    case .path(.inverse(let path)): add(object, .path(path), subject, &block)
    case .path(.sequence(let first, let second)):
      let middle = PatternTerm.variable(fresh("path"))
      add(subject, .path(first), middle, &block)
      add(middle, .path(second), object, &block)
    case .path(let path): block.paths.append(.path(subject, path, object))
    }
  }

  /// A term, a variable, `[ … ]` or `( … )`.
  private mutating func graphNode(_ block: inout TriplesBlock) throws(SPARQLSyntaxError)
    -> PatternTerm
  {
    if case .variable(let name) = current.kind {
      advance()
      return .variable(Variable(name))
    }
    if takeSign("[") {
      let node = PatternTerm.variable(fresh("node"))
      var inner = TriplesBlock()
      if !isSign("]") {
        try nested { (parser) throws(SPARQLSyntaxError) in try parser.propertyList(node, &inner) }
      }
      try expect("]")
      block.triples += inner.triples
      block.paths += inner.paths
      return node
    }
    if takeSign("(") { return try collection(&block) }
    return try graphTerm()
  }

  private mutating func collection(_ block: inout TriplesBlock) throws(SPARQLSyntaxError)
    -> PatternTerm
  {
    let null = PatternTerm.term(.iri(RDF.namespace + "nil"))
    var first: PatternTerm?
    var last: PatternTerm?
    while !takeSign(")") {
      var inner = TriplesBlock()
      let item = try nested { (parser) throws(SPARQLSyntaxError) in try parser.graphNode(&inner) }
      block.triples += inner.triples
      block.paths += inner.paths
      let cell = PatternTerm.variable(fresh("list"))
      block.triples.append(TriplePattern(cell, .term(.iri(RDF.namespace + "first")), item))
      if let last {
        block.triples.append(TriplePattern(last, .term(.iri(RDF.namespace + "rest")), cell))
      }
      first = first ?? cell
      last = cell
      if current.kind == .end { throw unexpected("')'") }
    }
    if let last {
      block.triples.append(TriplePattern(last, .term(.iri(RDF.namespace + "rest")), null))
    }
    return first ?? null
  }

  // MARK: Paths

  private mutating func path() throws(SPARQLSyntaxError) -> PropertyPath {
    var path = try pathSequence()
    while takeSign("|") { path = .alternative(path, try pathSequence()) }
    return path
  }

  private mutating func pathSequence() throws(SPARQLSyntaxError) -> PropertyPath {
    var path = try pathElement()
    while takeSign("/") { path = .sequence(path, try pathElement()) }
    return path
  }

  private mutating func pathElement() throws(SPARQLSyntaxError) -> PropertyPath {
    if takeSign("^") { return .inverse(try pathElement()) }
    var path: PropertyPath
    if current.kind == .word("a") {  // the one keyword that has a case
      advance()
      path = .predicate(RDF.type)
    } else if takeSign("(") {
      path = try nested { (parser) throws(SPARQLSyntaxError) in try parser.path() }
      try expect(")")
    } else if isSign("!") {
      throw error("negated property sets are not supported yet")
    } else {
      path = .predicate(try iri())
    }
    if takeSign("*") {
      path = .zeroOrMore(path)
    } else if takeSign("+") {
      path = .oneOrMore(path)
    } else if takeSign("?") {
      path = .zeroOrOne(path)
    }
    return path
  }
}
