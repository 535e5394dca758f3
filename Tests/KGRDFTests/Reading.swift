import KGModel
import KGRDF

/// The statements of a document with their lines.
func parse(
  _ text: String, _ format: RDFFormat, base: String? = nil, pieceSize: Int = 1 << 16
) throws -> [(quad: Quad, line: Int)] {
  try parse(Array(text.utf8), format, base: base, pieceSize: pieceSize)
}

func parse(
  _ bytes: [UInt8], _ format: RDFFormat, base: String? = nil, pieceSize: Int = 1 << 16
) throws -> [(quad: Quad, line: Int)] {
  var quads: [(Quad, Int)] = []
  let read = reading(bytes, inPiecesOf: pieceSize)
  switch format {
  case .ntriples, .nquads:
    try NQuadsParser(format, read: read).parse { quads.append(($0, $1)) }
  case .turtle, .trig:
    var parser = TurtleParser(format, base: base.map { IRI($0) }, read: read)
    try parser.parse { quads.append(($0, $1)) }
  }
  return quads
}

/// The error that a document causes: `line:column: message: 'text'`.
func problem(_ text: String, _ format: RDFFormat) -> String {
  problem(Array(text.utf8), format)
}

func problem(_ bytes: [UInt8], _ format: RDFFormat) -> String {
  do {
    return "nothing; it has \(try parse(bytes, format).count) statements"
  } catch { return "\(error)" }
}
