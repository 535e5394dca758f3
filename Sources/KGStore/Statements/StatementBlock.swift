/// Statements of a source in the order of the document with their lines, in about five bytes each.
///
/// A block is a sequence of statements. Each is a run of variable-length numbers, low seven bits first,
/// the top bit telling that more follow; signed ones are zigzag-coded (0, −1, 1, −2 …). Differences are
/// to the statement before, at first to zeros.
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
    append(
      UInt64(bitPattern: quad.p) << 3 | (isNextLine ? 0 : 4) | (isSameSubject ? 0 : 2)
        | (hasGraph ? 1 : 0))
    if !isSameSubject { append(signed: quad.s &- previous.s) }
    append(signed: quad.o &- previous.o)
    if !isNextLine { append(signed: line - previousLine) }
    if hasGraph { append(signed: quad.g) }
    previous = quad
    previousLine = line
  }

  @inline(__always)
  private mutating func append(_ value: UInt64) {
    var value = value
    while value > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  @inline(__always)
  private mutating func append(signed value: Int64) {
    append(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  /// Hands over each statement of a block with its line.
  ///
  /// - Returns: `false` when the bytes end in the middle of a statement: the block is damaged.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, _ body: (QuadIDs, Int) throws -> Void
  ) rethrows -> Bool {
    var reader = Reader(bytes: bytes)
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

  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var position = 0
    var isDamaged = false

    var isAtEnd: Bool { position >= bytes.count }

    @inline(__always)
    mutating func next() -> UInt64 {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
        if shift > 63 { break }
      }
      isDamaged = true
      return 0
    }

    @inline(__always)
    mutating func nextSigned() -> Int64 {
      let value = next()
      return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }
  }
}
