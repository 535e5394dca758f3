internal import KGModel
internal import KGText

/// The tokens of a reference with what is so of each, from one look at the text.
struct ReferenceContext {
  let span: Span
  let tokens: [TextToken]
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
  /// The number of tokens of a known venue, with its year and the signs around both, that the reference begins with:
  /// “[PETRA 2021] A study”, “PETRA 2021 A study”; 0 when it begins otherwise.
  private(set) var lead = 0

  private static let deepest = 2

  /// - Parameter hidesVenues: Whether no venue counts as known, so that the model learns to do without.
  init(_ span: Span, hidesVenues: Bool = false) {
    self.span = span
    tokens = TextToken.tokens(of: span)
    let words = ReferenceWords.shared
    kinds = tokens.map { words.kind(of: $0, in: span.text) }
    venues =
      hidesVenues
      ? Array(repeating: .none, count: tokens.count) : ReferenceVenues.shared.matches(in: tokens)
    marks = TokenMark.marks(of: tokens, in: span)
    chunks = ReferenceChunks(tokens, kinds)
    segments = ReferenceSegments(tokens, kinds, venues, marks, chunks)
    lead = leadingVenue()
    readNesting()
  }

  private func leadingVenue() -> Int {
    let start = tokens.firstIndex { !$0.shape.isSign("([") } ?? 0
    guard start < tokens.count, venues[start] == .name || venues[start] == .acronym else {
      return 0
    }
    var end = start
    while end < tokens.count, venues[end] != .none { end += 1 }
    while end < tokens.count, tokens[end].gap != .line,
      tokens[end].shape.isNumber || tokens[end].shape.isSign("',-)]")
    { end += 1 }
    return end
  }

  var lineCount: Int { (lines.last ?? 0) + 1 }
  var hasQuotation: Bool { isQuoted.contains(true) }

  /// What is on either side of a chunk: a sign, a word between names, a line end.
  func edges(of chunk: ReferenceChunks.Chunk) -> (left: FeatureValue, right: FeatureValue) {
    let (first, next) = (chunk.tokens.lowerBound, chunk.tokens.upperBound)
    let left = first == 0 ? .text("start") : edge(at: first, sign: first - 1)
    let right = next == tokens.count ? .text("end") : edge(at: next, sign: next)
    return (left, right)
  }

  private func edge(at token: Int, sign: Int) -> FeatureValue {
    switch tokens[token].gap {
    case .line: return .text("line")
    case .tab: return .text("tab")
    case .start, .none, .space: break
    }
    guard chunks[sign] == nil else { return .text("word") }
    return kinds[sign] == .and || kinds[sign] == .with ? kinds[sign].value : tokens[sign].shape.name
  }

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
