internal import KGModel
internal import KGText

/// Says of most texts that they have no name of a venue and no word of one, without making strings of them.
struct VenueNameFilter: Sendable {
  /// Names of one word, and words that only venues have.
  private let words: HashFilter
  /// Longer names.
  private let names: NameHashes

  /// - Parameters:
  ///   - keys: The names as folded words.
  ///   - words: Words that only venues have.
  init(_ keys: some Sequence<String>, words: Set<String>) {
    let names = keys.map { SourceText(plain: $0).whole.keyWordHashes(atMost: .max) ?? [] }
    self.words = HashFilter(
      names.filter { $0.count == 1 }.map { $0[0] }
        + words.map { CharacterHash($0.unicodeScalars).value })
    self.names = NameHashes(names.filter { $0.count > 1 })
  }

  /// The words of a folded key that may be names or words that only venues have, and the number of its words.
  func possibleWords(of key: String) -> (possible: [String], count: Int) {
    var possible: [String] = []
    var (count, hasHan) = (0, false)
    var hash = CharacterHash()
    var start = key.startIndex
    func close(at end: String.Index) {
      guard start < end else { return }
      count += 1
      if hasHan || words.contains(hash.value) { possible.append(String(key[start..<end])) }
    }
    let scalars = key.unicodeScalars
    for place in scalars.indices {
      let scalar = scalars[place]
      if scalar == " " {
        close(at: place)
        (start, hash, hasHan) = (scalars.index(after: place), CharacterHash(), false)
      } else {
        hash.append(scalar.value)
        hasHan = hasHan || scalar.isHan
      }
    }
    close(at: key.endIndex)
    return (possible, count)
  }

  /// Whether a text may have a name of a venue or a word of one, or a year that is a part of a name (`ICLR2020`,
  /// `CVPR'21`).
  func mayOccur(in span: Span) -> Bool {
    if mayHaveGluedYear(span) { return true }
    if span.containsHan, VenueMention.certainHanWords.contains(where: { span.first(of: $0) != nil })
    {
      return true
    }
    return names.mayOccur(in: span) { words.contains($0) }
  }

  /// Whether two or four digits directly follow a letter or an apostrophe, or a hyphen after a letter.
  func mayHaveGluedYear(_ span: Span) -> Bool {
    guard span.text.mayContainDigits else { return false }
    var before: (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
    var digits = 0
    var isGlued = false
    span.text.folded.walk(span.range) { place, scalar in
      if scalar.isDigit {
        digits += 1
        if place + 1 < span.upper { return place + 1 }
      }
      if digits == 2 || digits == 4 {
        let (farther, sign) = before
        isGlued = sign.isLetter || sign == "'" || sign == "-" && farther.isLetter
      }
      digits = 0
      before = (before.1, scalar)
      return isGlued ? span.upper : place + 1
    }
    return isGlued
  }
}
