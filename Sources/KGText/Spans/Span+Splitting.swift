extension Span {
  /// Without white space at the ends.
  @inlinable
  public var trimmed: Span { trimming { _ in false } }

  /// Without white space and the given folded characters at the ends.
  package func trimming(_ characters: StaticString) -> Span {
    trimming { $0.isOne(of: characters) }
  }

  @inlinable
  func trimming(_ isExtra: (Unicode.Scalar) -> Bool) -> Span {
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
  // Inlined where it is called, with the condition: most lines are split several times.
  @inlinable
  public func split(nesting: Bool = false, where isSeparator: (Unicode.Scalar) -> Bool) -> [Span] {
    var parts: [Span] = []
    text.scalars.read { scalar in
      var start = lower
      var depth = 0
      for index in range {
        let character = TextFold.fold(scalar(index))
        if nesting {
          if character == "(" || character == "[" || character == "《" { depth += 1 }
          if character == ")" || character == "]" || character == "》" { depth = max(0, depth - 1) }
        }
        guard depth == 0, isSeparator(character) else { continue }
        let part = Span(text, start..<index).trimmed
        if !part.isEmpty { parts.append(part) }
        start = index + 1
      }
      let last = Span(text, start..<upper).trimmed
      if !last.isEmpty { parts.append(last) }
    }
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
