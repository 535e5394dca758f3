internal import KGModel

// IRIs, prefixed names and blank node labels, and which terms are allowed at each position.
extension TurtleParser {
  // MARK: By position

  /// A subject or graph label other than brackets; `expected` names it in the message.
  mutating func iriOrBlankNode(_ expected: String) throws -> Term {
    switch try input.byte() {
    case UInt8(ascii: "<"): return .iri(try iriReference())
    case UInt8(ascii: "_"): return try blankNodeLabel()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      throw input.error("a literal is not allowed here; expected " + expected)
    default:
      guard let iri = try prefixedName() else { throw try unexpected(expected) }
      return .iri(iri)
    }
  }

  mutating func predicate() throws -> IRI {
    let first = try input.byte()
    if first == UInt8(ascii: "<") { return try iriReference() }
    if first == UInt8(ascii: "a"), try word() == 1 {
      input.consume(1)
      return RDF.type
    }
    guard let iri = try prefixedName() else {
      let end = stack.last?.expects == .verb ? "" : ", or " + expectedClosing
      throw try unexpected("a predicate: an IRI or 'a'" + end)
    }
    return iri
  }

  /// An object or collection element other than brackets.
  mutating func objectTerm() throws -> Term {
    switch try input.byte() {
    case UInt8(ascii: "<"): return .iri(try iriReference())
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .literal(try literal())
    case UInt8(ascii: "_"): return try blankNodeLabel()
    case (UInt8(ascii: "0")...UInt8(ascii: "9"))?, UInt8(ascii: "+"), UInt8(ascii: "-"):
      return .literal(try number())
    case UInt8(ascii: ".") where try input.byte(1)?.isASCIIDigit == true:
      return .literal(try number())
    default:
      if let iri = try prefixedName() { return .iri(iri) }
      if let boolean = try boolean() { return .literal(boolean) }
      let end = stack.last?.kind == .collection ? ", or " + expectedClosing : ""
      throw try unexpected("an object: an IRI, a blank node, a literal or a collection" + end)
    }
  }

  /// The error for a term that is not of the expected kind.
  mutating func unexpected(_ expected: String) throws -> RDFSyntaxError {
    let isWord = try input.byte()?.isASCIILetter == true
    let hint = "; a name has a prefix and ':', an IRI is written in '<' and '>'"
    return input.error("expected " + expected + (isWord ? hint : ""))
  }

  private mutating func boolean() throws -> Literal? {
    let end = try word()
    for word in ["true", "false"] where input.slice(0..<end).elementsEqual(word.utf8) {
      input.consume(end)
      return Literal(word, datatype: XSD.boolean)
    }
    return nil
  }

  /// The length of the keyword here, without the dot that ends the statement; 0 for a prefixed name.
  private mutating func word() throws -> Int {
    let end = try prefixEnd()
    if try input.byte(end) == UInt8(ascii: ":") { return 0 }
    return input.slice(0..<end).firstIndex(of: UInt8(ascii: ".")) ?? end
  }

  // MARK: IRIs

  /// An IRIREF at its `<`, resolved.
  mutating func iriReference() throws -> IRI {
    let end = try input.run(from: 1, while: \.isIRIByte)
    guard try input.byte(end) == UInt8(ascii: ">") else { return try escapedIRIReference(end) }
    let isAbsolute = IRIReference.schemeEnd(input.slice(1..<end)) != nil
    let iri = try isAbsolute ? IRI(input.text(1..<end)) : resolved(input.text(1..<end))
    input.consume(end + 1)
    return iri
  }

  private mutating func escapedIRIReference(_ firstStop: Int) throws -> IRI {
    var (start, end) = (1, firstStop)
    unescaped.removeAll(keepingCapacity: true)
    while true {
      unescaped += input.slice(start..<end)
      switch try input.byte(end) {
      case nil: throw input.error("this IRI is not closed; close it with '>'")
      case UInt8(ascii: ">"):
        let text = String(decoding: unescaped, as: UTF8.self)
        let isAbsolute = IRIReference.schemeEnd(unescaped) != nil
        let iri = try isAbsolute ? IRI(text) : resolved(text)
        input.consume(end + 1)
        return iri
      case UInt8(ascii: "\\"):
        let (scalar, length) = try numericEscape(end)
        guard scalar.value >= 0x80 || UInt8(scalar.value).isIRIByte else {
          throw input.error("this character is not allowed in an IRI, even escaped", at: end)
        }
        unescaped += scalar.utf8
        start = end + length
      default:
        throw input.error(
          "this character is not allowed in an IRI; write it with % and two hexadecimal digits, or "
            + "close the IRI with '>' before it",
          at: end)
      }
      end = try input.run(from: start, while: \.isIRIByte)
    }
  }

  private mutating func resolved(_ reference: String) throws -> IRI {
    guard let base else {
      throw input.error("this IRI is relative and there is no base; add '@base <IRI> .' at the top")
    }
    return IRI(IRIReference(reference).resolved(against: base))
  }

  // MARK: Names

  /// The end of the characters here that can form a prefix. It is one only if `:` follows.
  mutating func prefixEnd() throws -> Int {
    guard let first = try input.byte(),
      first.isASCIILetter || first >= 0x80 && input.scalar(0).isNameBase
    else { return 0 }
    return try nameEnd(0)
  }

  /// The end of `(PN_CHARS | '.')*`, without dots at the end.
  private mutating func nameEnd(_ start: Int) throws -> Int {
    var (end, next) = (start, start)
    while true {
      next = try input.run(from: next, while: \.isNameByte)
      if next > start, try input.byte(next - 1) != UInt8(ascii: ".") { end = next }
      guard let byte = try input.byte(next) else { return end }
      if byte == UInt8(ascii: ".") {
        next += 1
      } else if byte >= 0x80, input.scalar(next).isNameContinuation {
        next += input.scalar(next).utf8.count
        end = next
      } else {
        return end
      }
    }
  }

  /// A PrefixedName; `nil` when there is none here.
  mutating func prefixedName() throws -> IRI? {
    let colon = try prefixEnd()
    guard try input.byte(colon) == UInt8(ascii: ":") else { return nil }
    let (end, hasEscapes) = try localEnd(colon + 1)
    if hasEscapes { unescapeLocal(colon + 1..<end) }
    let prefix = input.slice(0..<colon)
    let iri =
      hasEscapes
      ? unescaped.withUnsafeBufferPointer { namespaces.iri(prefix, $0) }
      : namespaces.iri(prefix, input.slice(colon + 1..<end))
    guard let iri else {
      let name = input.text(0..<colon)
      throw input.error("prefix '\(name)' is not declared; add '@prefix \(name): <IRI> .' above")
    }
    input.consume(end)
    return iri
  }

  /// The end of PN_LOCAL, without dots at the end, and whether it has backslashes.
  private mutating func localEnd(_ start: Int) throws -> (end: Int, hasEscapes: Bool) {
    var (end, next, hasEscapes) = (start, start, false)
    while let byte = try input.byte(next) {
      switch byte {
      case UInt8(ascii: "."):
        if next == start { return (end, hasEscapes) }
        next += 1
        continue
      case UInt8(ascii: "-"):
        if next == start { return (end, hasEscapes) }
        next += 1
      case UInt8(ascii: ":"): next += 1
      case UInt8(ascii: "%"):
        guard try input.byte(next + 1)?.isHexDigit == true,
          try input.byte(next + 2)?.isHexDigit == true
        else { throw input.error("expected two hexadecimal digits after '%', or '\\%'", at: next) }
        next += 3
      case UInt8(ascii: "\\"):
        guard try input.byte(next + 1)?.isEscapableInLocalName == true else {
          throw input.error(
            "this escape is not allowed in a name; write the whole IRI in '<' and '>'", at: next)
        }
        hasEscapes = true
        next += 2
      case 0x80...:
        let scalar = input.scalar(next)
        guard next == start ? scalar.isNameStart : scalar.isNameContinuation else {
          return (end, hasEscapes)
        }
        next += scalar.utf8.count
      default:
        guard byte.isNameByte else { return (end, hasEscapes) }
        next = try input.run(from: next, while: \.isNameByte)
      }
      end = next
    }
    return (end, hasEscapes)
  }

  /// Removes the backslashes; percent escapes stay as they are.
  private mutating func unescapeLocal(_ range: Range<Int>) {
    unescaped.removeAll(keepingCapacity: true)
    unescaped += input.slice(range).lazy.filter { $0 != UInt8(ascii: "\\") }
  }

  // MARK: Blank nodes

  /// BLANK_NODE_LABEL at its `_`.
  private mutating func blankNodeLabel() throws -> Term {
    let message = "expected a blank node label such as _:b1"
    guard try input.byte(1) == UInt8(ascii: ":"), let first = try input.byte(2) else {
      throw input.error(message)
    }
    guard
      first >= 0x80 ? input.scalar(2).isNameStart : first.isNameByte && first != UInt8(ascii: "-")
    else { throw input.error(message) }
    let end = try nameEnd(2)
    let label = input.text(2..<end)
    input.consume(end)
    return blankNodes.node(label)
  }
}
