/// The parts of a reference between stops, line ends, quotation marks, brackets and changes of emphasis.
struct ReferenceSegments {
  struct Segment {
    var wordCount = 0
    var tokenCount = 0
    var nameWordCount = 0
    var lowercaseCount = 0
    var commaCount = 0
    var hasYear = false
    var hasVenue = false

    /// The binary order of magnitude of the number of words.
    var length: Int { min(6, Int.bitWidth - wordCount.leadingZeroBitCount) }
    /// Words in what looks like a name, in quarters of all.
    var names: Int { quarters(nameWordCount) }
    var lowercase: Int { quarters(lowercaseCount) }
    var commas: Int { min(commaCount, 3) }

    private func quarters(_ count: Int) -> Int {
      (4 * count + wordCount / 2) / max(wordCount, 1)
    }
  }

  private(set) var segments: [Segment] = []
  /// The segment of each token.
  private(set) var places: [Int] = []
  /// The tokens of each segment.
  private(set) var tokens: [Range<Int>] = []
  /// The one with most tokens.
  let longest: Int

  init(
    _ tokens: [TextToken], _ kinds: [ReferenceWords.Kind], _ venues: [ReferenceVenues.Match],
    _ marks: [TokenMark], _ chunks: ReferenceChunks
  ) {
    var segments: [Segment] = []
    for index in tokens.indices {
      if index == 0 || Self.begins(at: index, tokens, marks) {
        segments.append(Segment())
        self.tokens.append(index..<index)
      }
      let last = segments.count - 1
      places.append(last)
      self.tokens[last] = self.tokens[last].lowerBound..<index + 1
      let shape = tokens[index].shape
      segments[last].tokenCount += 1
      if shape == .year { segments[last].hasYear = true }
      if shape.isSign(",;") || kinds[index] == .and { segments[last].commaCount += 1 }
      if venues[index].rawValue > ReferenceVenues.Match.word.rawValue || kinds[index] == .venue {
        segments[last].hasVenue = true
      }
      guard shape.isText, shape != .smallLetter else { continue }
      segments[last].wordCount += 1
      if shape == .lowercase { segments[last].lowercaseCount += 1 }
      if chunks[index]?.isNameLike == true { segments[last].nameWordCount += 1 }
    }
    self.segments = segments
    longest = segments.indices.max { segments[$0].tokenCount < segments[$1].tokenCount } ?? 0
  }

  private static func begins(at index: Int, _ tokens: [TextToken], _ marks: [TokenMark])
    -> Bool
  {
    let (token, before) = (tokens[index], tokens[index - 1])
    if token.gap == .line || token.gap == .tab { return true }
    if token.gap == .space, before.shape.isSign(".:?!") {
      let isInitial = index > 1 && tokens[index - 2].shape == .initial && before.shape.isSign(".")
      if !isInitial { return true }
    }
    if before.shape.isSign("|\";()[]") || before.shape.opensQuotation
      || before.shape.closesQuotation || before.shape.isBullet
    {
      return true
    }
    if token.shape.isSign("|\"([") || token.shape.opensQuotation || token.shape.closesQuotation {
      return true
    }
    return marks[index] != marks[index - 1] && (token.shape.isText || token.shape.isNumber)
  }
}
