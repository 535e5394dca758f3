/// Statements of a source in the order of the document with their lines, in some four bytes each.
///
/// A block is a sequence of statements. Each is a run of numbers of ``VariableLength``; differences are to
/// the statement before, at first to zeros.
///
/// | number | when |
/// |---|---|
/// | predicate × 8 + 4 if the line is not the next one + 2 if the subject is another + 1 if it has a graph | always |
/// | difference of the subjects | subject is another |
/// | difference of the objects | always |
/// | difference of the lines | line is not the next one |
/// | graph, signed | it has a graph |
struct StatementBlock {
  private(set) var bytes: [UInt8] = []
  private var previous = QuadIDs(s: 0, p: 0, o: 0)
  private var previousLine: Int64 = 0

  /// - Parameter capacity: About how many bytes there will be.
  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  mutating func append(_ quad: QuadIDs, line: Int) {
    let line = Int64(line)
    let isNextLine = line == previousLine + 1
    let isSameSubject = quad.s == previous.s
    let hasGraph = quad.g != QuadIDs.defaultGraph
    VariableLength.append(
      UInt64(bitPattern: quad.p) << 3 | (isNextLine ? 0 : 4) | (isSameSubject ? 0 : 2)
        | (hasGraph ? 1 : 0), to: &bytes)
    if !isSameSubject { VariableLength.append(signed: quad.s &- previous.s, to: &bytes) }
    VariableLength.append(signed: quad.o &- previous.o, to: &bytes)
    if !isNextLine { VariableLength.append(signed: line - previousLine, to: &bytes) }
    if hasGraph { VariableLength.append(signed: quad.g, to: &bytes) }
    previous = quad
    previousLine = line
  }

  /// Hands over each statement of a block with its line.
  ///
  /// - Returns: `false` when the bytes end in the middle of a statement: the block is damaged.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, _ body: (QuadIDs, Int) throws -> Void
  ) rethrows -> Bool {
    var reader = VariableLength.Reader(bytes)
    var previous = QuadIDs(s: 0, p: 0, o: 0)
    var line: Int64 = 0
    while !reader.isAtEnd {
      let head = reader.next()
      let s = head & 2 != 0 ? previous.s &+ reader.nextSigned() : previous.s
      let o = previous.o &+ reader.nextSigned()
      line = head & 4 != 0 ? line &+ reader.nextSigned() : line &+ 1
      let g = head & 1 != 0 ? reader.nextSigned() : QuadIDs.defaultGraph
      guard !reader.isDamaged else { return false }
      previous = QuadIDs(s: s, p: Int64(bitPattern: head >> 3), o: o, g: g)
      try body(previous, Int(line))
    }
    return true
  }
}
