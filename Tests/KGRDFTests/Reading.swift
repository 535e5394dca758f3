import KGModel
import KGRDF

/// Reads a document in pieces of so many bytes.
func pieces(of bytes: [UInt8], _ size: Int) -> ReadBytes {
  let whole = reading(bytes)
  return { buffer in
    try whole(UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(size, buffer.count)]))
  }
}

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
  let read = pieces(of: bytes, pieceSize)
  switch format {
  case .ntriples, .nquads:
    try NQuadsParser(format, read: read).parse { quads.append(($0, $1)) }
  case .turtle, .trig:
    var parser = TurtleParser(format, base: base.map { IRI($0) }, read: read)
    try parser.parse { quads.append(($0, $1)) }
  }
  return quads
}

/// What is wrong with a document: `line:column: message: 'text'`.
func problem(_ text: String, _ format: RDFFormat) -> String {
  problem(Array(text.utf8), format)
}

func problem(_ bytes: [UInt8], _ format: RDFFormat) -> String {
  do {
    return "nothing; it has \(try parse(bytes, format).count) statements"
  } catch { return "\(error)" }
}

/// The same numbers for the same seed, everywhere (SplitMix64; Steele, Lea, Flood, OOPSLA 2014).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
