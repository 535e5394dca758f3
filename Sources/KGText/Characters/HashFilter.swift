/// A set of hashes of words: says of most words that a table does not have them, without making strings.
///
/// An open-addressed table whose keys are hashes already. A collision of hashes costs one fruitless look-up in
/// the table itself.
public struct HashFilter: Sendable {
  /// 0 in an empty slot.
  @usableFromInline let slots: [UInt64]

  package init(_ hashes: some Sequence<UInt64>) {
    let sorted = hashes.map(Self.key).sorted()
    let distinctCount = sorted.indices.count { $0 == 0 || sorted[$0] != sorted[$0 - 1] }
    // At most half of the slots are taken, so that searches are short and end.
    var count = 8
    while count < distinctCount * 2 { count *= 2 }
    var slots = Array(repeating: UInt64(0), count: count)
    for hash in sorted {
      var place = Self.place(hash, count)
      while slots[place] != 0, slots[place] != hash { place = (place + 1) & (count - 1) }
      slots[place] = hash
    }
    self.slots = slots
  }

  @inlinable
  public func contains(_ hash: UInt64) -> Bool {
    let wanted = Self.key(hash)
    return slots.withUnsafeBufferPointer { slots in
      var place = Self.place(wanted, slots.count)
      while slots[place] != 0 {
        if slots[place] == wanted { return true }
        place = (place + 1) & (slots.count - 1)
      }
      return false
    }
  }

  /// 0 marks empty slots.
  @inlinable
  static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  @inlinable
  static func place(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (count - 1)
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
