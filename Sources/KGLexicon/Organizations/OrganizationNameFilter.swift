internal import KGText

/// Says of most texts that they consist of no names of organizations, without making a string of them.
///
/// Of a hundred texts that rules ask about, ninety are no names, and the look-up itself folds the text and
/// compares strings. See ``OrganizationAuthority/match(_:)-(Span)``.
struct OrganizationNameFilter: Sendable {
  /// The first words of all names.
  private let firstWords: HashFilter
  private let names: NameHashes
  private let fillers: HashFilter
  private let maximumWords: Int

  /// - Parameters:
  ///   - keys: The names as folded words.
  ///   - fillers: Words that may stand before and between names.
  init(_ keys: some Sequence<String>, fillers: Set<String>, maximumWords: Int) {
    let names = keys.map(Self.wordHashes(of:))
    firstWords = HashFilter(names.compactMap(\.first))
    self.names = NameHashes(names)
    self.fillers = HashFilter(fillers.map { CharacterHash($0.unicodeScalars).value })
    self.maximumWords = maximumWords
  }

  /// The hashes of the words of a name, which single spaces separate.
  private static func wordHashes(of name: String) -> [UInt64] {
    var hashes: [UInt64] = []
    var word = CharacterHash()
    for scalar in name.unicodeScalars {
      if scalar == " " {
        hashes.append(word.value)
        word = CharacterHash()
      } else {
        word.append(scalar.value)
      }
    }
    return hashes + [word.value]
  }

  /// Whether a name may begin with a word, by the hash of its key.
  func mayBegin(with word: UInt64) -> Bool { firstWords.contains(word) }

  /// Whether a name may begin a text that begins with these words. Words of names begin more texts than names do:
  /// “Research on …”.
  func mayBegin(with words: ArraySlice<UInt64>) -> Bool {
    guard let first = words.first, firstWords.contains(first) else { return false }
    if fillers.contains(first) { return true }
    var name = NameHashes.none
    for word in words {
      name = NameHashes.joined(name, word)
      guard names.begin(with: name) else { return false }
      if names.isName(name) { return true }
    }
    return false
  }

  /// Whether a name may begin anywhere in a text.
  func mayOccur(in span: Span) -> Bool {
    names.mayOccur(in: span) { fillers.contains($0) && firstWords.contains($0) }
  }

  /// Whether a text may consist of names, and of fillers between them.
  func mayMatch(_ span: Span) -> Bool {
    var mayBegin = false
    let isSimple = span.eachKeyWord { first in
      mayBegin =
        names.begin(with: NameHashes.joined(NameHashes.none, first)) || fillers.contains(first)
      return false
    }
    guard mayBegin || !isSimple else { return false }
    guard let words = span.keyWordHashes(atMost: maximumWords + 1) else { return true }
    return (1...maximumWords).contains(words.count) && isCovered(words[...])
  }

  private func isCovered(_ words: ArraySlice<UInt64>) -> Bool {
    guard let first = words.first else { return true }
    var name = NameHashes.none
    for place in words.indices {
      name = NameHashes.joined(name, words[place])
      guard names.begin(with: name) else { break }
      if names.isName(name), isCovered(words[(place + 1)...]) { return true }
    }
    return fillers.contains(first) && isCovered(words.dropFirst())
  }
}
