/// The characters of a text: a byte each where all of them are Latin-1, four where they are not.
///
/// There is one for every character of every document, and most documents are in ASCII.
package struct Characters: RandomAccessCollection, Sendable {
  private let bytes: [UInt8]
  private let isWide: Bool

  package init(_ characters: [Unicode.Scalar]) {
    isWide = characters.contains { $0.value > 0xFF }
    if isWide {
      bytes = characters.withUnsafeBytes { Array($0) }
    } else {
      bytes = characters.map { UInt8(truncatingIfNeeded: $0.value) }
    }
  }

  private init(bytes: [UInt8], isWide: Bool) {
    self.bytes = bytes
    self.isWide = isWide
  }

  package var startIndex: Int { 0 }

  @inline(__always)
  package var endIndex: Int { isWide ? bytes.count / Self.width : bytes.count }

  @inline(__always)
  package subscript(index: Int) -> Unicode.Scalar {
    if !isWide { return Unicode.Scalar(bytes[index]) }
    return bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: index * Self.width, as: Unicode.Scalar.self)
    }
  }

  /// A stretch that does not keep the rest alive.
  package func part(_ range: Range<Int>) -> Characters {
    if !isWide { return Characters(bytes: Array(bytes[range]), isWide: false) }
    return Characters(range.map { self[$0] })
  }

  /// Hands over how to read the characters where they lie: for loops over all of them.
  @inline(__always)
  package func read<Value>(_ body: ((Int) -> Unicode.Scalar) -> Value) -> Value {
    bytes.withUnsafeBytes { bytes in
      isWide
        ? body { bytes.loadUnaligned(fromByteOffset: $0 * Self.width, as: Unicode.Scalar.self) }
        : body { Unicode.Scalar(bytes[$0]) }
    }
  }

  private static var width: Int { MemoryLayout<Unicode.Scalar>.size }
}
