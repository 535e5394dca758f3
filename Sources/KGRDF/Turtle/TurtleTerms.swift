internal import KGModel

/// Writes terms as Turtle with the standard prefixes: `schema:name`, `<https://…/a/b>`, `42`, `"Ada"@en`.
struct TurtleTerms: Sendable {
  private let prefixes = standardPrefixes.map { (name: Array($0.utf8), namespace: Array($1.utf8)) }

  func append(_ term: Term, to output: inout [UInt8]) {
    switch term {
    case .iri(let iri): append(iri, to: &output)
    case .blankNode(let node):
      output += "_:".utf8
      output += node.label.utf8
    case .literal(let literal): append(literal, to: &output)
    }
  }

  // MARK: IRIs

  func append(_ iri: IRI, to output: inout [UInt8]) {
    var value = iri.value
    value.withUTF8 { value in
      if !appendPrefixed(value, to: &output) { Self.appendWhole(value, to: &output) }
    }
  }

  /// Appends a prefixed name if the local part needs no escapes; whether it did.
  private func appendPrefixed(
    _ value: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> Bool {
    for (name, namespace) in prefixes where value.starts(with: namespace) {
      let local = value[namespace.count...]
      guard Self.isLocalName(local) else { return false }
      output += name
      output.append(UInt8(ascii: ":"))
      output += local
      return true
    }
    return false
  }

  /// Whether the bytes are PN_LOCAL without backslashes, or empty.
  private static func isLocalName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    if rest.last == "." { return false }
    var isFirst = true
    while let scalar = rest.popFirst() {
      switch scalar {
      case ":": break
      case ".": if isFirst { return false }
      case "%":
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ $0.isASCII && $0.properties.isASCIIHexDigit })
        else { return false }
        rest = rest.dropFirst(2)
      default:
        guard isFirst ? scalar.isNameStart : scalar.isNameContinuation else { return false }
      }
      isFirst = false
    }
    return true
  }

  private static func appendWhole(
    _ value: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "<"))
    for byte in value {
      if byte.isIRIByte { output.append(byte) } else { appendEscape(byte, to: &output) }
    }
    output.append(UInt8(ascii: ">"))
  }

  // MARK: Literals

  private func append(_ literal: Literal, to output: inout [UInt8]) {
    var lexicalForm = literal.lexicalForm
    lexicalForm.withUTF8 { bytes in
      if Self.hasShortForm(bytes, literal.datatype) {
        output += bytes
        return
      }
      Self.appendQuoted(bytes, to: &output)
      if let tag = literal.languageTag {
        output.append(UInt8(ascii: "@"))
        output += tag.utf8
      } else if literal.datatype != XSD.string {
        output += "^^".utf8
        append(literal.datatype, to: &output)
      }
    }
  }

  /// Whether Turtle reads the unquoted lexical form as a literal of this datatype.
  private static func hasShortForm(
    _ bytes: UnsafeBufferPointer<UInt8>, _ datatype: IRI
  ) -> Bool {
    switch datatype {
    case XSD.boolean: bytes.elementsEqual("true".utf8) || bytes.elementsEqual("false".utf8)
    case XSD.integer: NumberShape(bytes) == .integer
    case XSD.decimal: NumberShape(bytes) == .decimal
    case XSD.double: NumberShape(bytes) == .double
    default: false
    }
  }

  private static func appendQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "\""))
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): output += "\\\"".utf8
      case UInt8(ascii: "\\"): output += "\\\\".utf8
      case UInt8(ascii: "\n"): output += "\\n".utf8
      case UInt8(ascii: "\r"): output += "\\r".utf8
      case UInt8(ascii: "\t"): output += "\\t".utf8
      case 0x08: output += "\\b".utf8
      case 0x0C: output += "\\f".utf8
      case 0x00..<0x20, 0x7F: appendEscape(byte, to: &output)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends an ASCII character as `\u001F`.
  private static func appendEscape(_ byte: UInt8, to output: inout [UInt8]) {
    output += ("\\u" + hexadecimal(byte, digits: 4).uppercased()).utf8
  }
}
