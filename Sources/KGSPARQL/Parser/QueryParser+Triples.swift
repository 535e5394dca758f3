internal import KGModel

/// Triples of patterns and templates.
extension QueryParser {
  /// Triples of a template or of `CONSTRUCT WHERE`: without paths.
  mutating func triplesTemplate() throws(SPARQLSyntaxError) -> [TriplePattern] {
    var block = TriplesBlock(allowsPaths: false)
    endPattern()
    repeat {
      guard canBeginTriples else { throw unexpected("a triple or '}'") }
      try triplesSameSubject(&block)
    } while takeSign(".") && !isSign("}")
    endPattern()
    return block.triples
  }

  mutating func triplesSameSubject(_ group: inout GroupBuilder) throws(SPARQLSyntaxError) {
    var block = TriplesBlock(allowsPaths: true)
    try triplesSameSubject(&block)
    for triple in block.triples { group.add(triple) }
    for path in block.paths { group.add(path) }
  }

  var canBeginTriples: Bool {
    switch current.kind {
    case .iri, .prefixedName, .blankNode, .variable, .string, .integer, .decimal, .double: true
    case .sign(let sign): ["[", "(", "+", "-"].contains(sign)
    case .word: isWord("TRUE") || isWord("FALSE")
    case .languageTag, .end: false
    }
  }

  private mutating func triplesSameSubject(
    _ block: inout TriplesBlock
  ) throws(SPARQLSyntaxError) {
    // `[…]` and `(…)` that are not empty contain triples themselves.
    let mayStandAlone =
      (isSign("[") && peek(1).kind != .sign("]")) || (isSign("(") && peek(1).kind != .sign(")"))
    let subject = try graphNode(&block)
    if mayStandAlone, !canBeginVerb { return }
    try propertyListNotEmpty(subject, &block)
  }

  private var canBeginVerb: Bool {
    switch current.kind {
    case .variable, .iri, .prefixedName, .word("a"): true
    case .sign(let sign): ["^", "!", "("].contains(sign)
    default: false
    }
  }

  private mutating func propertyListNotEmpty(
    _ subject: PatternTerm, _ block: inout TriplesBlock
  ) throws(SPARQLSyntaxError) {
    guard canBeginVerb else { throw unexpected("a predicate") }
    repeat {
      // Any number of ';' is allowed between verbs and at the end.
      while takeSign(";") {}
      guard canBeginVerb else { return }
      let verb = try verb(block.allowsPaths)
      repeat {
        let object = try graphNode(&block)
        add(subject, verb, object, &block)
      } while takeSign(",")
    } while isSign(";")
  }

  private enum Verb {
    case variable(Variable)
    case path(PropertyPath)
  }

  private mutating func verb(_ allowsPaths: Bool) throws(SPARQLSyntaxError) -> Verb {
    if case .variable = current.kind { return .variable(try variable()) }
    if allowsPaths { return .path(try path()) }
    return .path(.predicate(try predicate()))
  }

  /// Adds triples for predicates, inverses and sequences; other paths stay paths.
  private mutating func add(
    _ subject: PatternTerm, _ verb: Verb, _ object: PatternTerm, _ block: inout TriplesBlock
  ) {
    switch verb {
    case .variable(let variable):
      block.triples.append(TriplePattern(subject, .variable(variable), object))
    case .path(.predicate(let iri)):
      block.triples.append(TriplePattern(subject, .term(.iri(iri)), object))
    case .path(.inverse(let path)): add(object, .path(path), subject, &block)
    case .path(.sequence(let steps)):
      var start = subject
      for step in steps.dropLast() {
        let middle = PatternTerm.variable(fresh("path"))
        add(start, .path(step), middle, &block)
        start = middle
      }
      if let last = steps.last { add(start, .path(last), object, &block) }
    case .path(let path): block.paths.append(.path(subject, path, object))
    }
  }

  /// A term, a variable, `[ … ]` or `( … )`.
  private mutating func graphNode(
    _ block: inout TriplesBlock
  ) throws(SPARQLSyntaxError) -> PatternTerm {
    switch current.kind {
    case .variable: return .variable(try variable())
    case .sign("["): return try blankNodePropertyList(&block)
    case .sign("("): return try collection(&block)
    default: return try graphTerm()
    }
  }

  private mutating func blankNodePropertyList(
    _ block: inout TriplesBlock
  ) throws(SPARQLSyntaxError) -> PatternTerm {
    advance()
    let node = PatternTerm.variable(fresh("node"))
    if takeSign("]") { return node }
    block = try nested { [block] (parser) throws(SPARQLSyntaxError) in
      var block = block
      try parser.propertyListNotEmpty(node, &block)
      return block
    }
    try expect("]")
    return node
  }

  private mutating func collection(
    _ block: inout TriplesBlock
  ) throws(SPARQLSyntaxError) -> PatternTerm {
    advance()
    let nilTerm = PatternTerm.term(.iri(RDF.nilList))
    if takeSign(")") { return nilTerm }
    let first = PatternTerm.variable(fresh("list"))
    var cell = first
    while true {
      let item: PatternTerm
      (item, block) = try nested { [block] (parser) throws(SPARQLSyntaxError) in
        var block = block
        return (try parser.graphNode(&block), block)
      }
      block.triples.append(TriplePattern(cell, .term(.iri(RDF.first)), item))
      let isLast = takeSign(")")
      let next = isLast ? nilTerm : PatternTerm.variable(fresh("list"))
      block.triples.append(TriplePattern(cell, .term(.iri(RDF.rest)), next))
      if isLast { return first }
      cell = next
    }
  }
}

/// Triples with the same subject, and paths that are not just a predicate.
private struct TriplesBlock {
  let allowsPaths: Bool
  var triples: [TriplePattern] = []
  var paths: [Algebra] = []
}
