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

  /// The parts between folded characters that separate, trimmed, without empty ones.
  ///
  /// - Parameter nesting: Whether separators within brackets are ignored.
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

  /// The lines of the span, trimmed, without empty ones.
  package var lines: [Span] { split { $0 == "\n" } }
}
