internal import KGLexicon

/// The pieces of the lines of a list: what stands between commas, brackets, gaps and dates.
struct EntryPieces {
  struct Piece {
    let line: Int
    /// The place among the pieces of its line, from 0.
    let index: Int
    var tokens: Range<Int>
    var wordCount = 0
    var hasLowercase = false
    var kinds = Kinds()
    var kind: Kind { kinds.first }
  }

  /// What a piece is, by the words in it. Of several the first in the order of the cases.
  enum Kind: Int, CaseIterable {
    case date, known, role, degree, organization, unit, place, other, lowercase, prose
  }

  struct Kinds: OptionSet {
    let rawValue: Int

    init(rawValue: Int) { self.rawValue = rawValue }
    init(_ kind: Kind) { rawValue = 1 << kind.rawValue }

    var first: Kind { Kind.allCases.first { contains(Kinds($0)) } ?? .other }
  }

  private(set) var pieces: [Piece] = []
  /// The piece of each token; `nil` for separators.
  private(set) var places: [Int?] = []
  /// The pieces of each line.
  private(set) var ofLine: [Range<Int>] = []

  /// The pieces of one line.
  subscript(ofLine line: Int) -> ArraySlice<Piece> { pieces[ofLine[line]] }

  /// Words of a piece that is prose.
  private static let prose = 12

  /// The pieces of no lines.
  init() {}

  /// - Parameter tokens: Tokens without pieces yet.
  init(_ tokens: EntryTokens) {
    for (line, range) in tokens.ranges.enumerated() {
      let start = pieces.count
      var isOpen = false
      var isDate = false
      for token in range {
        if Self.separates(token, tokens, in: range) {
          isOpen = false
          places.append(nil)
          continue
        }
        let evidence = tokens.evidence[token]
        if !isOpen || evidence.isDate != isDate || Self.followsGap(token, tokens) {
          pieces.append(
            Piece(line: line, index: pieces.count - start, tokens: token..<token + 1))
        }
        isOpen = true
        isDate = evidence.isDate
        places.append(pieces.count - 1)
        pieces[pieces.count - 1].add(token, tokens.tokens[token].shape, evidence)
      }
      for index in start..<pieces.count { pieces[index].close(longest: Self.prose) }
      ofLine.append(start..<pieces.count)
    }
  }

  private static func followsGap(_ token: Int, _ tokens: EntryTokens) -> Bool {
    switch tokens.tokens[token].gap {
    case .tab, .line: true
    case .space:
      token > 0 && tokens.tokens[token].shape.isSyllableOrHan
        && tokens.tokens[token - 1].shape.isSyllableOrHan
    case .none, .start: false
    }
  }

  /// “Dept.”, “Prof.”, “D.”
  private static func isAbbreviation(_ token: TextToken) -> Bool {
    token.shape.hasCapital && token.range.count <= longestAbbreviation
  }

  private static let longestAbbreviation = 4

  private static func separates(_ token: Int, _ tokens: EntryTokens, in line: Range<Int>) -> Bool {
    if tokens.evidence[token].isDate { return false }
    let shape = tokens.tokens[token].shape
    let isSpaced =
      tokens.tokens[token].gap != .none
      && (token + 1 == line.upperBound || tokens.tokens[token + 1].gap != .none)
    if shape.isSign("-/") { return isSpaced }
    if shape.isSign(".") {
      return token + 1 == line.upperBound
        || tokens.tokens[token + 1].gap != .none && token > line.lowerBound
          && !isAbbreviation(tokens.tokens[token - 1])
    }
    return shape.isSign(",;:()[]\"|@") || shape.isDash || shape.isBullet
      || shape.opensQuotation || shape.closesQuotation
  }
}

extension EntryPieces.Piece {
  fileprivate mutating func add(_ token: Int, _ shape: TokenShape, _ evidence: TokenEvidence) {
    tokens = tokens.lowerBound..<token + 1
    guard shape.isText else {
      if evidence.isDate { kinds.insert(.init(.date)) }
      return
    }
    wordCount += 1
    if shape == .lowercase { hasLowercase = true }
    if evidence.isDate { kinds.insert(.init(.date)) }
    if evidence.organization != .none {
      kinds.insert(.init(evidence.isOrganizationKnown ? .known : .organization))
    }
    if evidence.role != .none { kinds.insert(.init(.role)) }
    if evidence.degree != .none { kinds.insert(.init(.degree)) }
    if evidence.organizationWord == .unit { kinds.insert(.init(.unit)) }
    if evidence.isPlace { kinds.insert(.init(.place)) }
  }

  fileprivate mutating func close(longest: Int) {
    if wordCount > longest, !kinds.contains(.init(.date)) { kinds.insert(.init(.prose)) }
    if kinds.isEmpty { kinds = .init(hasLowercase && wordCount > 3 ? .lowercase : .other) }
  }
}
