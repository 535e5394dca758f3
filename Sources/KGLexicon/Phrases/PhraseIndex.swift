internal import KGModel
internal import KGText

/// Finds phrases in spans, by their numbers.
///
/// It does not depend on what the phrases mean, so that all tables share one compiled search.
final class PhraseIndex: Sendable {
  private struct Entry: Sendable {
    /// The place of its first character in `characters`.
    let start: Int
    let count: Int
    let second: Unicode.Scalar?
    let row: Int
  }

  /// A phrase of a row at a place of a text.
  struct Match {
    let row: Int
    let range: Range<Int>
  }

  /// The folded characters of all phrases, one phrase after another.
  private let characters: [Unicode.Scalar]
  /// Sorted by first character, then longest phrase first.
  private let entries: [Entry]
  /// The entries of each first character; `byFirst` has the places in it.
  private let groups: [Range<Int>]
  private let byFirst: FirstCharacterTable

  /// - Parameter rows: The phrases of each row. Of equal phrases the earlier row wins.
  init(_ rows: [[String]]) {
    let phrases = rows.enumerated().flatMap { row, phrases in
      phrases.map { (Array($0.unicodeScalars.map(TextFold.fold)), row) }
    }
    .filter { !$0.0.isEmpty }
    .enumerated().sorted { left, right in
      let (one, other) = (left.element.0, right.element.0)
      return (one[0], other.count, left.offset) < (other[0], one.count, right.offset)
    }
    .map(\.element)
    var characters: [Unicode.Scalar] = []
    var entries: [Entry] = []
    for (phrase, row) in phrases {
      entries.append(
        Entry(
          start: characters.count, count: phrase.count, second: phrase.dropFirst().first, row: row))
      characters += phrase
    }
    let ranges = Dictionary(grouping: entries.indices) { characters[entries[$0].start] }
      .mapValues { $0[0]..<$0[0] + $0.count }
    groups = Array(ranges.values)
    byFirst = FirstCharacterTable(Dictionary(uniqueKeysWithValues: zip(ranges.keys, 0...)))
    self.characters = characters
    self.entries = entries
  }

  /// Every phrase in the span, from left to right without overlaps; at each place the longest.
  func matches(in span: Span) -> [Match] {
    var found: [Match] = []
    span.text.folded.walk(span.range) { index, first in
      // Most characters do not begin a phrase.
      guard let group = byFirst[first], let match = match(groups[group], in: span, at: index)
      else { return index + 1 }
      found.append(match)
      return match.range.upperBound
    }
    return found
  }

  /// The longest phrase that begins at a place; `nil` when none does.
  func match(in span: Span, at index: Int) -> Match? {
    guard index < span.upper, let group = byFirst[span.text.folded[index]] else { return nil }
    return match(groups[group], in: span, at: index)
  }

  private func match(_ candidates: Range<Int>, in span: Span, at index: Int) -> Match? {
    guard isBreak(before: index, in: span) else { return nil }
    let folded = span.text.folded
    let second = index + 1 < span.upper ? folded[index + 1] : nil
    for place in candidates {
      let entry = entries[place]
      guard index + entry.count <= span.upper, entry.second == nil || entry.second == second else {
        continue
      }
      var length = 1
      while length < entry.count, folded[index + length] == characters[entry.start + length] {
        length += 1
      }
      if length == entry.count, isBreak(before: index + length, in: span) {
        return Match(row: entry.row, range: index..<index + length)
      }
    }
    return nil
  }

  private func isBreak(before index: Int, in span: Span) -> Bool {
    guard index > span.lower, index < span.upper else { return true }
    let left = span.text.scalars[index - 1]
    let right = span.text.scalars[index]
    if left.isEastAsian || right.isEastAsian { return true }
    return !((left.isLetter || left.isDigit) && (right.isLetter || right.isDigit))
  }
}
