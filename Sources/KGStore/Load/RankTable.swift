/// The ids of a load's terms in ascending order, so that 32-bit ranks can be sorted instead of 64-bit ids.
struct RankTable {
  /// The id of each rank.
  let ids: [Int64]
  /// The rank of each code. Codes with the same id have the same rank.
  let ranks: [UInt32]

  /// - Parameter ids: The id of each code.
  init(ids: [Int64]) {
    // New terms get ascending ids, so most codes are in order already and need no sorting.
    var ascending: [UInt32] = []
    ascending.reserveCapacity(ids.count)
    var others: [UInt32] = []
    var last = Int64.min
    for (code, id) in ids.enumerated() {
      if id >= TermID.firstRow, id >= last {
        ascending.append(UInt32(code))
        last = id
      } else {
        others.append(UInt32(code))
      }
    }
    others.sort { ids[Int($0)] < ids[Int($1)] }
    var ranks = [UInt32](repeating: 0, count: ids.count)
    var sorted: [Int64] = []
    sorted.reserveCapacity(ids.count)
    var (left, right) = (0, 0)
    while left < ascending.count || right < others.count {
      let takesLeft =
        right == others.count
        || (left < ascending.count && ids[Int(ascending[left])] < ids[Int(others[right])])
      let code = Int(takesLeft ? ascending[left] : others[right])
      if takesLeft { left += 1 } else { right += 1 }
      if sorted.last != ids[code] { sorted.append(ids[code]) }
      ranks[code] = UInt32(sorted.count - 1)
    }
    self.ids = sorted
    self.ranks = ranks
  }
}
