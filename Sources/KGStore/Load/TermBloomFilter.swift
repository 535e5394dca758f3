/// Tells of most terms that have never been met that this is so, in far less memory than the terms take: a
/// Bloom filter with four bits a term, filled with up to some fifty million terms.
///
/// - SeeAlso: B. Bloom, “Space/time trade-offs in hash coding with allowable errors”, CACM 13 (1970).
struct TermBloomFilter {
  /// Odd numbers without a pattern: each makes another hash.
  private static let multipliers: [UInt64] = [
    0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, 0xD6E8_FEB8_6659_FD93,
  ]
  private static let bitCount: UInt64 = 1 << 29
  private var words = [UInt64](repeating: 0, count: Int(bitCount / 64))

  mutating func insert(_ hash: UInt64) {
    for probe in 0..<4 {
      let (word, bit) = Self.place(hash, probe)
      words[word] |= bit
    }
  }

  /// `false` when no term of this hash has been inserted.
  func mayContain(_ hash: UInt64) -> Bool {
    (0..<4).allSatisfy { probe in
      let (word, bit) = Self.place(hash, probe)
      return words[word] & bit != 0
    }
  }

  /// - Parameter hash: The upper half of a term's hash in the upper half of the number; the lower is ignored.
  private static func place(_ hash: UInt64, _ probe: Int) -> (word: Int, bit: UInt64) {
    let place = ((hash &>> 32) &* multipliers[probe]) &>> 35
    return (Int(place &>> 6), 1 &<< (place & 63))
  }
}
