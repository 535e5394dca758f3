/// The characters of a text: a byte each where all of them are Latin-1, two where they are in the Basic Multilingual
/// Plane, four where they are not.
///
/// There is one for every character of every document, and most documents are in ASCII or Chinese.
package struct Characters: RandomAccessCollection, Sendable {
  private let bytes: [UInt8]
  /// Of a character, in bytes.
  private let width: Int

  package init(_ characters: [Unicode.Scalar]) {
    let largest = characters.reduce(0) { Swift.max($0, $1.value) }
    if largest <= 0xFF {
      width = 1
      bytes = characters.map { UInt8(truncatingIfNeeded: $0.value) }
    } else if largest <= 0xFFFF {
      width = 2
      bytes = characters.map { UInt16(truncatingIfNeeded: $0.value) }
        .withUnsafeBytes { Array($0) }
    } else {
      width = 4
      bytes = characters.withUnsafeBytes { Array($0) }
    }
  }

  private init(bytes: [UInt8], width: Int) {
    self.bytes = bytes
    self.width = width
  }

  /// Whether all characters are Latin-1: letters, digits and signs of Western languages.
  var isLatin1: Bool { width == 1 }

  package var startIndex: Int { 0 }

  @inline(__always)
  package var endIndex: Int { width == 1 ? bytes.count : bytes.count / width }

  @inline(__always)
  package subscript(index: Int) -> Unicode.Scalar {
    if width == 1 { return Unicode.Scalar(bytes[index]) }
    return bytes.withUnsafeBytes {
      width == 2 ? Self.inTwoBytes($0, index) : Self.inFourBytes($0, index)
    }
  }

  /// A stretch that does not keep the rest alive.
  package func part(_ range: Range<Int>) -> Characters {
    if width == 1 { return Characters(bytes: Array(bytes[range]), width: 1) }
    return Characters(range.map { self[$0] })
  }

  /// Hands over how to read the characters where they lie: for loops over all of them.
  @inline(__always)
  package func read<Value>(_ body: ((Int) -> Unicode.Scalar) -> Value) -> Value {
    bytes.withUnsafeBytes { bytes in
      switch width {
      case 1: body { Unicode.Scalar(bytes[$0]) }
      case 2: body { Self.inTwoBytes(bytes, $0) }
      default: body { Self.inFourBytes(bytes, $0) }
      }
    }
  }

  /// What is stored was a character, so no half of one can come out.
  @inline(__always)
  private static func inTwoBytes(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Unicode.Scalar {
    let value = bytes.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
    return unsafeBitCast(UInt32(value), to: Unicode.Scalar.self)
  }

  @inline(__always)
  private static func inFourBytes(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Unicode.Scalar {
    bytes.loadUnaligned(fromByteOffset: index * 4, as: Unicode.Scalar.self)
  }
}
