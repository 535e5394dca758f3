internal import KGModel
internal import KGRDF

/// What terms have in common, stored once: the namespace of IRIs, the datatype or language tag of
/// literals, the document of blank nodes. A term is a family and the text that is its own.
struct TermFamily: Hashable {
  enum Kind: Int64 {
    case iri = 0
    case blankNode = 1
    /// Of a datatype.
    case literal = 2
    /// Of a language.
    case languageString = 3
  }

  let kind: Kind
  /// The namespace, datatype or tag; for blank nodes what goes before the label.
  let text: String

  private static let plainLiteral = TermFamily(kind: .literal, text: XSD.string.value)

  /// The term of this family with a text of its own.
  func term(_ own: String) -> Term {
    switch kind {
    case .iri: .iri(text + own)
    case .blankNode: .blankNode(BlankNode(text + own))
    case .literal: .literal(Literal(own, datatype: IRI(text)))
    case .languageString: .literal(Literal(own, languageTag: text))
    }
  }

  /// The family of a canonical N-Triples form, and the bytes of its own.
  static func parts(of text: TermText) -> (family: TermFamily, own: [UInt8]) {
    let bytes = text.bytes
    switch bytes.first {
    case UInt8(ascii: "<"):
      let iri = bytes[1..<(bytes.count - 1)]
      let namespace = iri.prefix(namespaceLength(iri))
      return (
        TermFamily(kind: .iri, text: String(decoding: namespace, as: UTF8.self)),
        Array(iri.dropFirst(namespace.count))
      )
    case UInt8(ascii: "_"):
      let label = bytes.dropFirst(2)
      let scope = label.prefix(BlankNodeScope.length(in: label))
      return (
        TermFamily(kind: .blankNode, text: String(decoding: scope, as: UTF8.self)),
        Array(label.dropFirst(scope.count))
      )
    default:
      let parts = text.literalParts
      return (literalFamily(parts.suffix), TermText.unescaped(parts.quoted))
    }
  }

  /// The namespace of an IRI and the rest.
  static func parts(ofIRI iri: IRI) -> (namespace: String, own: String) {
    let bytes = Array(NTriplesWriter.text(.iri(iri)).utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      let parts = parts(
        of: TermText(start: buffer.baseAddress ?? TermText.none.start, count: buffer.count))
      return (parts.family.text, String(decoding: parts.own, as: UTF8.self))
    }
  }

  /// A namespace ends with the last `/` or `#`, that of `urn:` and other flat IRIs with the last `:`.
  private static func namespaceLength(_ iri: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let last =
      iri.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
      ?? iri.lastIndex(of: UInt8(ascii: ":"))
    return last.map { $0 - iri.startIndex + 1 } ?? 0
  }

  private static func literalFamily(_ suffix: Slice<UnsafeBufferPointer<UInt8>>) -> TermFamily {
    switch suffix.first {
    case nil: plainLiteral
    case UInt8(ascii: "@"):
      TermFamily(
        kind: .languageString, text: String(decoding: suffix.dropFirst(), as: UTF8.self))
    default:
      TermFamily(
        kind: .literal, text: String(decoding: suffix.dropFirst(3).dropLast(), as: UTF8.self))
    }
  }
}

/// The labels of a document's blank nodes mean something in that document only, so they are stored with
/// a mark of the document in front: `x`, twelve hexadecimal digits, `_`.
enum BlankNodeScope {
  private static let length = 14

  static func mark(path: String) -> String {
    let digits = String(textHash(path) >> 16, radix: 16)
    return "x" + String(repeating: "0", count: 12 - digits.count) + digits + "_"
  }

  /// The length of the mark with which a label begins; 0 when there is none.
  static func length(in label: some Collection<UInt8>) -> Int {
    let mark = label.prefix(length)
    let isMark =
      mark.count == length && mark.first == UInt8(ascii: "x")
      && mark.dropFirst(length - 1).first == UInt8(ascii: "_")
      && mark.dropFirst().prefix(length - 2).allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
    return isMark ? length : 0
  }
}
