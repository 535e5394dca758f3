/// The places of a text at which a word or a sign may begin: all but those within a word of ASCII letters, and spaces.
///
/// Most characters are such, and words are looked for in each text by several tables.
public struct WordStarts: Sendable {
  /// A bit for each character, 64 a number.
  @usableFromInline let bits: [UInt64]

  /// Looks at each character of a text once.
  init(of characters: Characters) {
    var all: [UInt64] = []
    all.reserveCapacity((characters.count + 63) / 64)
    characters.read { scalar in
      var bits: UInt64 = 0
      var isAfterLetter = false
      for place in characters.indices {
        let scalar = scalar(place)
        let isLetter = scalar.isASCIILetter
        if !(isLetter && isAfterLetter), scalar != " " { bits |= 1 &<< UInt64(place & 63) }
        isAfterLetter = isLetter
        if place & 63 == 63 {
          all.append(bits)
          bits = 0
        }
      }
      if characters.count & 63 != 0 { all.append(bits) }
    }
    bits = all
  }

  /// The first of the places from a place on; the end when there is none before it.
  @inlinable @inline(__always)
  public func first(from place: Int, to end: Int) -> Int {
    guard place < end else { return end }
    return bits.withUnsafeBufferPointer { bits in
      var number = place >> 6
      var found = bits[number] & (UInt64.max &<< UInt64(place & 63))
      while found == 0 {
        number += 1
        guard number < bits.count else { return end }
        found = bits[number]
      }
      return min(number << 6 + found.trailingZeroBitCount, end)
    }
  }
}
