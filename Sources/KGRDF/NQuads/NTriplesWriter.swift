public import KGModel

/// Writes terms and statements in canonical N-Triples and N-Quads (RDF 1.1).
///
/// In literals, `"`, `\`, line feed and carriage return are escaped and all other characters are written as
/// they are; `xsd:string` is left out.
public enum NTriplesWriter {
  /// A line of N-Triples, without the line feed.
  public static func line(_ triple: Triple) -> String {
    line(Quad(triple))
  }

  /// A line of N-Quads, without the line feed; a line of N-Triples for a quad of the default graph.
  public static func line(_ quad: Quad) -> String {
    var bytes: [UInt8] = []
    append(quad, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The canonical form of a term, such as `<http://a>`, `_:b` or `"Ada"@en`.
  public static func text(_ term: Term) -> String {
    var bytes: [UInt8] = []
    append(term, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``line(_:)-(Quad)`` as UTF-8.
  public static func append(_ quad: Quad, to bytes: inout [UInt8]) {
    append(quad.triple.subject, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    append(quad.triple.predicate, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    append(quad.triple.object, to: &bytes)
    if let graph = quad.graph {
      bytes.append(UInt8(ascii: " "))
      append(graph, to: &bytes)
    }
    bytes += " .".utf8
  }

  /// Appends ``text(_:)`` as UTF-8.
  public static func append(_ term: Term, to bytes: inout [UInt8]) {
    switch term {
    case .iri(let iri): append(iri, to: &bytes)
    case .blankNode(let node): bytes += ("_:" + node.label).utf8
    case .literal(let literal):
      var form = literal.lexicalForm
      form.withUTF8 { appendQuoted($0, to: &bytes) }
      if let tag = literal.languageTag {
        bytes += ("@" + tag).utf8
      } else if literal.datatype != XSD.string {
        bytes += "^^".utf8
        append(literal.datatype, to: &bytes)
      }
    }
  }

  private static func append(_ iri: IRI, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    var value = iri.value
    value.withUTF8 { form in
      let table = ByteClass.table
      // Nearly all IRIs are written as they are.
      if form.allSatisfy({ table[Int($0)] & ByteClass.iri != 0 }) {
        bytes += form
        return
      }
      for byte in form {
        if table[Int(byte)] & ByteClass.iri != 0 {
          bytes.append(byte)
        } else {
          bytes += ("\\u" + hexadecimal(byte, digits: 4).uppercased()).utf8
        }
      }
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Appends the lexical form of a literal, given as UTF-8, in quotes.
  package static func appendQuoted(_ form: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let table = ByteClass.table
    if form.allSatisfy({ table[Int($0)] & ByteClass.literal != 0 }) {
      bytes += form
    } else {
      for byte in form {
        if table[Int(byte)] & ByteClass.literal != 0 {
          bytes.append(byte)
        } else {
          appendEscaped(Unicode.Scalar(byte), to: &bytes)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends one character of a literal, escaped where the canonical form requires it.
  static func appendEscaped(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\r": bytes += "\\r".utf8
    default: bytes += String(scalar).utf8
    }
  }
}
