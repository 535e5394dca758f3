package import KGModel

extension Term {
  /// The term with this canonical N-Triples form.
  package init(_ text: TermText) {
    let bytes = text.bytes
    switch bytes.first {
    case UInt8(ascii: "<"):
      self = .iri(String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self))
    case UInt8(ascii: "_"):
      self = .blankNode(BlankNode(String(decoding: bytes.dropFirst(2), as: UTF8.self)))
    default: self = .literal(Literal(text))
    }
  }
}

extension Literal {
  fileprivate init(_ text: TermText) {
    let parts = text.literalParts
    let form = String(decoding: TermText.unescaped(parts.quoted), as: UTF8.self)
    let suffix = parts.suffix
    switch suffix.first {
    case UInt8(ascii: "@"):
      self.init(form, languageTag: String(decoding: suffix.dropFirst(), as: UTF8.self))
    case UInt8(ascii: "^"):
      self.init(
        form, datatype: IRI(String(decoding: suffix.dropFirst(3).dropLast(), as: UTF8.self)))
    default: self.init(form)
    }
  }
}

extension TermText {
  /// The form that an IRI has in the graph, where it is not this one; see ``IRI/standard``.
  package var standardIRI: [UInt8]? {
    let other = Schema.otherNamespace
    let count = other.utf8CodeUnitCount
    guard bytes.count > count, start.pointee == UInt8(ascii: "<"),
      TermText(start: start + 1, count: count)
        .isSame(as: TermText(start: other.utf8Start, count: count))
    else { return nil }
    return Array("<\(Schema.namespace)".utf8) + bytes.dropFirst(1 + count)
  }

  /// The bytes of a literal between its quotes, and those after them: `@tag`, `^^<datatype>` or none.
  package var literalParts:
    (quoted: UnsafeBufferPointer<UInt8>.SubSequence, suffix: UnsafeBufferPointer<UInt8>.SubSequence)
  {
    // In canonical form, neither a tag nor an IRI contains a quote.
    let close = bytes.lastIndex(of: UInt8(ascii: "\"")) ?? bytes.startIndex
    return (bytes[min(1, close)..<close], bytes[min(close + 1, count)...])
  }

  /// Some bytes with the four canonical escapes resolved.
  package static func unescaped(_ bytes: some Collection<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\\")) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        switch byte {
        case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
        default: result.append(byte)
        }
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
