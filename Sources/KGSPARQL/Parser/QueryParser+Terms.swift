internal import KGModel
internal import KGRDF

/// Variables, IRIs, literals, blank nodes.
extension QueryParser {
  mutating func variable() throws(SPARQLSyntaxError) -> Variable {
    guard case .variable(let name) = current.kind else { throw unexpected("a variable") }
    advance()
    return Variable(name)
  }

  /// A term that is not a variable in the text. A blank node becomes a variable of the pattern.
  mutating func graphTerm() throws(SPARQLSyntaxError) -> PatternTerm {
    let token = current
    switch token.kind {
    case .iri, .prefixedName: return .term(.iri(try iri()))
    case .string: return .term(.literal(try rdfLiteral()))
    case .integer, .decimal, .double: return .term(.literal(try numericLiteral(sign: "")))
    case .sign("+"), .sign("-"):
      // There is no space between the sign of a number and its digits.
      guard peek(1).start == token.end else { throw unexpected("a term") }
      advance()
      return .term(.literal(try numericLiteral(sign: token.text)))
    case .word where isWord("TRUE") || isWord("FALSE"):
      let isTrue = isWord("TRUE")
      advance()
      return .term(.boolean(isTrue))
    case .blankNode(let label):
      let node = try blankNode(label)
      advance()
      return .variable(node)
    default: throw unexpected("a term")
    }
  }

  var isNumber: Bool {
    switch current.kind {
    case .integer, .decimal, .double: true
    default: false
    }
  }

  mutating func numericLiteral(sign: String) throws(SPARQLSyntaxError) -> Literal {
    let literal: Literal
    switch current.kind {
    case .integer(let text): literal = Literal(sign + text, datatype: XSD.integer)
    case .decimal(let text): literal = Literal(sign + text, datatype: XSD.decimal)
    case .double(let text): literal = Literal(sign + text, datatype: XSD.double)
    default: throw unexpected("a number")
    }
    advance()
    return literal
  }

  private mutating func rdfLiteral() throws(SPARQLSyntaxError) -> Literal {
    let text = try string()
    if case .languageTag(let tag) = current.kind {
      advance()
      return Literal(text, languageTag: tag)
    }
    return takeSign("^^") ? Literal(text, datatype: try iri()) : Literal(text)
  }

  mutating func string() throws(SPARQLSyntaxError) -> String {
    guard case .string(let text) = current.kind else { throw unexpected("a string") }
    advance()
    return text
  }

  // MARK: IRIs

  var isIRI: Bool {
    switch current.kind {
    case .iri, .prefixedName: true
    default: false
    }
  }

  mutating func iri() throws(SPARQLSyntaxError) -> IRI {
    let token = current
    guard case .prefixedName(let prefix, let local) = token.kind else {
      return note(IRI(try iriReference()).standard, token)
    }
    guard let namespace = prefixes[prefix] else {
      let known = WellKnownPrefixes.namespaces[prefix]
      let near = known == nil ? prefixes.keys.filter { isNear($0, prefix) }.min() : nil
      let declaration = "add PREFIX \(prefix): <\(known ?? "…")>"
      throw error(
        "prefix '\(prefix)' is not declared",
        suggestion: near.map { "did you mean '\($0)'? otherwise \(declaration)" } ?? declaration)
    }
    advance()
    return note(IRI(namespace + local).standard, token)
  }

  /// An IRI in brackets, resolved.
  mutating func iriReference() throws(SPARQLSyntaxError) -> String {
    guard case .iri(let text) = current.kind else { throw unexpected("an IRI") }
    advance()
    let reference = IRIReference(text)
    // An absolute IRI is not changed, even where its path has dots.
    guard let baseText, reference.scheme == nil else { return text }
    return reference.resolved(against: IRIReference(baseText))
  }
}
