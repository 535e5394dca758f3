internal import KGModel
internal import KGRDF

/// What terms have in common, stored once: the namespace of IRIs, the datatype or language tag of
/// literals, the document of blank nodes. A term is a family and the text that is its lexical.
struct TermFamily {
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

  /// The term of this family with a text of its lexical.
  func term(lexical: String) -> Term {
    switch kind {
    case .iri: .iri(text + lexical)
    case .blankNode: .blankNode(BlankNode(text + lexical))
    case .literal: .literal(Literal(lexical, datatype: IRI(text)))
    case .languageString: .literal(Literal(lexical, languageTag: text))
    }
  }

}

/// Families are one when their bytes are: for `String`, canonically equivalent texts are equal.
extension TermFamily: Hashable {
  static func == (left: TermFamily, right: TermFamily) -> Bool {
    left.kind == right.kind && left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

/// Where a canonical N-Triples form is cut into its family and its lexical text.
struct TermParts {
  let kind: TermFamily.Kind
  /// ``TermFamily/text``.
  let shared: UnsafeBufferPointer<UInt8>
  /// What is left; with the escapes of a literal.
  let escapedLexical: UnsafeBufferPointer<UInt8>

  init(_ text: TermText) {
    let start = text.start
    let count = text.count
    switch start.pointee {
    case UInt8(ascii: "<"):
      kind = .iri
      let split = Self.namespaceEnd(start, count - 1)
      shared = UnsafeBufferPointer(start: start + 1, count: split - 1)
      escapedLexical = UnsafeBufferPointer(start: start + split, count: count - 1 - split)
    case UInt8(ascii: "_"):
      kind = .blankNode
      let label = UnsafeBufferPointer(start: start + 2, count: count - 2)
      let length = BlankNodeScope.length(in: label)
      shared = UnsafeBufferPointer(start: start + 2, count: length)
      escapedLexical = UnsafeBufferPointer(start: start + 2 + length, count: count - 2 - length)
    default:
      // In canonical form neither a tag nor an IRI has a quote.
      var close = count - 1
      while close > 1, start[close] != UInt8(ascii: "\"") { close -= 1 }
      escapedLexical = UnsafeBufferPointer(start: start + 1, count: close - 1)
      let suffix = count - close - 1
      if suffix == 0 {
        kind = .literal
        shared = UnsafeBufferPointer(
          start: Self.xsdString.utf8Start, count: Self.xsdString.utf8CodeUnitCount)
      } else if start[close + 1] == UInt8(ascii: "@") {
        kind = .languageString
        shared = UnsafeBufferPointer(start: start + close + 2, count: suffix - 1)
      } else {
        kind = .literal
        shared = UnsafeBufferPointer(start: start + close + 4, count: suffix - 4)
      }
    }
  }

  private static let xsdString: StaticString = "http://www.w3.org/2001/XMLSchema#string"

  /// A namespace ends after the last `/` or `#`, that of `urn:` and other flat IRIs after the last `:`.
  private static func namespaceEnd(_ start: UnsafePointer<UInt8>, _ end: Int) -> Int {
    var colon = 1
    var index = end - 1
    while index > 0 {
      let byte = start[index]
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") { return index + 1 }
      if byte == UInt8(ascii: ":"), colon == 1 { colon = index + 1 }
      index -= 1
    }
    return colon
  }

  var family: TermFamily {
    TermFamily(kind: kind, text: String(decoding: shared, as: UTF8.self))
  }

  /// Hands over the lexical text as it is stored.
  func withLexical<Value>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Value) rethrows -> Value {
    guard kind == .literal || kind == .languageString,
      escapedLexical.contains(UInt8(ascii: "\\"))
    else { return try body(escapedLexical) }
    return try TermText.unescaped(escapedLexical).withUnsafeBufferPointer(body)
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

  /// A blank node as its document labels it; other terms as they are.
  static func withoutMark(_ term: Term) -> Term {
    guard case .blankNode(let node) = term else { return term }
    return .blankNode(BlankNode(String(node.label.dropFirst(length(in: node.label.utf8)))))
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
