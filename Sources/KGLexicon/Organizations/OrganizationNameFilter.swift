internal import KGText

/// Says of most texts that they consist of no names of organizations, without making a string of them.
///
/// Of a hundred texts that rules ask about, ninety are no names, and the look-up itself folds the text and
/// compares strings. See ``OrganizationAuthority/match(_:)-(Span)``.
struct OrganizationNameFilter: Sendable {
  /// The first words of all names.
  private let firstWords: HashFilter
  /// Names, and the words with which longer names begin.
  private let names: HashFilter
  private let beginnings: HashFilter
  private let fillers: HashFilter
  private let maximumWords: Int

  /// - Parameters:
  ///   - keys: The names as folded words.
  ///   - fillers: Words that may stand before and between names.
  init(_ keys: some Sequence<String>, fillers: Set<String>, maximumWords: Int) {
    let names = keys.map(Self.wordHashes(of:))
    firstWords = HashFilter(names.compactMap(\.first))
    self.names = HashFilter(names.map { $0.reduce(0, Self.joined) })
    beginnings = HashFilter(
      names.flatMap { name in
        name.indices.map { name[...$0].reduce(0, Self.joined) }
      })
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

  private static func joined(_ words: UInt64, _ next: UInt64) -> UInt64 {
    (words ^ next) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Whether a name may begin with a word, by the hash of its key.
  func mayBegin(with word: UInt64) -> Bool { firstWords.contains(word) }

  /// Whether a name may begin a text that begins with these words. Words of names begin more texts than names do:
  /// “Research on …”.
  func mayBegin(with words: ArraySlice<UInt64>) -> Bool {
    guard let first = words.first, firstWords.contains(first) else { return false }
    if fillers.contains(first) { return true }
    var name: UInt64 = 0
    for word in words {
      name = Self.joined(name, word)
      guard beginnings.contains(name) else { return false }
      if names.contains(name) { return true }
    }
    return false
  }

  /// Whether a text may consist of names, and of fillers between them.
  func mayMatch(_ span: Span) -> Bool {
    var mayBegin = false
    let isSimple = span.eachKeyWord { first in
      mayBegin = beginnings.contains(Self.joined(0, first)) || fillers.contains(first)
      return false
    }
    guard mayBegin || !isSimple else { return false }
    guard let words = span.keyWordHashes(atMost: maximumWords + 1) else { return true }
    return (1...maximumWords).contains(words.count) && isCovered(words[...])
  }

  private func isCovered(_ words: ArraySlice<UInt64>) -> Bool {
    guard let first = words.first else { return true }
    var name: UInt64 = 0
    for place in words.indices {
      name = Self.joined(name, words[place])
      guard beginnings.contains(name) else { break }
      if names.contains(name), isCovered(words[(place + 1)...]) { return true }
    }
    return fillers.contains(first) && isCovered(words.dropFirst())
  }
}
