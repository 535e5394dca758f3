extension Span {
  /// Without white space at the ends.
  package var trimmed: Span { trimming { _ in false } }

  /// Without white space and the given folded characters at the ends.
  package func trimming(_ characters: StaticString) -> Span {
    trimming { $0.isOne(of: characters) }
  }

  private func trimming(_ isExtra: (Unicode.Scalar) -> Bool) -> Span {
    let range = text.scalars.read { scalar in
      var (lower, upper) = (lower, upper)
      func isEdge(_ index: Int) -> Bool {
        let scalar = scalar(index)
        return scalar.isBlank || isExtra(TextFold.fold(scalar))
      }
      while lower < upper, isEdge(lower) { lower += 1 }
      while lower < upper, isEdge(upper - 1) { upper -= 1 }
      return lower..<upper
    }
    return Span(text, range)
  }

  /// The parts between folded characters that separate, trimmed, without empty ones.
  ///
  /// - Parameter nesting: Whether separators within brackets are ignored.
  package func split(nesting: Bool = false, where isSeparator: (Unicode.Scalar) -> Bool) -> [Span] {
    var parts: [Span] = []
    var start = lower
    var depth = 0
    func append(_ range: Range<Int>) {
      let part = Span(text, range).trimmed
      if !part.isEmpty { parts.append(part) }
    }
    text.folded.walk(range) { index, scalar in
      if nesting {
        if scalar == "(" || scalar == "[" || scalar == "《" { depth += 1 }
        if scalar == ")" || scalar == "]" || scalar == "》" { depth = max(0, depth - 1) }
      }
      if depth == 0, isSeparator(scalar) {
        append(start..<index)
        start = index + 1
      }
      return index + 1
    }
    append(start..<upper)
    return parts
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
