internal import KGLexicon
internal import KGModel
internal import KGText

/// The tokens of a list with what is so of each, from one look at each line.
struct EntryTokens {
  let list: EntryList
  private(set) var tokens: [TextToken] = []
  /// The line of each token.
  private(set) var lines: [Int] = []
  /// The tokens of each line.
  private(set) var ranges: [Range<Int>] = []
  private(set) var marks: [TokenMark] = []
  /// How many brackets are open at each token, at most 1.
  private(set) var depths: [Int] = []
  private(set) var evidence: [TokenEvidence] = []
  /// The dates and periods of each line, in order.
  private(set) var intervals: [[DateParser.Found<DatedText>]] = []
  /// What stands between the separators of the lines.
  private(set) var pieces = EntryPieces()

  /// Lines in which no organization counts as known, so that the model learns to do without.
  enum HiddenOrganizations: CaseIterable {
    case none, ofEverySecondLine, all

    func includes(_ line: Int) -> Bool {
      switch self {
      case .none: false
      case .ofEverySecondLine: line % 2 == 1
      case .all: true
      }
    }
  }

  init(_ list: EntryList, hiding hidden: HiddenOrganizations = .none) {
    self.list = list
    for (number, line) in list.lines.enumerated() {
      let own = TextToken.tokens(of: line.span)
      let start = tokens.count
      tokens += own
      lines += Array(repeating: number, count: own.count)
      ranges.append(start..<tokens.count)
      marks += TokenMark.marks(of: own, in: line.span)
      intervals.append(line.found.intervals)
      evidence += TokenEvidence.evidence(
        of: own, in: line.span, line.found, hidesOrganizations: hidden.includes(number))
      var depth = 0
      for token in own {
        if token.shape.isSign("([") { depth = 1 }
        depths.append(depth)
        if token.shape.isSign(")]") { depth = 0 }
      }
    }
    pieces = EntryPieces(self)
  }

  /// The text from the first to the last of some tokens of one line.
  func span(of tokens: Range<Int>) -> Span {
    let (first, last) = (self.tokens[tokens.lowerBound], self.tokens[tokens.upperBound - 1])
    return list.lines[lines[tokens.lowerBound]].span
      .slice(first.range.lowerBound..<last.range.upperBound)
  }

  func text(of token: Int) -> Span { list.lines[lines[token]].span.slice(tokens[token].range) }
}
