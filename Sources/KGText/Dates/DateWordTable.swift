internal import KGModel

/// Words of dates with a value each, looked up at a place of a text: forwards from it or backwards.
///
/// Comparison is by folded characters. A word of a script with spaces ends where no letter or digit follows.
///
/// A reference type, so that one that is looked up retains one object.
final class DateWordTable<Value: Sendable>: Sendable {
  /// A word by its place in `characters`; it has no parts of its own, so that comparing it retains nothing.
  private struct Entry: Sendable {
    let characters: Range<Int>
    /// The second character, by which most words are told apart; `nil` for a word of one character.
    let second: Unicode.Scalar?
    /// Its place in `values`.
    let value: Int

    var count: Int { characters.count }
  }

  /// A word of the table at a place of a text.
  struct Match {
    let value: Value
    let range: Range<Int>
  }

  private let values: [Value]
  /// The folded characters of all words, one word after another.
  private let characters: [Unicode.Scalar]
  /// Grouped by first character, longest first; `firsts` has the number of the group.
  private let forwards: [[Entry]]
  private let firsts: FirstCharacterTable
  /// For each group which second characters its words have: a bit for all with the same remainder. All bits where
  /// a word has one character.
  private let seconds: [UInt64]
  /// Grouped by last character, longest first.
  private let backwards: [[Entry]]
  private let lasts: FirstCharacterTable

  /// - Parameter rows: Values with their words. Of equal words the earlier row wins.
  init(_ rows: [(Value, [String])]) {
    var characters: [Unicode.Scalar] = []
    var entries: [Entry] = []
    for (place, row) in rows.enumerated() {
      for word in row.1 where !word.isEmpty {
        let start = characters.count
        characters += word.unicodeScalars.map(TextFold.fold)
        entries.append(
          Entry(
            characters: start..<characters.count,
            second: start + 1 < characters.count ? characters[start + 1] : nil, value: place))
      }
    }
    values = rows.map(\.0)
    let all = characters
    self.characters = all
    (forwards, firsts) = Self.grouped(entries) { all[$0.characters.lowerBound] }
    seconds = forwards.map { group in
      group.reduce(0) { bits, entry in
        bits | (entry.count == 1 ? .max : Self.bit(of: all[entry.characters.lowerBound + 1]))
      }
    }
    (backwards, lasts) = Self.grouped(entries) { all[$0.characters.upperBound - 1] }
  }

  private static func grouped(
    _ entries: [Entry], by character: (Entry) -> Unicode.Scalar
  ) -> ([[Entry]], FirstCharacterTable) {
    var groups: [[Entry]] = []
    var numbers: [Unicode.Scalar: Int] = [:]
    for entry in entries {
      let key = character(entry)
      if let number = numbers[key] {
        groups[number].append(entry)
      } else {
        numbers[key] = groups.count
        groups.append([entry])
      }
    }
    // The sort is made stable by the place, so that of equal words the earlier row wins.
    let sorted = groups.map { group in
      group.enumerated().sorted { left, right in
        let (one, other) = (left.element.count, right.element.count)
        return (other, left.offset) < (one, right.offset)
      }
      .map(\.element)
    }
    return (sorted, FirstCharacterTable(numbers))
  }

  private static func bit(of second: Unicode.Scalar) -> UInt64 { 1 << UInt64(second.value % 64) }

  /// Whether a word begins with this folded character. A fast filter.
  func mayBegin(with first: Unicode.Scalar) -> Bool { firsts[first] != nil }

  /// Whether a word may begin with these two folded characters; the second is `nil` at the end of a text. A fast
  /// filter: most words of a text begin as no word of the table does.
  @inline(__always)
  func mayBegin(with first: Unicode.Scalar, _ second: Unicode.Scalar?) -> Bool {
    firsts[first].map { seconds[$0] & (second.map(Self.bit) ?? .max) != 0 } ?? false
  }

  /// The longest word that begins at a place; `nil` when none does.
  func match(in span: Span, at index: Int) -> Match? {
    guard index < span.upper, let group = firsts[span.text.folded[index]],
      index + 1 == span.upper || seconds[group] & Self.bit(of: span.text.folded[index + 1]) != 0,
      startsWord(index, in: span)
    else { return nil }
    let second = index + 1 < span.upper ? span.text.folded[index + 1] : nil
    for entry in forwards[group] where entry.second == nil || entry.second == second {
      let end = index + entry.count
      if end <= span.upper, isEqual(entry, index, span), endsWord(end, in: span) {
        return Match(value: values[entry.value], range: index..<end)
      }
    }
    return nil
  }

  /// The longest word that ends at a place; `nil` when none does.
  func match(in span: Span, endingAt end: Int) -> Match? {
    guard end > span.lower, let group = lasts[span.text.folded[end - 1]], endsWord(end, in: span)
    else { return nil }
    for entry in backwards[group] {
      let start = end - entry.count
      if start >= span.lower, isEqual(entry, start, span), startsWord(start, in: span) {
        return Match(value: values[entry.value], range: start..<end)
      }
    }
    return nil
  }

  private func isEqual(_ entry: Entry, _ start: Int, _ span: Span) -> Bool {
    span.text.scalars.read { scalar in
      var place = start
      for index in entry.characters {
        if TextFold.fold(scalar(place)) != characters[index] { return false }
        place += 1
      }
      return true
    }
  }

  private func startsWord(_ index: Int, in span: Span) -> Bool {
    guard index > span.lower, !span.text.scalars[index].isEastAsian else { return true }
    let before = span.text.scalars[index - 1]
    return !before.isLetter && !before.isDigit || before.isEastAsian
  }

  private func endsWord(_ end: Int, in span: Span) -> Bool {
    guard end < span.upper, span.text.scalars[end - 1].isLetter,
      !span.text.scalars[end - 1].isEastAsian
    else { return true }
    return !span.text.scalars[end].isLetter || span.text.scalars[end].isEastAsian
  }
}
