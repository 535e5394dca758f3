/// Maps equal terms to one index. Indexes count from 0 in the order in which terms first appear.
struct TermInterner {
  private(set) var terms: [TermText] = []
  /// ``textHash(_:_:)`` of each term.
  private(set) var hashes: [UInt64] = []
  /// A hash table with open addressing: index plus one, or 0 for a free slot.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  /// The index of a term, a new one when it is new.
  ///
  /// - Parameter term: Its bytes must outlive the interner.
  mutating func index(of term: TermText) -> UInt32 {
    let hash = textHash(term.start, term.count)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot] &- 1)
      if hashes[index] == hash, terms[index].isSame(as: term) { return UInt32(index) }
      slot = (slot &+ 1) & mask
    }
    terms.append(term)
    hashes.append(hash)
    slots[slot] = UInt32(terms.count)
    if terms.count &* 2 > slots.count { grow() }
    return UInt32(terms.count &- 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }
}
