internal import KGText

/// The hash of a feature's text: of its name before the sign “=”, and of each of the values, which commas separate,
/// eight bytes at a time. A value that is itself a comma counts as two empty ones.
///
/// A feature is put together from its parts, which have to give the hash of the whole. Without a name it is FNV-1a,
/// by which words are compared.
struct FeatureHash: Hashable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  private static let prime: UInt64 = 0x100_0000_01b3
  /// An odd number with its bits spread evenly: 2^64 divided by the golden ratio.
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of no text.
  init() {}

  /// The hash of a name.
  @inline(__always)
  init(_ name: StaticString) {
    name.withUTF8Buffer { appendPart($0) }
  }

  /// The hash of a feature as a model has it: a name, or `name=value`.
  init(feature: UnsafeBufferPointer<UInt8>) {
    let end = feature.firstIndex(of: UInt8(ascii: "=")) ?? feature.endIndex
    appendPart(UnsafeBufferPointer(rebasing: feature[..<end]))
    if end < feature.endIndex {
      appendValues(UnsafeBufferPointer(rebasing: feature[(end + 1)...]))
    }
  }

  /// With one more value, which has no comma unless it is one.
  @inline(__always)
  func appending(_ value: FeatureValue) -> FeatureHash {
    var hash = self
    switch value {
    case .text(let text): text.withUTF8Buffer { hash.appendPart($0) }
    case .name(var name): name.withUTF8 { hash.appendPart($0) }
    case .character(let code):
      withUnsafePointer(to: code) { code in
        hash.appendValues(UnsafeBufferPointer(start: code, count: 1))
      }
    case .number(let number): hash.append(number)
    }
    return hash
  }

  /// With the folded characters of a word as values.
  func appending(valuesOf word: Span) -> FeatureHash {
    var hash = self
    let bytesPerCharacter = 4
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count * bytesPerCharacter) {
      bytes in
      var count = 0
      word.text.scalars.read { at in
        for place in word.range {
          for byte in UTF8.encode(TextFold.fold(at(place))) ?? UTF8.encodedReplacementCharacter {
            bytes[count] = byte
            count += 1
          }
        }
      }
      hash.appendValues(UnsafeBufferPointer(rebasing: bytes[..<count]))
    }
    return hash
  }

  func appending(_ scalar: Unicode.Scalar) -> FeatureHash {
    var hash = self
    if scalar.isASCII {
      hash.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { hash.append(byte) }
    }
    return hash
  }

  /// The hash of two texts, each by its hash.
  func combined(with other: FeatureHash) -> FeatureHash {
    var hash = self
    hash.mix(other.value)
    return hash
  }

  func appending(_ word: Span) -> FeatureHash {
    word.folded.reduce(self) { $0.appending($1) }
  }

  private mutating func appendValues(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for place in bytes.indices where bytes[place] == UInt8(ascii: ",") {
      appendPart(UnsafeBufferPointer(rebasing: bytes[start..<place]))
      start = place + 1
    }
    appendPart(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Adds the bytes of a name or a value. The last eight may overlap those before.
  @inline(__always)
  private mutating func appendPart(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    let size = MemoryLayout<UInt64>.size
    guard raw.count >= size else {
      var word = UInt64(raw.count)
      for place in 0..<raw.count { word = Self.appended(word, raw[place]) }
      return mix(word)
    }
    for place in stride(from: 0, to: raw.count - size, by: size) {
      mix(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    mix(raw.loadUnaligned(fromByteOffset: raw.count - size, as: UInt64.self))
  }

  /// Adds the digits of a number as those of a text.
  @inline(__always)
  private mutating func append(_ number: Int) {
    guard !(0..<10).contains(number) else {
      return mix(Self.appended(1, UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)))
    }
    appendDigits(of: number)
  }

  @inline(never)
  private mutating func appendDigits(of number: Int) {
    var digits = String(number)
    digits.withUTF8 { appendPart($0) }
  }

  /// The bytes of a short part as a number that begins with their count.
  @inline(__always)
  private static func appended(_ bytes: UInt64, _ byte: UInt8) -> UInt64 {
    bytes << 8 | UInt64(byte)
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* Self.multiplier
    value ^= value >> 29
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* Self.prime
  }
}
