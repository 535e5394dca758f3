/// The words between two separators (commas, stops, brackets, “and”), which may be a name.
struct ReferenceChunks {
  struct Chunk {
    var wordCount = 0
    var hasInitial = false
    var hasLowercase = false
    /// Whether words of venues, titles or sentences are in it.
    var hasCommonWord = false
    var isOfSyllables = false
    /// Its tokens.
    var tokens: Range<Int>
    /// How many chunks next to one another look like names, this one among them, and where it is among them; 0 when it
    /// does not.
    var (runLength, placeInRun) = (0, 0)

    fileprivate init(at token: Int) { tokens = token..<token }

    /// Whether it has the form of a name: a few words with capitals, or a few characters.
    var isNameLike: Bool {
      !hasCommonWord && !hasLowercase
        && (isOfSyllables ? 2...5 ~= wordCount : 1...5 ~= wordCount)
    }

    /// Script, number of words and form in one value.
    var value: FeatureValue {
      .number(
        min(wordCount, 7) + (isOfSyllables ? 10 : 0) + (hasInitial ? 20 : 0)
          + (hasLowercase ? 40 : 0) + (hasCommonWord ? 100 : 0))
    }
  }

  private(set) var chunks: [Chunk] = []
  /// The chunk of each token; `nil` for separators.
  private(set) var places: [Int?] = []

  init(_ tokens: [TextToken], _ kinds: [ReferenceWords.Kind]) {
    places.reserveCapacity(tokens.count)
    var isOpen = false
    for (index, token) in tokens.enumerated() {
      if Self.separates(index, tokens, kinds) {
        isOpen = false
        places.append(nil)
        continue
      }
      if !isOpen || token.gap == .line || token.gap == .tab { chunks.append(Chunk(at: index)) }
      isOpen = true
      places.append(chunks.count - 1)
      chunks[chunks.count - 1].add(token.shape, kinds[index])
      chunks[chunks.count - 1].tokens = chunks[chunks.count - 1].tokens.lowerBound..<index + 1
    }
    countRuns()
  }

  /// Chunks that look like names, with an initial among them.
  var namesWithInitial: Int { chunks.count { $0.isNameLike && $0.hasInitial } }

  private mutating func countRuns() {
    for run in chunks.indices.split(whereSeparator: { !chunks[$0].isNameLike }) {
      for index in run {
        chunks[index].runLength = run.count
        chunks[index].placeInRun = index == run.first ? 0 : index == run.last ? 2 : 1
      }
    }
  }

  /// The chunk of a token; `nil` for a separator.
  subscript(token: Int) -> Chunk? { places[token].map { chunks[$0] } }

  /// Whether a token is the first of its chunk.
  func isFirst(_ token: Int) -> Bool {
    token == 0 || places[token] != places[token - 1]
  }

  private static func separates(
    _ index: Int, _ tokens: [TextToken], _ kinds: [ReferenceWords.Kind]
  ) -> Bool {
    let shape = tokens[index].shape
    if kinds[index] == .and || kinds[index] == .with { return true }
    if shape.isSign(".") {
      // The stop of an initial is part of the name.
      return !(index > 0 && tokens[index - 1].shape == .initial && tokens[index].gap == .none)
    }
    return shape.isSign(",;:()[]\"|/") || shape.opensQuotation || shape.closesQuotation
      || shape.isMark || shape.isBullet
  }
}

extension ReferenceChunks.Chunk {
  fileprivate mutating func add(_ shape: TokenShape, _ kind: ReferenceWords.Kind) {
    guard shape.isText else {
      if shape.isNumber { hasCommonWord = true }
      return
    }
    wordCount += 1
    if shape.isSyllableOrHan { isOfSyllables = true }
    if shape == .initial { hasInitial = true }
    if !shape.hasCapital, !shape.isSyllableOrHan, kind != .particle { hasLowercase = true }
    switch kind {
    case .none, .particle, .surname, .month: break
    // Single letters and characters have other meanings in names.
    case .volume, .venue, .function, .ordinal, .character:
      if shape != .initial, !shape.isSyllableOrHan { hasCommonWord = true }
    default: hasCommonWord = true
    }
  }
}
