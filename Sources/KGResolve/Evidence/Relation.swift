internal import KGModel

/// A relation of numbers from 0 on to other numbers, each pair once and sorted; four bytes a pair.
struct Relation {
  private let starts: [Int32]
  private let values: [Int32]

  /// - Parameters:
  ///   - pairs: In any order; duplicates count once.
  ///   - count: The number of numbers on the left side.
  init(_ pairs: [Pair], count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    var values: [Int32] = []
    values.reserveCapacity(pairs.count)
    var last: Pair?
    for pair in pairs.sorted(by: { $0.bits < $1.bits }) where pair.bits != last?.bits {
      last = pair
      starts[pair.number + 1] += 1
      values.append(pair.other)
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    self.starts = starts
    self.values = values
  }

  /// A number and what it is related to.
  struct Pair {
    fileprivate let bits: UInt64

    init(_ number: Int, _ other: Int) {
      bits = UInt64(number) << 32 | UInt64(UInt32(truncatingIfNeeded: other))
    }

    var number: Int { Int(bits >> 32) }
    fileprivate var other: Int32 { Int32(truncatingIfNeeded: bits) }
  }

  subscript(number: Int) -> RelatedNumbers {
    RelatedNumbers(values[Int(starts[number])..<Int(starts[number + 1])])
  }
}

/// A set of numbers in ascending order.
struct RelatedNumbers: RandomAccessCollection {
  private let values: ArraySlice<Int32>

  fileprivate init(_ values: ArraySlice<Int32>) {
    self.values = values
  }

  var startIndex: Int { values.startIndex }
  var endIndex: Int { values.endIndex }
  subscript(position: Int) -> Int { Int(values[position]) }

  func contains(_ number: Int) -> Bool {
    let place = indices.partitioningIndex { self[$0] >= number }
    return place < endIndex && self[place] == number
  }

  /// The number of elements in both sets: those of the smaller are looked up in the larger.
  func countInCommon(with other: Self) -> Int {
    let (few, many) = count < other.count ? (self, other) : (other, self)
    return few.count(where: many.contains)
  }

  func isDisjoint(with other: Self) -> Bool {
    let (few, many) = count < other.count ? (self, other) : (other, self)
    return !few.contains(where: many.contains)
  }
}

/// Gives distinct values the numbers 0, 1, 2 … in the order in which they are added.
struct Interner<Value: Hashable> {
  private var numbers: [Value: Int32] = [:]
  private(set) var values: [Value] = []

  /// - Returns: The number, and whether it is new.
  @discardableResult
  mutating func add(_ value: Value) -> (number: Int, isNew: Bool) {
    if let number = numbers[value] { return (Int(number), false) }
    numbers[value] = Int32(values.count)
    values.append(value)
    return (values.count - 1, true)
  }

  func number(of value: Value) -> Int? { numbers[value].map { Int($0) } }

  var count: Int { values.count }
}
