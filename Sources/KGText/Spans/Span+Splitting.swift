extension Span {
  /// Without white space at the ends.
  public var trimmed: Span { trimming(where: \.isBlank) }

  /// Without white space and the given folded characters, none of which is an ASCII letter, at the ends.
  package func trimming(_ characters: StaticString) -> Span {
    // Most texts begin and end with a letter.
    let isTrimmed = text.scalars.read {
      lower < upper && $0(lower).isASCIILetter && $0(upper - 1).isASCIILetter
    }
    guard !isTrimmed else { return self }
    let extra = FoldedSet(characters)
    return trimming { extra.isEdge($0) }
  }

  @inline(__always)
  private func trimming(where isEdge: (Unicode.Scalar) -> Bool) -> Span {
    let range = text.scalars.read { scalar in
      var (lower, upper) = (lower, upper)
      while lower < upper, isEdge(scalar(lower)) { lower += 1 }
      while lower < upper, isEdge(scalar(upper - 1)) { upper -= 1 }
      return lower..<upper
    }
    return Span(text, range)
  }

  /// The parts between some folded characters, trimmed, without empty ones.
  ///
  /// - Parameter nesting: Whether separators within brackets are ignored.
  package func split(at separators: StaticString, nesting: Bool = false) -> [Span] {
    let set = FoldedSet(separators)
    guard text.mayContain(set) else {
      let whole = trimmed
      return whole.isEmpty ? [] : [whole]
    }
    let nests = nesting && text.mayContain(Self.brackets)
    return parts(nesting: nests) { set.contains($0) }
  }

  private static let brackets = FoldedSet("([《")

  /// The parts between folded characters that separate, trimmed, without empty ones.
  ///
  /// - Parameter isSeparator: Says so of characters that are no ASCII letters.
  package func split(where isSeparator: (Unicode.Scalar) -> Bool) -> [Span] {
    parts(nesting: false, isSeparator)
  }

  // Inlined with the condition, as all loops over characters here: most lines are split several times.
  @inline(__always)
  private func parts(nesting: Bool, _ isSeparator: (Unicode.Scalar) -> Bool) -> [Span] {
    var parts: [Span] = []
    parts.reserveCapacity(Self.usualParts)
    text.scalars.read { scalar in
      var start = lower
      var depth = 0
      for index in range where !scalar(index).isASCIILetter {
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

  /// More parts than most lists of them have: memory is taken once.
  static let usualParts = 8

  /// The line of the text that this span begins in.
  package var line: Span {
    var (start, end) = (lower, lower)
    while start > 0, text.scalars[start - 1] != "\n" { start -= 1 }
    while end < text.scalars.count, text.scalars[end] != "\n" { end += 1 }
    return Span(text, start..<end)
  }

  /// The lines of the span, trimmed, without empty ones.
  package var lines: [Span] { split(at: "\n") }
}

extension FoldedSet {
  /// Whether a character at an end of a text is white space or, folded, in the set.
  @inline(__always)
  fileprivate func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || contains(TextFold.fold(scalar))
  }
}
