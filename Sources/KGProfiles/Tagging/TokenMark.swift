internal import KGModel
internal import KGText

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
  static func marks(of tokens: [TextToken], in span: Span) -> [TokenMark] {
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

  private static func firstToken(endingAfter place: Int, in tokens: [TextToken]) -> Int {
    tokens.indices.partitioningIndex { tokens[$0].range.upperBound > place }
  }
}
