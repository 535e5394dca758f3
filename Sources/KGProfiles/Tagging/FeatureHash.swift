internal import KGText

/// The hash of a feature's text: its name, eight bytes at a time, and, from the sign “=” on, each byte of its value.
///
/// A name is known when the program is built and is the longer part; a value is put together from parts, which
/// have to give the hash of the whole. Without a name it is FNV-1a, by which words are compared.
struct FeatureHash: Hashable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  private static let prime: UInt64 = 0x100_0000_01b3
  /// An odd number with its bits spread evenly: 2^64 divided by the golden ratio.
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of no text.
  init() {}

  /// The hash of a name.
  init(_ name: StaticString) {
    name.withUTF8Buffer { appendName($0) }
  }

  /// The hash of a feature as a model has it: a name, or `name=value`.
  init(feature: UnsafeBufferPointer<UInt8>) {
    let end = feature.firstIndex(of: UInt8(ascii: "=")) ?? feature.endIndex
    appendName(UnsafeBufferPointer(rebasing: feature[..<end]))
    for place in end..<feature.endIndex { append(feature[place]) }
  }

  func appending(_ value: FeatureValue, after sign: Unicode.Scalar) -> FeatureHash {
    var hash = self
    hash.append(UInt8(truncatingIfNeeded: sign.value))
    switch value {
    case .text(let text): text.withUTF8Buffer { hash.append($0) }
    case .name(let name): for byte in name.utf8 { hash.append(byte) }
    case .character(let code): hash.append(code)
    case .number(let number): hash.append(number)
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

  /// Adds the bytes of a name. The last eight may overlap those before.
  private mutating func appendName(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    let size = MemoryLayout<UInt64>.size
    guard raw.count >= size else {
      mix(raw.reduce(UInt64(raw.count)) { $0 << 8 | UInt64($1) })
      return
    }
    for place in stride(from: 0, to: raw.count - size, by: size) {
      mix(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    mix(raw.loadUnaligned(fromByteOffset: raw.count - size, as: UInt64.self))
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* Self.multiplier
    value ^= value >> 29
  }

  private mutating func append(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude)
  }

  private mutating func append(digitsOf number: UInt) {
    if number >= 10 { append(digitsOf: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { append(byte) }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* Self.prime
  }
}
