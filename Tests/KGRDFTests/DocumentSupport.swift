import KGModel
import KGRDF

/// The quads of a document as lines of N-Quads with short names: `http://e/` is left out, and the RDF and
/// XSD namespaces have prefixes. Relative IRIs are resolved against `http://e/`.
///
///     try nquads("<s> a 1 .")  // ["<s> <rdf:type> \"1\"^^<xsd:integer> ."]
func nquads(_ document: String, _ format: RDFFormat = .turtle) throws -> [String] {
  try quads(document, format, base: "http://e/").map { quad in
    let triple = quad.triple
    let terms =
      [triple.subject, .iri(triple.predicate), triple.object] + [quad.graph].compactMap(\.self)
    return terms.map(NTriplesWriter.text).joined(separator: " ")
      .replacing("http://e/", with: "").replacing(RDF.namespace, with: "rdf:")
      .replacing(XSD.namespace, with: "xsd:") + " ."
  }
}

func quads(_ document: String, _ format: RDFFormat = .turtle, base: String? = nil) throws -> [Quad]
{
  try quads(Array(document.utf8), format, base: base)
}

/// Parses bytes that are read in pieces of a given length, or all at once.
func quads(
  _ document: [UInt8], _ format: RDFFormat = .turtle, base: String? = nil, pieces: Int? = nil
) throws -> [Quad] {
  try parse(document, format, base: base, pieceSize: pieces ?? document.count + 1).map(\.quad)
}

/// A reader that returns at most `length` bytes at a time.
func reading(_ bytes: [UInt8], inPiecesOf length: Int) -> ReadBytes {
  let read = reading(bytes)
  return { try read(UnsafeMutableRawBufferPointer(rebasing: $0.prefix(length))) }
}

/// The first fault of a document; `nil` when there is none.
func fault(_ document: [UInt8], _ format: RDFFormat = .turtle, pieces: Int? = nil) throws
  -> RDFSyntaxError?
{
  do {
    _ = try quads(document, format, pieces: pieces)
    return nil
  } catch let error as RDFSyntaxError {
    return error
  }
}

func fault(_ document: String, _ format: RDFFormat = .turtle) throws -> RDFSyntaxError? {
  try fault(Array(document.utf8), format)
}

/// A document with a mark before its fault: `<a:s> <a:p> ⏵<b c> .`
struct Faulty: CustomStringConvertible, Sendable {
  let document: String
  let line: Int
  let column: Int
  /// A part of the message.
  let words: String

  init(_ marked: String, _ words: String) {
    let before = (marked.split(separator: "⏵", omittingEmptySubsequences: false).first ?? "")
      .unicodeScalars
    document = marked.replacing("⏵", with: "")
    line = 1 + before.count { $0 == "\n" }
    column = 1 + before.reversed().prefix { $0 != "\n" }.count
    self.words = words
  }

  var description: String { document }
}
