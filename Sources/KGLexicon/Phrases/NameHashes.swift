import KGText

/// The names of a table as hashes of their words: says of most texts that no name occurs in them, without making strings
/// of them.
struct NameHashes: Sendable {
  private let names: HashFilter
  /// The words with which names begin, and whole names.
  private let beginnings: HashFilter

  /// - Parameter names: The hashes of the words of each name, of its key.
  init(_ names: [[UInt64]]) {
    self.names = HashFilter(names.map { $0.reduce(Self.none, Self.joined) })
    beginnings = HashFilter(
      names.flatMap { name in name.indices.map { name[...$0].reduce(Self.none, Self.joined) } })
  }

  /// The hash of no words.
  static let none: UInt64 = 0

  /// The hash of some words and the next one.
  static func joined(_ words: UInt64, _ next: UInt64) -> UInt64 {
    (words ^ next) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Whether words are a name, by their hash.
  func isName(_ words: UInt64) -> Bool { names.contains(words) }

  /// Whether a name begins with these words, by their hash.
  func begin(with words: UInt64) -> Bool { beginnings.contains(words) }

  /// Whether a name may occur in a text.
  ///
  /// - Parameter isEnough: Whether a word, given by its hash, is a name by itself.
  func mayOccur(in span: Span, orWord isEnough: (UInt64) -> Bool) -> Bool {
    var isFound = false
    // The beginnings of names that the words so far end with.
    var open: [UInt64] = []
    let isSimple = span.eachKeyWord { word in
      isFound = isEnough(word)
      var kept = 0
      for place in open.indices where !isFound {
        let longer = Self.joined(open[place], word)
        guard beginnings.contains(longer) else { continue }
        isFound = names.contains(longer)
        open[kept] = longer
        kept += 1
      }
      guard !isFound else { return false }
      open.removeLast(open.count - kept)
      let first = Self.joined(Self.none, word)
      if beginnings.contains(first) {
        isFound = names.contains(first)
        open.append(first)
      }
      return !isFound
    }
    return isFound || !isSimple
  }
}
