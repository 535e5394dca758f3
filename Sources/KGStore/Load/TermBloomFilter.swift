/// Recognizes most terms that have not been inserted, in far less memory than the terms take: a Bloom filter
/// with four bits per term, for up to about fifty million terms.
///
/// - SeeAlso: B. Bloom, “Space/time trade-offs in hash coding with allowable errors”, CACM 13 (1970).
struct TermBloomFilter {
  /// Odd multipliers without a pattern, one for each of the four hashes.
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

  /// - Parameter hash: A term's hash, of which only the upper 32 bits are used.
  private static func place(_ hash: UInt64, _ probe: Int) -> (word: Int, bit: UInt64) {
    let place = ((hash &>> 32) &* multipliers[probe]) &>> 35
    return (Int(place &>> 6), 1 &<< (place & 63))
  }
}
