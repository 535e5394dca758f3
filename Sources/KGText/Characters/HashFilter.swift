/// A set of hashes of words: says of most words that a table does not have them, without making strings.
///
/// A Bloom filter whose bits for one hash are all in one number (Putze, Sanders and Singler, “Cache-, Hash- and
/// Space-Efficient Bloom Filters”, 2007): a look-up reads memory once, and the whole set stays in the cache. Of hashes that
/// are not in the set one in some hundreds is said to be; that costs one fruitless look-up in the table itself.
public struct HashFilter: Sendable {
  /// As many as a power of two.
  @usableFromInline let numbers: [UInt64]

  /// Bits of the set for each hash in it.
  private static let bitsPerHash = 32

  package init(_ hashes: some Sequence<UInt64>) {
    let distinct = Set(hashes)
    var count = 1
    while count * UInt64.bitWidth < distinct.count * Self.bitsPerHash { count *= 2 }
    var numbers = Array(repeating: UInt64(0), count: count)
    for hash in distinct {
      let mixed = Self.mixed(hash)
      numbers[Self.place(mixed, count)] |= Self.bits(mixed)
    }
    self.numbers = numbers
  }

  @inlinable
  public func contains(_ hash: UInt64) -> Bool {
    let mixed = Self.mixed(hash)
    let bits = Self.bits(mixed)
    return numbers.withUnsafeBufferPointer { $0[Self.place(mixed, $0.count)] & bits == bits }
  }

  /// The hash with its bits spread: 2^64 divided by the golden ratio is an odd number without a pattern.
  @inlinable
  static func mixed(_ hash: UInt64) -> UInt64 {
    let product = hash &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  @inlinable
  static func place(_ mixed: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: mixed >> 24) & (count - 1)
  }

  /// Four bits of the 64, by six bits of the hash each.
  @inlinable
  static func bits(_ mixed: UInt64) -> UInt64 {
    1 &<< (mixed & 63) | 1 &<< (mixed >> 6 & 63) | 1 &<< (mixed >> 12 & 63)
      | 1 &<< (mixed >> 18 & 63)
  }
}

/// The hash of a sequence of characters, FNV-1a over their values.
public struct CharacterHash: Sendable {
  public var value: UInt64

  @inlinable
  public init() { value = 0xcbf2_9ce4_8422_2325 }

  package init(_ characters: some Sequence<Unicode.Scalar>) {
    self.init()
    for scalar in characters { append(scalar.value) }
  }

  @inlinable
  public mutating func append(_ number: UInt32) {
    value = (value ^ UInt64(number)) &* 0x100_0000_01b3
  }
}
