internal import KGRDF

/// The terms that a load has met, each once, with the numbers that they have in the store.
///
/// A term's place here is its *code*: small, dense, in the order in which terms first appear.
final class LoadDictionary {
  /// The numbers of the terms in the store, by code.
  private(set) var ids: [Int64] = []
  private var terms: [TermText] = []
  private var hashes: [UInt64] = []
  private let arena = ByteArena()
  /// Open addressing: codes plus one.
  private var slots = [UInt32](repeating: 0, count: 1 << 8)

  var count: Int { ids.count }

  /// About what the dictionary takes, in bytes.
  var byteCount: Int { arena.byteCount + slots.count * 4 + ids.capacity * 32 }

  /// The code of a term; `nil` when it is new.
  @inline(__always)
  func code(of term: TermText, hash: UInt64) -> UInt32? {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let code = Int(slots[slot] &- 1)
      if hashes[code] == hash, terms[code].isSame(as: term) { return UInt32(code) }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// Adds a term that is new.
  func insert(_ term: TermText, hash: UInt64, id: Int64) -> UInt32 {
    if (terms.count + 1) * 2 > slots.count { grow() }
    let code = UInt32(terms.count)
    terms.append(arena.copy(term))
    hashes.append(hash)
    ids.append(id)
    fill(hash, code)
    return code
  }

  func text(of code: UInt32) -> TermText { terms[Int(code)] }

  private func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (code, hash) in hashes.enumerated() { fill(hash, UInt32(code)) }
  }

  private func fill(_ hash: UInt64, _ code: UInt32) {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = code &+ 1
  }
}
