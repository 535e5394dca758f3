internal import KGModel
internal import KGText

/// What is so of each line of a list as a whole.
struct EntryLineShapes {
  /// The kinds of the first pieces of each line, as one number.
  let signatures: [Int]
  /// Whether an organization that the tables know, or that has words of one, is in each line.
  let hasOrganization: [Bool]
  /// Whether a role or a degree is in each line.
  let hasTitle: [Bool]
  let hasDate: [Bool]
  /// The order of magnitude of the number of words of each line.
  let lengths: [Int]
  /// How each line begins and ends.
  let forms: [Int]

  private static let signatureLength = 3
  /// Numbers of words above which a line counts as longer.
  private static let bounds = [1, 2, 4, 7, 11, 16, 25, 40]

  init(_ tokens: EntryTokens) {
    let pieces = tokens.pieces
    let kinds = pieces.ofLine.map { range in
      range.reduce(EntryPieces.Kinds()) { $0.union(pieces.pieces[$1].kinds) }
    }
    hasOrganization = kinds.map { $0.contains(.init(.known)) || $0.contains(.init(.organization)) }
    hasTitle = kinds.map { $0.contains(.init(.role)) || $0.contains(.init(.degree)) }
    hasDate = tokens.intervals.map { !$0.isEmpty }
    lengths = pieces.ofLine.map { range in
      let words = range.reduce(0) { $0 + pieces.pieces[$1].wordCount }
      return Self.bounds.prefix { words > $0 }.count
    }
    signatures = pieces.ofLine.map { range in
      range.prefix(Self.signatureLength).reduce(0) {
        $0 * (EntryPieces.Kind.allCases.count + 1) + pieces.pieces[$1].kind.rawValue + 1
      }
    }
    forms = tokens.list.lines.map { Self.form(of: $0.span) }
  }

  /// What a line begins with (capital, digit, Han, other letter, sign, nothing) and ends with (stop, digit,
  /// letter, other sign, nothing), as one number.
  private static func form(of line: Span) -> Int {
    let first =
      line.scalars.first.map {
        $0.isUpper ? 0 : $0.isDigit ? 1 : $0.isHan ? 2 : $0.isLetter ? 3 : 4
      } ?? 5
    let last =
      line.folded.last.map {
        $0 == "." || $0 == "。" ? 0 : $0.isDigit ? 1 : $0.isLetter ? 2 : 3
      } ?? 4
    return first * 5 + last
  }

  /// In how many lines something stands, in quarters, rounded up: 0 for none, 4 for most.
  static func share(_ holds: [Bool]) -> Int {
    holds.isEmpty ? 0 : (4 * holds.count { $0 } + holds.count - 1) / holds.count
  }
}
