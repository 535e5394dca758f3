internal import KGModel

/// Property paths.
extension QueryParser {
  mutating func path() throws(SPARQLSyntaxError) -> PropertyPath {
    var parts = [try pathSequence()]
    while takeSign("|") { parts.append(try pathSequence()) }
    return parts.count == 1 ? parts[0] : .alternative(parts)
  }

  private mutating func pathSequence() throws(SPARQLSyntaxError) -> PropertyPath {
    var parts = [try pathEltOrInverse()]
    while takeSign("/") { parts.append(try pathEltOrInverse()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func pathEltOrInverse() throws(SPARQLSyntaxError) -> PropertyPath {
    takeSign("^") ? .inverse(try pathElt()) : try pathElt()
  }

  private mutating func pathElt() throws(SPARQLSyntaxError) -> PropertyPath {
    let path = try pathPrimary()
    if takeSign("*") { return .zeroOrMore(path) }
    if takeSign("+") { return .oneOrMore(path) }
    return takeSign("?") ? .zeroOrOne(path) : path
  }

  private mutating func pathPrimary() throws(SPARQLSyntaxError) -> PropertyPath {
    if takeSign("!") { return try pathNegatedPropertySet() }
    guard isSign("(") else { return .predicate(try predicate()) }
    return try nested { (parser) throws(SPARQLSyntaxError) in
      try parser.expect("(")
      let path = try parser.path()
      try parser.expect(")")
      return path
    }
  }

  private mutating func pathNegatedPropertySet() throws(SPARQLSyntaxError) -> PropertyPath {
    var forward: [IRI]?
    var backward: [IRI]?
    func one(_ parser: inout QueryParser) throws(SPARQLSyntaxError) {
      if parser.takeSign("^") {
        backward = (backward ?? []) + [try parser.predicate()]
      } else {
        forward = (forward ?? []) + [try parser.predicate()]
      }
    }
    if takeSign("(") {
      if takeSign(")") { return .negated(forward: [], backward: nil) }
      repeat { try one(&self) } while takeSign("|")
      try expect(")")
    } else {
      try one(&self)
    }
    return .negated(forward: forward, backward: backward)
  }

  /// An IRI or `a`, the one keyword that has a case.
  mutating func predicate() throws(SPARQLSyntaxError) -> IRI {
    if current.kind == .word("a") {
      advance()
      return RDF.type
    }
    guard isIRI else { throw unexpected("a predicate") }
    return try iri()
  }
}
