internal import KGModel
internal import KGText

/// A word, a run of digits, a sign, or one character of a script without spaces.
///
/// Words end between letters and digits, so that “NeurIPS21” has its venue and its year in two tokens.
struct TextToken {
  /// The place in the text, in characters.
  let range: Range<Int>
  let shape: TokenShape
  /// The hash of the folded characters.
  let word: FeatureHash
  /// What is between the token before and this one.
  let gap: Gap

  enum Gap: UInt8 {
    case start, none, space, line, tab
  }

  /// The tokens of a span, from left to right.
  static func tokens(of span: Span) -> [TextToken] {
    var tokens: [TextToken] = []
    tokens.reserveCapacity(span.count / 4)
    var gap = Gap.start
    var place = span.lower
    while place < span.upper {
      let scalar = span.text.scalars[place]
      if scalar.isBlank {
        if tokens.isEmpty {
          gap = .start
        } else if scalar == "\n" {
          gap = .line
        } else if scalar == "\t" {
          gap = gap == .line ? .line : .tab
        } else if gap == .none {
          gap = .space
        }
        place += 1
        continue
      }
      let token = token(in: span, at: place, after: gap)
      tokens.append(token)
      place = token.range.upperBound
      gap = .none
    }
    return tokens
  }

  private static func token(in span: Span, at start: Int, after gap: Gap) -> TextToken {
    let first = span.text.folded[start]
    if first.isDigit { return number(in: span, at: start, after: gap) }
    if !first.isLetter || first.isSyllableOrHan {
      return TextToken(
        range: start..<start + 1, shape: TokenShape(sign: span.text.scalars[start]),
        word: FeatureHash().appending(first), gap: gap)
    }
    var end = start
    var word = FeatureHash()
    var (upper, lower, isFirstUpper) = (0, 0, false)
    while end < span.upper {
      let scalar = span.text.scalars[end]
      guard !scalar.isSyllableOrHan,
        scalar.isLetter || !scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark
      else { break }
      if scalar.isUpper {
        upper += 1
        isFirstUpper = isFirstUpper || end == start
      } else {
        lower += 1
      }
      word = word.appending(TextFold.fold(scalar))
      end += 1
    }
    return TextToken(
      range: start..<end,
      shape: TokenShape(upper: upper, lower: lower, isFirstUpper: isFirstUpper), word: word,
      gap: gap)
  }

  private static func number(in span: Span, at start: Int, after gap: Gap) -> TextToken {
    var end = start
    var word = FeatureHash()
    while end < span.upper, span.text.folded[end].isDigit {
      word = word.appending(span.text.folded[end])
      end += 1
    }
    let head = (span.text.folded[start], end - start > 1 ? span.text.folded[start + 1] : " ")
    let isYear = end - start == 4 && (head == ("1", "9") || head == ("2", "0"))
    return TextToken(
      range: start..<end, shape: isYear ? .year : TokenShape(digits: end - start), word: word,
      gap: gap)
  }
}

extension Unicode.Scalar {
  /// Whether it is Han, kana or a syllable of Hangul, which are tokens by themselves.
  var isSyllableOrHan: Bool {
    guard value >= 0x3005 else { return false }
    return isHan || 0x3041...0x30FF ~= value || 0xAC00...0xD7AF ~= value || value == 0x3005
  }
}
