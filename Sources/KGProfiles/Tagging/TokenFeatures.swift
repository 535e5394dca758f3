internal import KGText

/// The features of one token: what is so of it, by name.
///
/// A feature is a name, or a name with a value: `capital`, `word=university`. A model knows features
/// by the hash of that text, so that none is written out while documents are read. Fitting needs the
/// texts, too; they are kept when `isDescribed`.
///
/// A feature whose name begins with `@` counts for its own token only, any other for the tokens near it, too.
struct TokenFeatures {
  private(set) var hashes: [UInt64] = []
  /// The features as text; empty unless they are described.
  private(set) var texts: [String] = []
  private let isDescribed: Bool

  /// - Parameters:
  ///   - isDescribed: Whether the texts of the features are kept as well.
  ///   - capacity: About how many features there will be.
  init(isDescribed: Bool = false, capacity: Int = 0) {
    self.isDescribed = isDescribed
    hashes.reserveCapacity(capacity)
  }

  /// Adds a feature without a value, if a condition holds.
  mutating func add(_ name: StaticString, if holds: Bool = true) {
    guard holds else { return }
    append(FeatureHash(name)) { "\(name)" }
  }

  /// Adds a feature whose value is one of few numbers.
  mutating func add(_ name: StaticString, _ value: Int) {
    append(FeatureHash(name).appending("=").appending(value)) { "\(name)=\(value)" }
  }

  /// Adds a feature whose value is a word of a fixed set, such as a case of an enumeration.
  mutating func add(_ name: StaticString, _ value: String) {
    append(FeatureHash(name).appending("=").appending(value)) { "\(name)=\(value)" }
  }

  /// Adds a feature of several such values together: `section+date=about+period`.
  mutating func add(_ name: StaticString, _ first: String, _ others: String...) {
    let hash = others.reduce(FeatureHash(name).appending("=").appending(first)) {
      $0.appending("+").appending($1)
    }
    append(hash) { "\(name)=\(([first] + others).joined(separator: "+"))" }
  }

  /// Adds a feature whose value is a word of the document, in folded characters.
  mutating func add(_ name: StaticString, word: Span) {
    append(FeatureHash(name).appending("=").appending(word)) { "\(name)=\(word.foldedString)" }
  }

  /// Adds a feature whose value is one of a fixed set.
  mutating func add(_ name: StaticString, _ value: FeatureValue) {
    append(FeatureHash(name).appending(value, after: "=")) { "\(name)=\(value)" }
  }

  /// Adds a feature of two values: `shapes=Xx,xx`.
  mutating func add(_ name: StaticString, _ first: FeatureValue, _ second: FeatureValue) {
    append(FeatureHash(name).appending(first, after: "=").appending(second, after: ",")) {
      "\(name)=\(first),\(second)"
    }
  }

  /// Adds a feature of three values.
  mutating func add(
    _ name: StaticString, _ first: FeatureValue, _ second: FeatureValue, _ third: FeatureValue
  ) {
    append(
      FeatureHash(name).appending(first, after: "=").appending(second, after: ",")
        .appending(third, after: ",")
    ) { "\(name)=\(first),\(second),\(third)" }
  }

  private mutating func append(_ hash: FeatureHash, text: () -> String) {
    hashes.append(hash.value)
    if isDescribed { texts.append(text()) }
  }
}

/// A value of a feature, one of a fixed set.
enum FeatureValue: CustomStringConvertible {
  case text(StaticString)
  /// An ASCII character.
  case character(UInt8)
  case number(Int)

  var description: String {
    switch self {
    case .text(let text): "\(text)"
    case .character(let code): String(Unicode.Scalar(code))
    case .number(let number): "\(number)"
    }
  }
}

/// The hash of a feature's text: FNV-1a over its bytes in UTF-8, for a number over its digits.
struct FeatureHash: Hashable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of no text.
  init() {}

  init(_ text: StaticString) {
    append(text)
  }

  init(_ text: some Sequence<UInt8>) {
    for byte in text { append(byte) }
  }

  func appending(_ text: String) -> FeatureHash {
    var hash = self
    for byte in text.utf8 { hash.append(byte) }
    return hash
  }

  func appending(_ number: Int) -> FeatureHash {
    var hash = self
    if number < 0 { hash.append(UInt8(ascii: "-")) }
    hash.append(digitsOf: number.magnitude)
    return hash
  }

  func appending(_ value: FeatureValue, after sign: StaticString) -> FeatureHash {
    var hash = self
    hash.append(sign)
    switch value {
    case .text(let text): hash.append(text)
    case .character(let code): hash.append(code)
    case .number(let number): hash = hash.appending(number)
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
    hash.value = (hash.value ^ other.value) &* 0x9E37_79B9_7F4A_7C15
    hash.value ^= hash.value >> 29
    return hash
  }

  func appending(_ word: Span) -> FeatureHash {
    word.folded.reduce(self) { $0.appending($1) }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes in for byte in bytes { append(byte) } }
  }

  private mutating func append(digitsOf number: UInt) {
    if number >= 10 { append(digitsOf: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
