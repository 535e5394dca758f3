internal import KGModel
internal import KGText

/// The tokens of a reference with what is so of each, from one look at the text.
struct ReferenceContext {
  let span: Span
  let tokens: [ReferenceToken]
  let kinds: [ReferenceWords.Kind]
  let venues: [ReferenceVenues.Match]
  let marks: [TokenMark]
  /// Whether each token is within quotation marks.
  private(set) var isQuoted: [Bool] = []
  /// How many brackets are open at each token, at most `deepest`.
  private(set) var depths: [Int] = []
  /// The line of each token, from 0.
  private(set) var lines: [Int] = []
  let chunks: ReferenceChunks
  let segments: ReferenceSegments

  private static let deepest = 2

  /// - Parameter hidesVenues: Whether no venue counts as known, so that the model learns to do without.
  init(_ span: Span, hidesVenues: Bool = false) {
    self.span = span
    tokens = ReferenceToken.tokens(of: span)
    let words = ReferenceWords.shared
    kinds = tokens.map { words.kind(of: $0, in: span.text) }
    venues =
      hidesVenues
      ? Array(repeating: .none, count: tokens.count) : ReferenceVenues.shared.matches(in: tokens)
    marks = TokenMark.marks(of: tokens, in: span)
    chunks = ReferenceChunks(tokens, kinds)
    segments = ReferenceSegments(tokens, kinds, venues, marks, chunks)
    readNesting()
  }

  var lineCount: Int { (lines.last ?? 0) + 1 }
  var hasQuotation: Bool { isQuoted.contains(true) }

  private mutating func readNesting() {
    var (isQuoting, depth, line) = (false, 0, 0)
    isQuoted.reserveCapacity(tokens.count)
    depths.reserveCapacity(tokens.count)
    lines.reserveCapacity(tokens.count)
    for token in tokens {
      let shape = token.shape
      if shape.closesQuotation || shape.isSign("\"") && isQuoting {
        isQuoting = false
      } else if shape.opensQuotation || shape.isSign("\"") {
        isQuoting = true
      }
      if shape.isSign("([") { depth += 1 }
      if token.gap == .line { line += 1 }
      isQuoted.append(isQuoting)
      depths.append(min(depth, Self.deepest))
      lines.append(line)
      if shape.isSign(")]") { depth = max(depth - 1, 0) }
    }
  }
}

/// How a token is set off.
enum TokenMark: UInt8 {
  case none, underline, emphasis, code, link, strong

  var value: FeatureValue { .text(Self.names[Int(rawValue)]) }
  private static let names: [StaticString] = [
    "none", "underline", "emphasis", "code", "link", "strong",
  ]

  init(_ kind: SourceText.Mark.Kind) {
    self =
      switch kind {
      case .strong: .strong
      case .emphasis: .emphasis
      case .underline: .underline
      case .code: .code
      case .link: .link
      }
  }

  /// The mark of each token; of several marks the last in the order of the cases.
  static func marks(of tokens: [ReferenceToken], in span: Span) -> [TokenMark] {
    var marks = Array(repeating: TokenMark.none, count: tokens.count)
    for mark in span.text.marks where mark.range.overlaps(span.range) {
      let kind = TokenMark(mark.kind)
      var place = firstToken(endingAfter: mark.range.lowerBound, in: tokens)
      while place < tokens.count, tokens[place].range.lowerBound < mark.range.upperBound {
        if marks[place].rawValue < kind.rawValue { marks[place] = kind }
        place += 1
      }
    }
    return marks
  }

  private static func firstToken(endingAfter place: Int, in tokens: [ReferenceToken]) -> Int {
    tokens.indices.partitioningIndex { tokens[$0].range.upperBound > place }
  }
}
