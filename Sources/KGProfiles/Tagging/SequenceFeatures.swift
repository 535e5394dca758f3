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

  /// Adds a feature without a value, if a condition holds.
  mutating func add(_ name: StaticString, if holds: Bool = true) {
    guard holds else { return }
    append(FeatureHash(name)) { "\(name)" }
  }

  /// Adds a feature with a value.
  mutating func add(_ name: StaticString, _ value: FeatureValue) {
    append(FeatureHash(name).appending(value)) { "\(name)=\(value)" }
  }

  /// Adds a feature of two values: `shapes=Xx,xx`.
  mutating func add(_ name: StaticString, _ first: FeatureValue, _ second: FeatureValue) {
    append(FeatureHash(name).appending(first).appending(second)) {
      "\(name)=\(first),\(second)"
    }
  }

  /// Adds a feature of three or four values.
  mutating func add(
    _ name: StaticString, _ first: FeatureValue, _ second: FeatureValue, _ third: FeatureValue,
    _ fourth: FeatureValue? = nil
  ) {
    var hash = FeatureHash(name).appending(first).appending(second)
      .appending(third)
    if let fourth { hash = hash.appending(fourth) }
    append(hash) {
      "\(name)=\(first),\(second),\(third)" + (fourth.map { ",\($0)" } ?? "")
    }
  }

  /// Adds a feature whose value is a word of the document, in folded characters.
  mutating func add(_ name: StaticString, word: Span) {
    append(FeatureHash(name).appending(valuesOf: word)) {
      "\(name)=\(word.foldedString)"
    }
  }

  private mutating func append(_ hash: FeatureHash, text: () -> String) {
    hashes.append(hash.value)
    if isDescribed { texts.append(text()) }
  }
}
