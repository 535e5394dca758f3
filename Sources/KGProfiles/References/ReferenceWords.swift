internal import KGLexicon
internal import KGModel
internal import KGText

/// What words say about their token in a reference; the table is `Data/reference-words.tsv`, with the months,
/// the particles and surnames of names, and the words of venues' names from theirs.
struct ReferenceWords: Sendable {
  static let shared = ReferenceWords()

  /// The kind of a word.
  enum Kind: UInt8, CaseIterable {
    case none, function, and, with, venue, presented, authorLabel, titleLabel, volume, editor,
      others
    case link, note, status, ordinal, character, month, particle, surname, venueWord, ending

    /// Whether the word itself is a feature: the words of these kinds are few.
    var isNamed: Bool { self != .none && rawValue <= Kind.particle.rawValue && self != .month }

    var value: FeatureValue { .text(Self.names[Int(rawValue)]) }

    private static let names: [StaticString] = [
      "none", "function", "and", "with", "venue", "presented", "author label", "title label",
      "volume", "editor", "others", "link", "note", "status", "ordinal", "character", "month",
      "particle", "surname", "venue word", "ending",
    ]

    /// - Parameter name: The class in the table.
    fileprivate init?(name: String) {
      guard let place = Self.names.firstIndex(where: { "\($0)" == name }) else { return nil }
      self.init(rawValue: UInt8(place))
    }
  }

  private let kinds: [FeatureHash: Kind]
  private let endings: Set<FeatureHash>
  private static let endingLengths = 2...5
  /// Letters before an ending: shorter words are kept whole in `kinds` or are names.
  private static let shortestStem = 2
  /// Names of venues that have a word which counts as a word of venues.
  private static let leastVenues = 3

  private init() {
    var kinds: [FeatureHash: Kind] = [:]
    var endings: Set<FeatureHash> = []
    func add(_ word: String, _ kind: Kind) {
      let hash = FeatureHash().appending(SourceText(plain: word).whole)
      if kinds[hash] == nil { kinds[hash] = kind }
    }
    for row in TabSeparatedTable(PackageResources.reference_words_tsv).rows {
      guard let kind = Kind(name: row.cell(0)) else { continue }
      for word in TabSeparatedTable.values(row.cell(1)) {
        if kind == .ending {
          endings.insert(FeatureHash().appending(SourceText(plain: word).whole))
        } else {
          add(word, kind)
        }
      }
    }
    // The weights were fitted with these names.
    ["en", "zh"].flatMap { MonthNames.numbers(in: $0).keys }.filter { $0.allSatisfy(\.isLetter) }
      .forEach { add($0, .month) }
    NameParticle.all.filter { !$0.hasSuffix(".") }.forEach { add($0, .particle) }
    for (word, count) in Self.venueWords() where count >= Self.leastVenues {
      if kinds[word] == nil { kinds[word] = .venueWord }
    }
    self.kinds = kinds
    self.endings = endings
  }

  /// In how many names of venues each word occurs.
  private static func venueWords() -> [FeatureHash: Int] {
    var counts: [FeatureHash: Int] = [:]
    for name in VenueAuthority.shared.names {
      let tokens = TextToken.tokens(of: SourceText(plain: name).whole)
      for word in Set(tokens.filter { $0.shape.isWord && $0.range.count > 2 }.map(\.word)) {
        counts[word, default: 0] += 1
      }
    }
    return counts
  }

  /// The kind of a token of a text.
  func kind(of token: TextToken, in text: SourceText) -> Kind {
    if token.shape.isSign("&") { return .and }
    guard token.shape.isText else { return .none }
    if let kind = kinds[token.word] { return kind }
    if token.shape == .han {
      return Surname.isSingle(text.scalars[token.range.lowerBound]) ? .surname : .none
    }
    return hasEnding(token, in: text) ? .ending : .none
  }

  private func hasEnding(_ token: TextToken, in text: SourceText) -> Bool {
    let longest = min(token.range.count - Self.shortestStem, Self.endingLengths.upperBound)
    guard longest >= Self.endingLengths.lowerBound else { return false }
    return (Self.endingLengths.lowerBound...longest).contains { length in
      let end = Span(text, token.range.upperBound - length..<token.range.upperBound)
      return endings.contains(FeatureHash().appending(end))
    }
  }
}
