internal import KGModel
internal import KGRDF

/// A graph in N-Triples, or in Turtle or TriG with the prefixes of the vocabulary.
struct GraphWriter: FormatWriter {
  let write: (String) throws -> Void
  private var turtle: TurtleWriter?
  private var hasBegun = false
  private var bytes: [UInt8] = []

  /// - Parameter turtle: `nil` for N-Triples.
  init(_ turtle: TurtleWriter?, write: @escaping (String) throws -> Void) {
    self.turtle = turtle
    self.write = write
  }

  mutating func add(_ triple: Triple) throws {
    guard turtle != nil else { return try write(NTriplesWriter.line(triple) + "\n") }
    begin()
    turtle?.write(Quad(triple), to: &bytes)
    try flush()
  }

  mutating func finish(isCut: Bool) throws {
    begin()
    turtle?.finish(to: &bytes)
    try flush()
  }

  private mutating func begin() {
    if !hasBegun { turtle?.begin(to: &bytes) }
    hasBegun = true
  }

  private mutating func flush() throws {
    try write(String(decoding: bytes, as: UTF8.self))
    bytes.removeAll(keepingCapacity: true)
  }
}
