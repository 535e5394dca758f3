internal import KGText

/// The features of one token: what is so of it, by name.
///
/// A feature is a name, or a name with a value: `capital`, `word=university`. A model knows features
/// by the hash of that text, so that none is written out while documents are read. Fitting needs the
/// texts, too; they are kept when `isDescribed`.
struct TokenFeatures {
  private(set) var hashes: [UInt64] = []
  /// The features as text; empty unless they are described.
  private(set) var texts: [String] = []
  private let isDescribed: Bool

  /// - Parameter isDescribed: Whether the texts of the features are kept as well.
  init(isDescribed: Bool = false) {
    self.isDescribed = isDescribed
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

  /// Adds a feature whose value is a word of the document, in folded characters.
  mutating func add(_ name: StaticString, word: Span) {
    append(FeatureHash(name).appending("=").appending(word)) { "\(name)=\(word.foldedString)" }
  }

  private mutating func append(_ hash: FeatureHash, text: () -> String) {
    hashes.append(hash.value)
    if isDescribed { texts.append(text()) }
  }
}

/// The hash of a feature's text: FNV-1a over its bytes in UTF-8, for a number over its digits.
struct FeatureHash: Equatable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ text: StaticString) {
    text.withUTF8Buffer { bytes in for byte in bytes { append(byte) } }
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
    if (0..<10).contains(number) {
      hash.append(UInt8(48 + number))
    } else {
      for byte in String(number).utf8 { hash.append(byte) }
    }
    return hash
  }

  func appending(_ word: Span) -> FeatureHash {
    var hash = self
    for scalar in word.folded {
      if scalar.isASCII {
        hash.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        for byte in String(Character(scalar)).utf8 { hash.append(byte) }
      }
    }
    return hash
  }

  private mutating func append(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
