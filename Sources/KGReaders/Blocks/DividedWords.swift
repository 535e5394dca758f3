/// Decides whether a hyphen at the end of a line only divides a word, by the other words of the document.
struct DividedWords {
  /// The fewest letters of the first word of a compound that the document does not have elsewhere.
  private static let shortestPart = 3
  /// In lower case, with their hyphens.
  private let words: Set<String>

  /// - Parameter lines: The lines of the document. Their last words, which may be divided, do not count.
  init<Text: StringProtocol>(_ lines: some Sequence<Text>) {
    var words: Set<String> = []
    for line in lines {
      for word in line.split(whereSeparator: { !($0.isLetter || $0 == "-") }).dropLast() {
        words.insert(word.lowercased())
      }
    }
    self.words = words
  }

  /// Whether the parts of a word are joined without the hyphen between them, as `multi-` `modal` when no other line has
  /// the word with a hyphen.
  ///
  /// - Parameters:
  ///   - head: The letters before the hyphen.
  ///   - next: The next line.
  /// - Returns: `nil` when the next line does not begin with a letter.
  func areJoined(_ head: String, _ next: some StringProtocol) -> Bool? {
    guard let first = next.unicodeScalars.first, first.properties.isAlphabetic else { return nil }
    let head = head.lowercased()
    let tail = next.prefix { $0.isLetter }.lowercased()
    if words.contains(head + tail) { return true }
    guard !first.properties.isUppercase, head.count > 1 else { return false }
    // `self-` `supervision` is a compound where “self-supervised” occurs, or both words alone; “in” begins none.
    if words.contains(head + "-" + tail) || words.contains(where: { $0.hasPrefix(head + "-") }) {
      return false
    }
    return head.count < Self.shortestPart || !(words.contains(head) && words.contains(tail))
  }
}
