internal import KGLexicon
internal import KGText

/// Finds the venues of the authority table among the tokens of a reference.
struct ReferenceVenues: Sendable {
  static let shared = ReferenceVenues()

  /// How a token belongs to the name of a known venue.
  enum Match: UInt8 {
    case none, word, acronym, name

    var value: FeatureValue { .text(Self.names[Int(rawValue)]) }
    private static let names: [StaticString] = ["none", "word", "acronym", "name"]
  }

  /// Whether the first tokens of a name, by the hash of their words, are the whole of one.
  private let beginnings: [FeatureHash: Bool]

  private init() {
    var beginnings: [FeatureHash: Bool] = [:]
    for name in VenueAuthority.shared.names {
      let tokens = TextToken.tokens(of: SourceText(plain: name).whole)
      var hash = FeatureHash()
      for (place, token) in tokens.enumerated() {
        hash = hash.combined(with: token.word)
        let isWhole = place + 1 == tokens.count
        beginnings[hash] = beginnings[hash] ?? false || isWhole
      }
    }
    self.beginnings = beginnings
  }

  /// How each token belongs to a known name; at each place the longest name counts.
  func matches(in tokens: [TextToken]) -> [Match] {
    var found = Array(repeating: Match.none, count: tokens.count)
    var place = 0
    while place < tokens.count {
      let length = tokens[place].shape.isText ? length(at: place, in: tokens) : 0
      for index in place..<place + length {
        found[index] = length > 1 ? .name : Self.match(ofOne: tokens[index])
      }
      place += max(length, 1)
    }
    return found
  }

  /// The number of tokens of the longest name at a place; 0 when there is none.
  private func length(at place: Int, in tokens: [TextToken]) -> Int {
    var (hash, longest) = (FeatureHash(), 0)
    for index in place..<tokens.count {
      hash = hash.combined(with: tokens[index].word)
      guard let isWhole = beginnings[hash] else { break }
      if isWhole { longest = index + 1 - place }
    }
    return longest
  }

  /// A name of one word is an acronym when it is in capitals: `Nature`, `CVPR`.
  private static func match(ofOne token: TextToken) -> Match {
    let isAcronym =
      token.shape == .capitals || token.shape == .mixed || token.shape == .twoCapitals
    return isAcronym ? .acronym : token.shape == .capitalized ? .word : .none
  }
}
