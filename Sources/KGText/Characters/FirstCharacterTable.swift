/// Numbers by the first character of a word. A fast filter: most characters of a text begin no word of a
/// table.
public struct FirstCharacterTable: Sendable {
  /// By the value of the character; ``none`` for those without a number.
  @usableFromInline let ascii: [Int]
  @usableFromInline let others: [Unicode.Scalar: Int]

  @usableFromInline static var none: Int { -1 }

  /// - Parameter numbers: Numbers from 0.
  package init(_ numbers: [Unicode.Scalar: Int]) {
    ascii = (0..<128).map { numbers[Unicode.Scalar(UInt8($0))] ?? Self.none }
    others = numbers.filter { !$0.key.isASCII }
  }

  /// The number for a first character; `nil` when no word begins with it.
  @inlinable
  public subscript(first: Unicode.Scalar) -> Int? {
    guard first.isASCII else { return others.isEmpty ? nil : others[first] }
    let number = ascii[Int(first.value)]
    return number == Self.none ? nil : number
  }
}
