internal import KGRDF

/// A canonical N-Triples form split into family and lexical part.
struct TermParts {
  let kind: TermFamily.Kind
  /// ``TermFamily/text``.
  let shared: UnsafeBufferPointer<UInt8>
  /// The lexical part, still with the escapes of a literal.
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
      // In canonical form, neither a tag nor an IRI contains a quote.
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

  /// The end of the namespace: after the last `/` or `#`; in `urn:` and other flat IRIs after the last `:`.
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

  /// Calls `body` with the lexical part as it is stored.
  func withLexical<Value>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Value) rethrows -> Value {
    guard kind == .literal || kind == .languageString,
      escapedLexical.contains(UInt8(ascii: "\\"))
    else { return try body(escapedLexical) }
    return try TermText.unescaped(escapedLexical).withUnsafeBufferPointer(body)
  }
}
