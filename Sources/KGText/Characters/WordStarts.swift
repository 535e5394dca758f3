/// The places of a text at which a word or a sign may begin: all but those within a word of ASCII letters, and spaces.
///
/// Most characters are such, and words are looked for in each text by several tables.
public struct WordStarts: Sendable {
  // A bit for each character, 64 a number. Most texts are lines of a list, and those of two numbers need no memory of
  // their own.
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64
  @usableFromInline let others: [UInt64]

  /// Looks at each character of a text once.
  init(of characters: Characters) {
    var all: (first: UInt64, second: UInt64, others: [UInt64]) = (0, 0, [])
    characters.read { scalar in
      var isAfterLetter = false
      for start in stride(from: 0, to: characters.count, by: 64) {
        var bits: UInt64 = 0
        for place in start..<min(start + 64, characters.count) {
          let scalar = scalar(place)
          let isLetter = scalar.isASCIILetter
          if !(isLetter && isAfterLetter), scalar != " " { bits |= 1 &<< UInt64(place & 63) }
          isAfterLetter = isLetter
        }
        switch start {
        case 0: all.first = bits
        case 64: all.second = bits
        default: all.others.append(bits)
        }
      }
    }
    (first, second, others) = all
  }

  /// The bits of some 64 characters.
  @inlinable @inline(__always)
  func bits(_ number: Int) -> UInt64 {
    number == 0 ? first : number == 1 ? second : others[number &- 2]
  }

  /// The first of the places from a place on; the end, which is not beyond the text, when there is none before it.
  @inlinable @inline(__always)
  public func first(from place: Int, to end: Int) -> Int {
    guard place < end else { return end }
    var number = place >> 6
    var found = bits(number) & (UInt64.max &<< UInt64(place & 63))
    while found == 0 {
      number += 1
      guard number << 6 < end else { return end }
      found = bits(number)
    }
    return min(number << 6 + found.trailingZeroBitCount, end)
  }
}
