internal import KGText

/// The features of the tokens of a sequence: what is so of each, by name.
///
/// A feature is a name, or a name with a value: `capital`, `word=university`. A model knows features
/// by the hash of that text, so that none is written out while documents are read. Fitting needs the
/// texts, too; they are kept when `isDescribed`.
///
/// A feature whose name begins with `@` counts for its own token only, any other for the tokens near it, too.
///
///     features.add("shape", shape)
///     features.close(over: index..<index + 1)
///
/// What all tokens of a line or of a part of it have in common is added once and closed over all of them: its
/// weights are then added up once.
struct SequenceFeatures {
  /// Features that one or more tokens have.
  struct Row {
    let tokens: Range<Int>
    /// The places of the features in ``SequenceFeatures/hashes``.
    let features: Range<Int>
  }

  /// The features of all rows, by their hashes.
  private(set) var hashes: [UInt64] = []
  private(set) var rows: [Row] = []
  /// The number of tokens.
  let count: Int
  /// The features as text, in the order of the hashes; empty unless they are described.
  private var texts: [String] = []
  private let isDescribed: Bool

  /// - Parameters:
  ///   - count: The number of tokens.
  ///   - isDescribed: Whether the texts of the features are kept as well.
  ///   - capacity: About how many features a token will have.
  init(count: Int, isDescribed: Bool = false, capacity: Int = 0) {
    self.count = count
    self.isDescribed = isDescribed
    hashes.reserveCapacity(count * capacity)
    rows.reserveCapacity(count * 2)
  }

  /// Gives the features that were added since the last call to each of some tokens.
  mutating func close(over tokens: Range<Int>) {
    let start = rows.last?.features.upperBound ?? 0
    guard start < hashes.count else { return }
    rows.append(Row(tokens: tokens, features: start..<hashes.count))
  }

  /// The texts of the features of each token; without any unless they are described.
  var textsOfTokens: [[String]] {
    var all = Array(repeating: [String](), count: count)
    guard isDescribed else { return all }
    for row in rows {
      for token in row.tokens { all[token] += texts[row.features] }
    }
    return all
  }

  // Inlined, so that the hashes of names are computed by the compiler.

  /// Adds a feature without a value, if a condition holds.
  @inline(__always)
  mutating func add(_ name: StaticString, if holds: Bool = true) {
    guard holds else { return }
    hashes.append(FeatureHash(name).value)
    if isDescribed { describe(name, []) }
  }

  /// Adds a feature with a value.
  @inline(__always)
  mutating func add(_ name: StaticString, _ value: FeatureValue) {
    hashes.append(FeatureHash(name).appending(value).value)
    if isDescribed { describe(name, [value]) }
  }

  /// Adds a feature of two values: `shapes=Xx,xx`.
  @inline(__always)
  mutating func add(_ name: StaticString, _ first: FeatureValue, _ second: FeatureValue) {
    hashes.append(FeatureHash(name).appending(first).appending(second).value)
    if isDescribed { describe(name, [first, second]) }
  }

  /// Adds a feature of three or four values.
  @inline(__always)
  mutating func add(
    _ name: StaticString, _ first: FeatureValue, _ second: FeatureValue, _ third: FeatureValue,
    _ fourth: FeatureValue? = nil
  ) {
    var hash = FeatureHash(name).appending(first).appending(second).appending(third)
    if let fourth { hash = hash.appending(fourth) }
    hashes.append(hash.value)
    if isDescribed { describe(name, [first, second, third] + [fourth].compactMap { $0 }) }
  }

  /// Adds a feature whose value is a word of the document, in folded characters.
  mutating func add(_ name: StaticString, word: Span) {
    hashes.append(FeatureHash(name).appending(valuesOf: word).value)
    if isDescribed { texts.append("\(name)=\(word.foldedString)") }
  }

  @inline(never)
  private mutating func describe(_ name: StaticString, _ values: [FeatureValue]) {
    let list = values.map(\.description).joined(separator: ",")
    texts.append(values.isEmpty ? "\(name)" : "\(name)=\(list)")
  }
}
