internal import KGModel

/// Line ends of a text: readers look for `\n`, so a carriage return that ends a line alone, as old
/// Macintosh programs wrote it, becomes one.
enum LineEnds {
  /// The same bytes with `\n` in place of each `\r` that no `\n` follows; places stay.
  static func normalized(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(ofByte: UInt8(ascii: "\r")) else { return bytes }
    var result = bytes
    for place in first..<bytes.count where bytes[place] == UInt8(ascii: "\r") {
      let isAlone = place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\n")
      if isAlone { result[place] = UInt8(ascii: "\n") }
    }
    return result
  }
}
