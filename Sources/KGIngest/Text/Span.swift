internal import KGModel

/// A stretch of a block's text: what the rules pass around, cut up and quote in receipts.
///
/// Positions count characters of the text, from 0.
package struct Span: Sendable {
  package let text: SourceText
  // Every value of a record has a span; texts are far shorter than what four bytes count.
  private let start: UInt32
  private let end: UInt32

  package init(_ text: SourceText, _ range: Range<Int>) {
    self.text = text
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  package var range: Range<Int> { lower..<upper }

  package var isEmpty: Bool { start == end }
  package var count: Int { Int(end - start) }
  package var lower: Int { Int(start) }
  package var upper: Int { Int(end) }

  /// The characters as they stand.
  package var scalars: Slice<Characters> { text.scalars[range] }

  /// The characters as they stand, as a text.
  package var string: String { String(scalars) }

  /// The characters with runs of white space as one space.
  package var collapsed: String {
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(count)
    var isPending = false
    for scalar in scalars {
      if scalar.isBlank {
        isPending = !kept.isEmpty
      } else {
        if isPending { kept.append(" ") }
        isPending = false
        kept.append(scalar)
      }
    }
    return String(kept[...])
  }

  /// The folded characters: small letters, ASCII punctuation.
  package var folded: Slice<FoldedText> { text.folded[range] }

  package var foldedString: String {
    String(folded)
  }

  /// The bytes of the source.
  package var byteRange: Range<Int> {
    guard !isEmpty else { return text.byte(of: lower)..<text.byte(of: lower) }
    let start = text.byte(of: lower)
    // A cell that is told again behind others stands before them: what is quoted ends there.
    if text.byte(of: upper - 1) < start,
      let back = range.dropFirst().first(where: { text.byte(of: $0) < text.byte(of: $0 - 1) })
    {
      return Span(text, lower..<back).byteRange
    }
    let next = text.byte(of: upper)
    // The next character's place may lie behind markup; the last character's own width is nearer.
    let last = text.byte(of: upper - 1)
    let end = min(max(next, last + 1), last + UTF8.width(text.scalars[upper - 1]))
    return start..<max(end, start + 1)
  }

  package func slice(_ range: Range<Int>) -> Span { Span(text, range) }

  /// The stretch between two places of the text, empty where they are out of order.
  package func between(_ lower: Int, _ upper: Int) -> Span {
    let start = min(max(lower, 0), text.scalars.count)
    return Span(text, start..<min(max(upper, start), text.scalars.count))
  }

  package func from(_ lower: Int) -> Span { between(min(lower, upper), upper) }
  package func to(_ upper: Int) -> Span { between(lower, upper) }

  package func contains(_ scalar: Unicode.Scalar) -> Bool { folded.contains(scalar) }

  /// Whether any character is of the Han script.
  package var containsHan: Bool {
    !text.scalars.isLatin1 && scalars.contains(where: \.isHan)
  }
}

// MARK: - Trimming and splitting

extension Span {
  /// Without white space at the ends.
  package var trimmed: Span { trimming { _ in false } }

  /// Without white space and the given folded characters at the ends.
  package func trimming(_ characters: StaticString) -> Span {
    trimming { $0.isOne(of: characters) }
  }

  private func trimming(_ isExtra: (Unicode.Scalar) -> Bool) -> Span {
    var lower = lower
    var upper = upper
    while lower < upper, text.scalars[lower].isBlank || isExtra(text.folded[lower]) { lower += 1 }
    while lower < upper, text.scalars[upper - 1].isBlank || isExtra(text.folded[upper - 1]) {
      upper -= 1
    }
    return Span(text, lower..<upper)
  }

  /// The parts between folded characters that separate, trimmed, the empty ones left out.
  ///
  /// - Parameter nesting: when `true`, separators within brackets do not separate.
  package func split(nesting: Bool = false, where isSeparator: (Unicode.Scalar) -> Bool) -> [Span] {
    var parts: [Span] = []
    var start = lower
    var depth = 0
    for index in range {
      let scalar = text.folded[index]
      if nesting {
        if scalar == "(" || scalar == "[" || scalar == "《" { depth += 1 }
        if scalar == ")" || scalar == "]" || scalar == "》" { depth = max(0, depth - 1) }
      }
      if depth == 0, isSeparator(scalar) {
        parts.append(Span(text, start..<index).trimmed)
        start = index + 1
      }
    }
    parts.append(Span(text, start..<upper).trimmed)
    return parts.filter { !$0.isEmpty }
  }

  /// The line of the text that this span begins in.
  package var line: Span {
    var (start, end) = (lower, lower)
    while start > 0, text.scalars[start - 1] != "\n" { start -= 1 }
    while end < text.scalars.count, text.scalars[end] != "\n" { end += 1 }
    return Span(text, start..<end)
  }

  package var lines: [Span] { split { $0 == "\n" } }

  /// Runs of letters and digits; every Han character is a run of its own.
  package var words: [Span] {
    var words: [Span] = []
    eachWord { words.append(Span(text, $0)) }
    return words
  }

  package var wordCount: Int {
    var count = 0
    eachWord { _ in count += 1 }
    return count
  }

  package var lastWord: Span? {
    guard let end = range.last(where: { text.scalars[$0].isPartOfWord }) else { return nil }
    var start = end
    while !text.scalars[end].isHan, start > lower, text.scalars[start - 1].isPartOfWord,
      !text.scalars[start - 1].isHan
    {
      start -= 1
    }
    return Span(text, start..<end + 1)
  }

  private func eachWord(_ visit: (Range<Int>) -> Void) {
    text.scalars.read { scalar in
      var start: Int?
      for index in range {
        let scalar = scalar(index)
        if scalar.isHan {
          if let begun = start { visit(begun..<index) }
          start = nil
          visit(index..<index + 1)
        } else if scalar.isPartOfWord {
          start = start ?? index
        } else if let begun = start {
          visit(begun..<index)
          start = nil
        }
      }
      if let begun = start { visit(begun..<upper) }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isPartOfWord: Bool { isLetter || isDigit }
}

// MARK: - Searching

extension Span {
  /// The first place of a folded pattern.
  package func first(of pattern: some StringProtocol) -> Range<Int>? {
    let scalars = pattern.unicodeScalars
    return text.folded.first(of: scalars, in: range).map { $0..<$0 + scalars.count }
  }

  /// The first place of a folded phrase that stands between word boundaries; between Han characters
  /// every place is one.
  package func first(ofPhrase phrase: some StringProtocol) -> Range<Int>? {
    var rest = self
    while let found = rest.first(of: phrase) {
      if isBoundary(found.lowerBound), isBoundary(found.upperBound) { return found }
      rest = from(found.lowerBound + 1)
    }
    return nil
  }

  private func isBoundary(_ index: Int) -> Bool {
    guard index > lower, index < upper else { return true }
    let before = text.scalars[index - 1]
    let after = text.scalars[index]
    if before.isHan || after.isHan { return true }
    return !(before.isLetter || before.isDigit) || !(after.isLetter || after.isDigit)
  }

  package func hasPrefix(_ pattern: some StringProtocol) -> Bool {
    folded.starts(with: pattern.unicodeScalars)
  }

  package func hasSuffix(_ pattern: some StringProtocol) -> Bool {
    folded.reversed().starts(with: pattern.unicodeScalars.reversed())
  }

  /// What is left of the span when a stretch is cut out: the part before and the part after.
  package func removing(_ hole: Range<Int>) -> [Span] {
    [to(hole.lowerBound).trimmed, from(hole.upperBound).trimmed].filter { !$0.isEmpty }
  }

  /// The bracketed stretches at the top level, brackets included.
  package var brackets: [Range<Int>] {
    var found: [Range<Int>] = []
    var open: [Int] = []
    for index in range {
      switch text.folded[index] {
      case "(", "[": open.append(index)
      case ")", "]":
        if let start = open.popLast(), open.isEmpty { found.append(start..<index + 1) }
      default: break
      }
    }
    return found
  }

  /// The marks of a kind that lie in this span, cut to it.
  package func marked(_ isWanted: (SourceText.Mark.Kind) -> Bool) -> [Span] {
    text.marks.filter { isWanted($0.kind) && $0.range.overlaps(range) }
      .map { Span(text, $0.range.clamped(to: range)) }
  }

  package var strongRuns: [Span] { marked { $0 == .strong } }

  /// The targets of links that touch this span, in order, then addresses printed in the text.
  package var links: [(target: String, span: Span)] {
    var found = text.marks.compactMap { mark -> (String, Span)? in
      guard case .link(let target) = mark.kind, mark.range.overlaps(range) else { return nil }
      return (target, Span(text, mark.range.clamped(to: range)))
    }
    var rest = self
    while let start = rest.first(of: "http") {
      var end = start.upperBound
      while end < upper, !text.scalars[end].isBlank,
        !text.scalars[end].isOne(of: "<>\"]）】，、；")
      {
        end += 1
      }
      let address = Span(text, start.lowerBound..<end).trimming(".,);")
      if address.string.contains("://"),
        !found.contains(where: { $0.1.range.overlaps(address.range) })
      {
        found.append((address.string, address))
      }
      rest = from(end)
    }
    return found
  }
}
