internal import KGModel

extension Span {
  /// The first place of a folded pattern; `nil` when it does not occur.
  package func first(of pattern: String) -> Range<Int>? {
    var pattern = pattern
    // Nearly all patterns are ASCII and are compared as bytes.
    let isASCII = pattern.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } }
    if isASCII {
      return pattern.withUTF8 { bytes in
        text.folded.first(ofASCII: bytes, in: range).map { $0..<$0 + bytes.count }
      }
    }
    let length = pattern.unicodeScalars.count
    return text.folded.first(of: pattern.unicodeScalars, in: range).map { $0..<$0 + length }
  }

  /// The first place of a folded phrase between word boundaries, `nil` when there is none; every place
  /// beside a Han character is a boundary.
  package func first(ofPhrase phrase: String) -> Range<Int>? {
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
    return !before.isPartOfWord || !after.isPartOfWord
  }

  /// Whether the span begins with a folded pattern.
  package func hasPrefix(_ pattern: String) -> Bool {
    guard Self.mayBe(text, lower, pattern.utf8.first, in: range) else { return false }
    return text.scalars.read { scalar in
      var place = lower
      for wanted in pattern.unicodeScalars {
        guard place < upper, TextFold.fold(scalar(place)) == wanted else { return false }
        place += 1
      }
      return true
    }
  }

  /// Whether the span ends with a folded pattern.
  package func hasSuffix(_ pattern: String) -> Bool {
    guard Self.mayBe(text, upper - 1, pattern.utf8.last, in: range) else { return false }
    return text.scalars.read { scalar in
      var place = upper
      for wanted in pattern.unicodeScalars.reversed() {
        place -= 1
        guard place >= lower, TextFold.fold(scalar(place)) == wanted else { return false }
      }
      return true
    }
  }

  /// Whether the folded character at a place of a range may be one with a byte of UTF-8 at its beginning or end. Most
  /// texts do not begin or end with what is looked for.
  private static func mayBe(
    _ text: SourceText, _ place: Int, _ byte: UInt8?, in range: Range<Int>
  ) -> Bool {
    guard let byte, byte < 0x80 else { return true }
    return range.contains(place) && TextFold.fold(text.scalars[place]).value == byte
  }

  /// The parts of the span before and after a range, trimmed, without empty ones.
  package func removing(_ hole: Range<Int>) -> [Span] {
    [to(hole.lowerBound).trimmed, from(hole.upperBound).trimmed].filter { !$0.isEmpty }
  }

  /// The ranges in round and square brackets that are not nested in others, brackets included.
  package var brackets: [Range<Int>] {
    var found: [Range<Int>] = []
    guard text.mayContain("(") || text.mayContain("[") else { return found }
    var open: [Int] = []
    text.folded.walk(range) { index, scalar in
      if scalar == "(" || scalar == "[" {
        open.append(index)
      } else if scalar == ")" || scalar == "]", let start = open.popLast() {
        // A bracket that is never closed hides none after it.
        while let last = found.last, last.lowerBound > start { found.removeLast() }
        found.append(start..<index + 1)
      }
      return index + 1
    }
    return found
  }
}
