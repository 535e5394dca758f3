internal import KGModel

extension Span {
  /// Runs of letters and digits, from left to right; every Han character is a word of its own.
  package var words: [Span] {
    var words: [Span] = []
    words.reserveCapacity(Self.usualParts)
    eachWord {
      words.append(Span(text, $0))
      return true
    }
    return words
  }

  /// The first of ``words``.
  package func words(atMost count: Int) -> [Span] {
    var words: [Span] = []
    words.reserveCapacity(count)
    eachWord {
      words.append(Span(text, $0))
      return words.count < count
    }
    return words
  }

  /// The number of ``words``.
  package var wordCount: Int {
    var count = 0
    eachWord { _ in
      count += 1
      return true
    }
    return count
  }

  /// Whether there are more ``words`` than a number, which is found without looking at the rest of a long text.
  package func hasMoreWords(than number: Int) -> Bool {
    var count = 0
    eachWord { _ in
      count += 1
      return count <= number
    }
    return count > number
  }

  /// The last of ``words``; `nil` when there is none.
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

  /// Visits ``words`` until the visitor returns `false`.
  @inline(__always)
  private func eachWord(_ visit: (Range<Int>) -> Bool) {
    text.scalars.read { scalar in
      var start: Int?
      for index in range {
        let scalar = scalar(index)
        if scalar.isASCIILetter {
          start = start ?? index
        } else if scalar.isHan {
          if let begun = start, !visit(begun..<index) { return }
          start = nil
          guard visit(index..<index + 1) else { return }
        } else if scalar.isPartOfWord {
          start = start ?? index
        } else if let begun = start {
          guard visit(begun..<index) else { return }
          start = nil
        }
      }
      if let begun = start { _ = visit(begun..<upper) }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or a digit, also one of full width.
  @inline(__always)
  var isPartOfWord: Bool { isLetter || TextFold.fold(self).isDigit }
}
