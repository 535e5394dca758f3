/// The numbers of features by their hashes: an open-addressed table whose keys are hashes already.
///
/// Thirty features of each token are looked up; a dictionary, which hashes its keys again, takes five times as long.
struct FeatureRows: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    /// -1 in an empty slot.
    var row: Int32 = -1
  }

  private var slots = Array(repeating: Slot(), count: 1024)
  private(set) var count = 0

  /// The row of a feature; `nil` when it has none.
  func find(_ hash: UInt64) -> Int? {
    let slot = slots[slot(of: hash)]
    return slot.row < 0 ? nil : Int(slot.row)
  }

  /// The row of a feature; a new one when it has none.
  mutating func place(of hash: UInt64) -> Int {
    if let row = find(hash) { return row }
    if (count + 1) * 2 > slots.count { grow() }
    slots[slot(of: hash)] = Slot(hash: hash, row: Int32(count))
    count += 1
    return count - 1
  }

  /// The slot of a hash, or the empty one where it belongs. At most half of the slots are taken.
  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[place].row >= 0, slots[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let taken = slots.filter { $0.row >= 0 }
    slots = Array(repeating: Slot(), count: slots.count * 2)
    for slot in taken { slots[self.slot(of: slot.hash)] = slot }
  }
}
