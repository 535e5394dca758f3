/// Encodes the statements of a source with their lines, in the order of the document, in about two bytes
/// each.
///
/// Documents repeat a few kinds of statements, mostly about terms that appear for the first time, and ids are
/// assigned in that order. So a statement is encoded as its *shape*, which is the predicate and the set of
/// parts that follow; most statements need no further part. All numbers are encoded as ``VariableLength``:
///
/// | number | when |
/// |---|---|
/// | the number of the shape in the block; 0 for a shape without one, followed by predicate × 64 + ``Parts`` | always |
/// | subject, as the difference from the previous one | it is neither that nor the next new term |
/// | object, as the difference from the last one with this predicate | it is neither that nor the next new term |
/// | line, as the difference from the previous one | it is not the next one |
/// | graph, signed | it is not the default graph |
///
/// The next new term is the one after the highest id in the block so far.
struct StatementBlock {
  private(set) var bytes: [UInt8] = []
  private var context = Context()
  private var shapes = Shapes()

  /// - Parameter capacity: The expected size in bytes.
  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  mutating func append(_ quad: QuadIDs, line: Int) {
    let line = Int64(line)
    var parts: Parts = []
    if quad.s != context.subject {
      parts.insert(quad.s == context.next ? .nextSubject : .subject)
    }
    let next = max(context.next, quad.s &+ 1)
    let lastObject = context.lastObject(of: quad.p)
    if quad.o != lastObject { parts.insert(quad.o == next ? .nextObject : .object) }
    if line != context.line + 1 { parts.insert(.line) }
    if quad.g != QuadIDs.defaultGraph { parts.insert(.graph) }

    let shape = Shape(predicate: quad.p, parts: parts)
    if let number = shapes.number(of: shape) {
      bytes.append(number)
    } else {
      bytes.append(0)
      VariableLength.append(shape.code, to: &bytes)
      shapes.add(shape)
    }
    if parts.contains(.subject) {
      VariableLength.append(signed: quad.s &- context.subject, to: &bytes)
    }
    if parts.contains(.object) { VariableLength.append(signed: quad.o &- lastObject, to: &bytes) }
    if parts.contains(.line) { VariableLength.append(signed: line - context.line, to: &bytes) }
    if parts.contains(.graph) { VariableLength.append(signed: quad.g, to: &bytes) }
    context.advance(past: quad, line: line)
  }

  /// Calls `body` with each statement of a block and its line.
  ///
  /// - Returns: `false` when the block is damaged: it ends within a statement, or refers to an unknown shape.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, _ body: (QuadIDs, Int) throws -> Void
  ) rethrows -> Bool {
    var reader = VariableLength.Reader(bytes)
    var context = Context()
    var shapes = Shapes()
    while !reader.isAtEnd {
      let number = reader.next()
      let shape: Shape
      if number == 0 {
        shape = Shape(code: reader.next())
        shapes.add(shape)
      } else if let known = shapes.shape(number) {
        shape = known
      } else {
        return false
      }
      let parts = shape.parts
      var s = context.subject
      if parts.contains(.subject) { s &+= reader.nextSigned() }
      if parts.contains(.nextSubject) { s = context.next }
      var o = context.lastObject(of: shape.predicate)
      if parts.contains(.object) { o &+= reader.nextSigned() }
      if parts.contains(.nextObject) { o = max(context.next, s &+ 1) }
      let line = context.line &+ (parts.contains(.line) ? reader.nextSigned() : 1)
      let g = parts.contains(.graph) ? reader.nextSigned() : QuadIDs.defaultGraph
      guard !reader.isDamaged else { return false }
      let quad = QuadIDs(s: s, p: shape.predicate, o: o, g: g)
      context.advance(past: quad, line: line)
      try body(quad, Int(line))
    }
    return true
  }
}

extension StatementBlock {
  /// The parts of a statement that do not follow from the statements before it.
  private struct Parts: OptionSet {
    let rawValue: UInt64
    static let subject = Parts(rawValue: 1)
    static let nextSubject = Parts(rawValue: 2)
    static let object = Parts(rawValue: 4)
    static let nextObject = Parts(rawValue: 8)
    static let line = Parts(rawValue: 16)
    static let graph = Parts(rawValue: 32)
  }

  private struct Shape: Equatable {
    let code: UInt64

    init(code: UInt64) {
      self.code = code
    }

    init(predicate: Int64, parts: Parts) {
      code = UInt64(bitPattern: predicate) << 6 | parts.rawValue
    }

    var predicate: Int64 { Int64(code >> 6) }
    var parts: Parts { Parts(rawValue: code & 63) }
  }

  /// The shapes that have a number, counted from 1 in the order of their first use. Numbers fit in a byte. Of
  /// shapes with the same low bits only the first gets a number, so that a look-up needs no search.
  private struct Shapes {
    private var shapes = [Shape(code: 0)]
    private var numbers = [UInt8](repeating: 0, count: 1 << 14)

    private static let limit = 128

    private static func slot(_ shape: Shape) -> Int { Int(shape.code & 0x3FFF) }

    func number(of shape: Shape) -> UInt8? {
      let number = numbers[Self.slot(shape)]
      return number > 0 && shapes[Int(number)] == shape ? number : nil
    }

    func shape(_ number: UInt64) -> Shape? {
      number < shapes.count ? shapes[Int(number)] : nil
    }

    mutating func add(_ shape: Shape) {
      guard shapes.count < Self.limit, numbers[Self.slot(shape)] == 0 else { return }
      numbers[Self.slot(shape)] = UInt8(shapes.count)
      shapes.append(shape)
    }
  }

  /// The state that encoder and decoder keep about the previous statements.
  private struct Context {
    private(set) var subject: Int64 = 0
    private(set) var line: Int64 = 0
    /// The id after the highest one of a subject or object.
    private(set) var next: Int64 = 0
    /// The last object, by the low bits of the predicate.
    private var lastObjects = [Int64](repeating: 0, count: 256)

    func lastObject(of predicate: Int64) -> Int64 { lastObjects[Int(predicate & 255)] }

    mutating func advance(past quad: QuadIDs, line: Int64) {
      subject = quad.s
      next = max(next, quad.s &+ 1, quad.o &+ 1)
      lastObjects[Int(quad.p & 255)] = quad.o
      self.line = line
    }
  }
}
