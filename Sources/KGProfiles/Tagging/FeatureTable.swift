/// Values of features by the hashes of their names: an open-addressed table whose keys are hashes already.
///
/// Thirty features of each token are looked up; a dictionary, which hashes its keys again, takes five times as long.
struct FeatureTable<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    /// `nil` in an empty slot.
    var value: Value?
  }

  private var slots = Array(repeating: Slot(), count: 1024)
  private(set) var count = 0

  /// The value of a feature; `nil` when it has none.
  func find(_ hash: UInt64) -> Value? { slots[slot(of: hash)].value }

  /// The value of a feature; that given, which it then has, when it had none.
  mutating func value(of hash: UInt64, orNew value: @autoclosure () -> Value) -> Value {
    if let found = find(hash) { return found }
    if (count + 1) * 2 > slots.count { grow() }
    let new = value()
    slots[slot(of: hash)] = Slot(hash: hash, value: new)
    count += 1
    return new
  }

  /// The same features with other values.
  func mapValues<Other>(_ transform: (Value) -> Other) -> FeatureTable<Other> {
    var other = FeatureTable<Other>()
    other.slots = slots.map { .init(hash: $0.hash, value: $0.value.map(transform)) }
    other.count = count
    return other
  }

  /// The slot of a hash, or the empty one where it belongs. At most half of the slots are taken.
  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[place].value != nil, slots[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let taken = slots.filter { $0.value != nil }
    slots = Array(repeating: Slot(), count: slots.count * 2)
    for slot in taken { slots[self.slot(of: slot.hash)] = slot }
  }
}
