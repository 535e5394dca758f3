internal import KGModel

/// The bytes at which characters of a text in UTF-8 begin, by their number. A file may be a single line of a
/// megabyte, so the line is not counted from its beginning for each value.
struct CharacterPlaces {
  private let bytes: [UInt8]
  /// The number of characters that begin before each multiple of ``stride``.
  private let counts: [Int]
  private static let stride = 256  // bytes

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var counts = [0]
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for (place, byte) in bytes.enumerated() {
      if place > 0, place.isMultiple(of: Self.stride) { counts.append(count) }
      if Self.isFirst(byte) { count += 1 }
    }
    self.counts = counts
  }

  /// The byte of the character that is so many characters after that of a byte; the end when there are not
  /// as many.
  func byte(after count: Int, from start: Int) -> Int {
    guard count > 0 else { return start }
    let number = number(before: start) + count
    let block = counts.indices.partitioningIndex { counts[$0] > number } - 1
    var place = max(start, block * Self.stride)
    var current = block * Self.stride > start ? counts[block] : number - count
    while place < bytes.count {
      if Self.isFirst(bytes[place]) {
        if current == number { return place }
        current += 1
      }
      place += 1
    }
    return bytes.count
  }

  /// The number of characters that begin before a byte.
  private func number(before place: Int) -> Int {
    let block = min(place / Self.stride, counts.count - 1)
    return counts[block]
      + bytes[block * Self.stride..<min(place, bytes.count)].count(where: Self.isFirst)
  }

  private static func isFirst(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
