internal import KGModel

/// The byte of the source at which each character of a text begins, and where the last one ends.
///
/// There is one offset for every character of every document, so they are stored as steps from one to
/// the next, a byte each. A text that is verbatim in the source, in ASCII, needs no steps; one with a
/// little markup in it is stored as a few runs.
package struct ByteOffsets: Sendable {
  /// The number of offsets.
  package private(set) var count = 0
  private var first = 0
  private var last = 0
  /// `steps[i]` is the distance from offset `i` to the next; empty as long as all of them are 1.
  private var steps: [UInt8] = []
  /// The offset at each multiple of ``stride``, while there are steps.
  private var milestones: [UInt32] = []
  /// The offsets that are too far from the one before for a step, or before it.
  private var jumps: [(index: UInt32, offset: UInt32)] = []

  /// Used instead of the three above once the text is closed and nearly all of its steps are 1: where
  /// each run of such steps begins.
  private var runs: [(index: UInt32, offset: UInt32)] = []

  private static let stride = 64
  /// Stands for an entry of ``jumps``.
  private static let jump: UInt8 = 255

  package init() {}

  /// Adds an offset. Sources are smaller than 4 GB; a larger offset becomes the largest one.
  package mutating func append(_ offset: Int) {
    open()
    let offset = min(max(offset, 0), Int(UInt32.max))
    defer {
      last = offset
      count += 1
    }
    guard count > 0 else {
      first = offset
      return
    }
    let step = offset - last
    if steps.isEmpty {
      if step == 1 { return }
      steps = Array(repeating: 1, count: count - 1)
      milestones = Swift.stride(from: 0, to: count, by: Self.stride).map { UInt32(first + $0) }
    }
    if (0..<Int(Self.jump)).contains(step) {
      steps.append(UInt8(step))
    } else {
      steps.append(Self.jump)
      jumps.append((UInt32(count), UInt32(offset)))
    }
    if count.isMultiple(of: Self.stride) { milestones.append(UInt32(offset)) }
  }

  /// Adds offsets that follow one another without a gap.
  mutating func append(run: Range<Int>) {
    guard let start = run.first else { return }
    append(start)
    guard run.upperBound <= Int(UInt32.max) else { return run.dropFirst().forEach { append($0) } }
    if !steps.isEmpty {
      steps.append(contentsOf: repeatElement(1, count: run.count - 1))
      while milestones.count * Self.stride < count + run.count - 1 {
        milestones.append(UInt32(start + milestones.count * Self.stride - (count - 1)))
      }
    }
    count += run.count - 1
    last = run.upperBound - 1
  }

  /// These offsets and a last one, stored without spare capacity.
  package func closed(at end: Int) -> ByteOffsets {
    var closed = self
    closed.append(end)
    closed.findRuns()
    closed.steps = closed.steps.withUnsafeBufferPointer(Array.init)
    closed.milestones = closed.milestones.withUnsafeBufferPointer(Array.init)
    return closed
  }

  private mutating func findRuns() {
    let breaks = steps.indices.filter { steps[$0] != 1 }
    guard breaks.count * Self.minimumRun < steps.count else { return }
    runs = breaks.map { (UInt32($0 + 1), UInt32(self[$0 + 1])) }
    (steps, milestones, jumps) = ([], [], [])
  }

  /// Characters per run on average, from which on runs are smaller than steps; a run takes eight bytes.
  private static let minimumRun = 16

  /// Turns runs back into steps, so that offsets can be added and removed.
  private mutating func open() {
    guard !runs.isEmpty else { return }
    let places = (0..<count).map { self[$0] }
    self = ByteOffsets()
    places.forEach { append($0) }
  }

  /// The offset of a character.
  package subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count)
    if !runs.isEmpty { return place(inRunsOf: index) }
    if steps.isEmpty { return first + index }
    var place = index / Self.stride
    var offset = Int(milestones[place])
    place *= Self.stride
    while place < index {
      offset = next(offset, at: place)
      place += 1
    }
    return offset
  }

  private func place(inRunsOf index: Int) -> Int {
    let next = runs.indices.partitioningIndex { Int(runs[$0].index) > index }
    guard next > 0 else { return first + index }
    return Int(runs[next - 1].offset) + index - Int(runs[next - 1].index)
  }

  /// The offset after the one at an index.
  private func next(_ offset: Int, at index: Int) -> Int {
    let step = steps[index]
    guard step == Self.jump else { return offset + Int(step) }
    return Int(jumps[jumps.indices.partitioningIndex { Int(jumps[$0].index) > index }].offset)
  }

  /// The offsets of a range, one more than it has characters.
  package subscript(range: ClosedRange<Int>) -> ByteOffsets {
    var part = ByteOffsets()
    var offset = self[range.lowerBound]
    for index in range {
      part.append(offset)
      if index < range.upperBound {
        offset = steps.isEmpty ? self[index + 1] : next(offset, at: index)
      }
    }
    return part
  }

  /// Removes the last offset, if there is one.
  package mutating func removeLast() {
    open()
    guard count > 1 else {
      self = ByteOffsets()
      return
    }
    count -= 1
    if let step = steps.popLast(), step == Self.jump { jumps.removeLast() }
    if !milestones.isEmpty, count.isMultiple(of: Self.stride) { milestones.removeLast() }
    if steps.isEmpty { milestones = [] }
    last = self[count - 1]
  }

  /// The same offsets in a source in which `distance` bytes come before.
  package func shifted(by distance: Int) -> ByteOffsets {
    var moved = self
    let move: (UInt32) -> UInt32 = { UInt32(clamping: Int($0) + distance) }
    moved.first += distance
    moved.last += distance
    moved.milestones = milestones.map(move)
    moved.jumps = jumps.map { ($0.index, move($0.offset)) }
    moved.runs = runs.map { ($0.index, move($0.offset)) }
    return moved
  }
}
