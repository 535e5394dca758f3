/// Numbers by the first character of a word. A fast filter: most characters of a text begin no word of a
/// table.
public struct FirstCharacterTable: Sendable {
  /// Where the numbers of each block of 256 characters begin in `numbers`; 0, where all are ``none``, for
  /// blocks without any.
  @usableFromInline let blocks: [UInt16]
  @usableFromInline let numbers: [Int16]
  /// Characters beyond the Basic Multilingual Plane.
  @usableFromInline let others: [Unicode.Scalar: Int]

  @usableFromInline static var none: Int16 { -1 }

  /// - Parameter numbers: Numbers from 0.
  package init(_ numbers: [Unicode.Scalar: Int]) {
    var blocks = Array(repeating: UInt16(0), count: 256)
    var cells = Array(repeating: Self.none, count: 256)
    for (scalar, number) in numbers where scalar.value <= 0xFFFF {
      let block = Int(scalar.value >> 8)
      if blocks[block] == 0 {
        blocks[block] = UInt16(cells.count / 256)
        cells += repeatElement(Self.none, count: 256)
      }
      cells[Int(blocks[block]) * 256 + Int(scalar.value & 0xFF)] = Int16(number)
    }
    self.blocks = blocks
    self.numbers = cells
    others = numbers.filter { $0.key.value > 0xFFFF }
  }

  /// The number for a first character; `nil` when no word begins with it.
  @inlinable @inline(__always)
  public subscript(first: Unicode.Scalar) -> Int? {
    guard first.value <= 0xFFFF else { return others.isEmpty ? nil : others[first] }
    let number = numbers[Int(blocks[Int(first.value >> 8)]) << 8 | Int(first.value & 0xFF)]
    return number == Self.none ? nil : Int(number)
  }
}
