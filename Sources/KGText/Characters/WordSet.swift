/// A set of words in folded characters (``TextFold``), looked up by spans.
///
/// Most words of a document are in no set: their hashes say so, and no string is made of them.
package struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private let words: Set<String>
  private let filter: HashFilter
  /// The characters of the longest word.
  private let longest: Int

  package init(_ words: some Sequence<String>) {
    self.words = Set(words)
    longest = self.words.map(\.unicodeScalars.count).max() ?? 0
    filter = HashFilter(self.words.map { CharacterHash($0.unicodeScalars).value })
  }

  package init(arrayLiteral words: String...) { self.init(words) }

  /// Whether the folded characters of a span are one of the words.
  package func contains(_ word: Span) -> Bool {
    word.count <= longest && filter.contains(word.foldedHash) && words.contains(word.foldedString)
  }
}

extension Span {
  /// The hash of the folded characters.
  var foldedHash: UInt64 {
    text.scalars.read { scalar in
      var hash = CharacterHash()
      for index in range { hash.append(TextFold.fold(scalar(index)).value) }
      return hash.value
    }
  }
}
