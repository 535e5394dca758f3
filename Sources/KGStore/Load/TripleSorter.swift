/// Sorts triples of ranks: dense numbers in the order of the terms' ids.
///
/// A least-significant-digit radix sort with digits of eleven bits, as many as the largest rank has. It is
/// linear and stable, and takes 24 bytes per triple.
struct TripleSorter {
  /// Subject, predicate and object of each triple.
  private(set) var ranks: [UInt32]
  private var spare: [UInt32]

  private static let digitBits: UInt32 = 11

  init(_ ranks: [UInt32]) {
    self.ranks = ranks
    spare = [UInt32](unsafeUninitializedCapacity: ranks.count) { $1 = ranks.count }
  }

  /// Orders by subject, predicate, object.
  mutating func sortBySubject() {
    for part in [2, 1, 0] { sort(by: part) }
  }

  /// Orders by predicate, object, subject. The triples must be sorted by subject.
  mutating func sortByPredicate() {
    for part in [2, 1] { sort(by: part) }
  }

  /// Calls `body` with each distinct triple and the number of its occurrences.
  func forEachDistinct(
    _ body: (_ s: Int, _ p: Int, _ o: Int, _ count: Int) throws -> Void
  ) rethrows {
    try ranks.withUnsafeBufferPointer { ranks in
      var start = 0
      while start < ranks.count {
        var next = start &+ 3
        while next < ranks.count, ranks[next] == ranks[start],
          ranks[next &+ 1] == ranks[start &+ 1],
          ranks[next &+ 2] == ranks[start &+ 2]
        { next &+= 3 }
        try body(
          Int(ranks[start]), Int(ranks[start &+ 1]), Int(ranks[start &+ 2]), (next - start) / 3)
        start = next
      }
    }
  }

  private mutating func sort(by part: Int) {
    let count = ranks.count / 3
    var largest: UInt32 = 0
    ranks.withUnsafeBufferPointer { ranks in
      for index in 0..<count { largest = max(largest, ranks[index &* 3 &+ part]) }
    }
    var shift: UInt32 = 0
    while shift < UInt32.bitWidth, largest >> shift > 0 {
      pass(part, shift, count)
      shift += Self.digitBits
    }
  }

  private mutating func pass(_ part: Int, _ shift: UInt32, _ count: Int) {
    let buckets = 1 << Int(Self.digitBits)
    let mask = UInt32(buckets - 1)
    var starts = [Int](repeating: 0, count: buckets + 1)
    ranks.withUnsafeBufferPointer { source in
      spare.withUnsafeMutableBufferPointer { target in
        starts.withUnsafeMutableBufferPointer { starts in
          for index in 0..<count {
            starts[Int((source[index &* 3 &+ part] &>> shift) & mask) &+ 1] &+= 1
          }
          for bucket in 1...buckets { starts[bucket] &+= starts[bucket &- 1] }
          for index in 0..<count {
            let from = index &* 3
            let bucket = Int((source[from &+ part] &>> shift) & mask)
            let to = starts[bucket] &* 3
            starts[bucket] &+= 1
            target[to] = source[from]
            target[to &+ 1] = source[from &+ 1]
            target[to &+ 2] = source[from &+ 2]
          }
        }
      }
    }
    swap(&ranks, &spare)
  }
}
