/// The characters (Unicode scalars) of a text: one byte each when all of them are Latin-1, two when
/// all are in the Basic Multilingual Plane, else four.
///
/// All text of all documents is stored in this form, and most documents are in ASCII or Chinese.
///
/// What every loop over characters calls is public, here and in this module's other types of text: the
/// compiler inlines public functions into other modules, but not those of the package.
public struct Characters: RandomAccessCollection, Sendable {
  @usableFromInline let bytes: [UInt8]
  /// Bytes per character: 1, 2 or 4.
  @usableFromInline let width: Int
  /// The folded ASCII characters that occur: a search for another one can be skipped.
  let occurring: ASCIISet
  package init(_ characters: [Unicode.Scalar]) {
    var largest: UInt32 = 0
    var occurring = ASCIISet()
    for character in characters {
      largest = Swift.max(largest, character.value)
      let folded = TextFold.fold(character).value
      if folded < 0x80 { occurring.insert(UInt8(truncatingIfNeeded: folded)) }
    }
    self.occurring = occurring
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

  /// Characters of one byte each.
  private init(latin1 bytes: [UInt8], from whole: Characters) {
    self.bytes = bytes
    width = 1
    // A part has no other characters than the whole.
    occurring = whole.occurring
  }

  /// Whether all characters are Latin-1, and so none is Han.
  var isLatin1: Bool { width == 1 }

  /// Indices count characters from 0.
  @inlinable
  public var startIndex: Int { 0 }

  /// The number of characters.
  @inlinable @inline(__always)
  public var endIndex: Int { width == 1 ? bytes.count : bytes.count / width }

  /// The same, which the standard library would find by a distance.
  @inlinable @inline(__always)
  public var count: Int { endIndex }

  /// The character at an index, which must be less than ``endIndex``.
  @inlinable @inline(__always)
  public subscript(index: Int) -> Unicode.Scalar {
    // The raw bytes below are not checked in an optimized build.
    precondition(indices.contains(index), "character index out of range")
    if width == 1 { return Unicode.Scalar(bytes[index]) }
    return bytes.withUnsafeBytes {
      width == 2 ? Self.inTwoBytes($0, index) : Self.inFourBytes($0, index)
    }
  }

  /// A copy of a range, which does not keep the rest in memory.
  package func part(_ range: Range<Int>) -> Characters {
    if width == 1 { return Characters(latin1: Array(bytes[range]), from: self) }
    return Characters(range.map { self[$0] })
  }

  /// The characters of a range with each run of white space as one space, and none at the ends; `nil` when one
  /// is not ASCII. Most quoted words are.
  func collapsedASCII(_ range: Range<Int>) -> String? {
    guard width == 1, !range.isEmpty, range.upperBound <= bytes.count else { return nil }
    var isASCII = true
    let collapsed = String(unsafeUninitializedCapacity: range.count) { kept in
      var count = 0
      var isPending = false
      for byte in bytes[range] {
        if byte >= 0x80 {
          isASCII = false
          return 0
        }
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          isPending = count > 0
          continue
        }
        if isPending {
          kept[count] = 0x20
          count += 1
        }
        isPending = false
        kept[count] = byte
        count += 1
      }
      return count
    }
    return isASCII ? collapsed : nil
  }

  /// The characters of a range as a string, folded or not; `nil` when one is not ASCII.
  func asciiString(_ range: Range<Int>, isFolded: Bool = false) -> String? {
    guard width == 1, range.upperBound <= bytes.count else { return nil }
    var isASCII = true
    let string = String(unsafeUninitializedCapacity: range.count) { kept in
      bytes.withUnsafeBufferPointer { bytes in
        for place in range {
          let byte = bytes[place]
          if byte >= 0x80 {
            isASCII = false
            return 0
          }
          kept[place - range.lowerBound] =
            isFolded && byte &- 0x41 < 26 ? byte | 0x20 : byte
        }
        return range.count
      }
    }
    return isASCII ? string : nil
  }

  /// Calls the body with a function that reads a character by its index, in place and unchecked. For loops
  /// over all characters.
  @inlinable @inline(__always)
  public func read<Value>(_ body: ((Int) -> Unicode.Scalar) -> Value) -> Value {
    bytes.withUnsafeBytes { bytes in
      switch width {
      case 1: body { Unicode.Scalar(bytes[$0]) }
      case 2: body { Self.inTwoBytes(bytes, $0) }
      default: body { Self.inFourBytes(bytes, $0) }
      }
    }
  }

  /// The stored values were made from scalars, so each is a valid one.
  @inlinable @inline(__always)
  static func inTwoBytes(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Unicode.Scalar {
    let value = bytes.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
    return unsafeBitCast(UInt32(value), to: Unicode.Scalar.self)
  }

  @inlinable @inline(__always)
  static func inFourBytes(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Unicode.Scalar {
    bytes.loadUnaligned(fromByteOffset: index * 4, as: Unicode.Scalar.self)
  }
}
