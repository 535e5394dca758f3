internal import KGRDF

/// The terms that a load has seen, each once, with their ids in the store.
///
/// The index of a term here is its *code*: codes are dense and follow the order in which terms first appear.
/// The table is larger than the processor's caches, so the terms of a chunk are looked up together, stage by
/// stage, and their cache misses overlap.
final class LoadDictionary {
  /// The ids of the terms in the store, by code.
  private(set) var ids: [Int64] = []
  private var terms: [TermText] = []
  private var arena = ByteArena()
  /// A hash table with open addressing. A slot holds the upper half of a term's hash, which also determines
  /// the slot, and its code plus one; 0 is a free slot.
  private var slots = [UInt64](repeating: 0, count: 1 << 8)

  var count: Int { ids.count }

  /// The approximate size of the dictionary in bytes.
  var byteCount: Int { arena.byteCount + slots.count * 8 + ids.capacity * 24 }

  /// A value that is not the code of any term.
  static let noCode = UInt32.max

  /// The codes of distinct terms; ``noCode`` for new ones.
  func codes(of wanted: [TermText], hashes: [UInt64]) -> [UInt32] {
    let mask = slots.count &- 1
    let count = wanted.count
    var entries = [UInt64](repeating: 0, count: count)
    var candidates = [TermText](repeating: .empty, count: count)
    return slots.withUnsafeBufferPointer { slots in
      for index in 0..<count { entries[index] = slots[Self.slot(hashes[index], mask)] }
      terms.withUnsafeBufferPointer { terms in
        for index in 0..<count
        where entries[index] != 0 && entries[index] &>> 32 == hashes[index] &>> 32 {
          candidates[index] = terms[Self.code(entries[index])]
        }
      }
      return (0..<count).map { index in
        if entries[index] == 0 { return Self.noCode }
        if candidates[index].isSame(as: wanted[index]) { return UInt32(Self.code(entries[index])) }
        return code(of: wanted[index], hash: hashes[index]) ?? Self.noCode
      }
    }
  }

  /// The code of a term; `nil` when it is new.
  func code(of term: TermText, hash: UInt64) -> UInt32? {
    let mask = slots.count &- 1
    var slot = Self.slot(hash, mask)
    while slots[slot] != 0 {
      if slots[slot] &>> 32 == hash &>> 32, terms[Self.code(slots[slot])].isSame(as: term) {
        return UInt32(Self.code(slots[slot]))
      }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, _ mask: Int) -> Int { Int(hash &>> 32) & mask }

  @inline(__always)
  private static func code(_ entry: UInt64) -> Int { Int(entry & 0xFFFF_FFFF) &- 1 }

  /// Adds a new term and returns its code.
  func insert(_ term: TermText, hash: UInt64, id: Int64) -> UInt32 {
    if (terms.count + 1) * 2 > slots.count { grow() }
    let code = UInt32(terms.count)
    terms.append(arena.copy(term))
    ids.append(id)
    fill((hash &>> 32) &<< 32 | UInt64(code &+ 1))
    return code
  }

  func text(of code: UInt32) -> TermText { terms[Int(code)] }

  /// The rows of `term_hash` for the ids that pass a test, in no order.
  func hashRows(where isWanted: (_ id: Int64) -> Bool) -> [(hash: Int64, id: Int64)] {
    var rows: [(hash: Int64, id: Int64)] = []
    rows.reserveCapacity(count)
    for entry in slots where entry != 0 {
      let id = ids[Self.code(entry)]
      if isWanted(id) { rows.append((TermDictionary.storedHash(entry), id)) }
    }
    return rows
  }

  /// Calls `body` with each term's hash, of which only the upper 32 bits are valid.
  func forEachHash(_ body: (UInt64) -> Void) {
    for entry in slots where entry != 0 { body(entry) }
  }

  /// Frees all texts except those of some codes, which are copied and returned. No term can be looked up
  /// afterwards.
  func keepTexts(of codes: [UInt32]) -> [TermText] {
    let kept = ByteArena()
    let texts = codes.map { kept.copy(terms[Int($0)]) }
    arena = kept
    terms = []
    slots = [0]
    return texts
  }

  private func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { fill(entry) }
  }

  @inline(__always)
  private func fill(_ entry: UInt64) {
    let mask = slots.count &- 1
    var slot = Self.slot(entry, mask)
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = entry
  }
}
