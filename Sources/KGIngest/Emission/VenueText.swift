internal import KGLexicon
internal import KGModel
internal import KGText

/// Determines from the printed name of a venue which venue and which kind of venue it is.
enum VenueText {
  /// The venue of the authority table that a printed name means, by the whole name, by an acronym in
  /// brackets, or by a known name at the end of the words; `nil` when there is none. A workshop is not
  /// its host.
  static func authority(for name: String) -> Venue? {
    if let venue = VenueAuthority.shared.venue(named: name) { return venue }
    guard !isWorkshop(name) else { return nil }
    let span = SourceText(plain: name).whole
    for bracket in span.brackets.reversed() {
      let inner = span.between(bracket.lowerBound + 1, bracket.upperBound - 1)
      if let venue = VenueAuthority.shared.venue(named: inner.string) { return venue }
    }
    let outside = span.brackets.first.map { span.to($0.lowerBound) } ?? span
    let words = outside.words
    // Ordinals and societies precede the names of proceedings, so every tail of the text is tried.
    for start in words.indices.prefix(12) {
      if let venue = VenueAuthority.shared.venue(named: outside.from(words[start].lower).string) {
        return venue
      }
    }
    return nil
  }

  /// Whether the name is of a workshop.
  static func isWorkshop(_ name: String) -> Bool {
    let key = foldedKey(name)
    if key.contains("workshop") { return true }
    // `ICCVW`, `CVPRW`: a known acronym with a W.
    guard key.hasSuffix("w"), !key.contains(" ") else { return false }
    return VenueAuthority.shared.venue(named: String(key.dropLast())) != nil
  }

  /// The conference of a workshop such as “ICLR NAS workshop” or `ICCVW`; `nil` when it is not known, or
  /// the name is not of a workshop.
  static func host(ofWorkshop name: String) -> Venue? {
    guard isWorkshop(name) else { return nil }
    let words = foldedKey(name).split(separator: " ").map(String.init)
    for word in words {
      if let venue = VenueAuthority.shared.venue(named: word) { return venue }
      if word.hasSuffix("w"),
        let venue = VenueAuthority.shared.venue(named: String(word.dropLast()))
      {
        return venue
      }
    }
    return nil
  }

  /// Whether the name has a word that only journals have.
  static func isJournal(_ name: String) -> Bool {
    let key = foldedKey(name)
    return ["journal", "transactions", "letters", "magazine", "学报", "期刊"].contains {
      key.contains($0)
    }
  }
}
