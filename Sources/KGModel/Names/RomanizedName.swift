/// A Han name as it may be written in Latin letters. Han characters are never derived from Latin ones.
struct RomanizedName {
  let divisions: [Pinyin.Division]

  /// - Parameter native: In simplified characters. A name in other East Asian scripts has no known spelling.
  init(_ native: String) {
    // A Japanese name is not read as a Chinese one.
    divisions =
      Surname.begins(native) || Pinyin.beginsWithOwnReading(native)
      ? Pinyin.divisions(of: native) : []
  }

  /// How a name in Latin letters agrees: spelled by pinyin, its initials, perhaps by the spelling of another place, or not
  /// at all.
  func compatibility(with name: PersonName) -> NameCompatibility {
    guard !divisions.isEmpty, !name.readings.isEmpty else { return .unknown }
    var best = NameCompatibility.contradictory
    for division in divisions {
      for reading in name.readings { best = max(best, compatibility(of: division, with: reading)) }
    }
    // Everything in one word: “fengweiyu”.
    if name.readings.count == 1, let only = name.readings.first, only.given.isEmpty,
      divisions.contains(where: { $0.spellsWhole(only.family.joined()) })
    {
      return .spelling
    }
    return best
  }

  private func compatibility(
    of division: Pinyin.Division, with reading: PersonName.Reading
  ) -> NameCompatibility {
    let family = reading.family.joined()
    let given = reading.given.map(\.text)
    guard division.families.contains(family) else {
      return isElsewhere(family, division) ? .unknown : .contradictory
    }
    if given.isEmpty { return .unknown }
    if let found = division.agreement(given[...]) { return found }
    // A name of another language, and the spelling of Taiwan, can be this person's, too.
    let isOtherName = given.contains {
      $0.count > 1 && (!Pinyin.isGivenName($0) || Pinyin.isNameOfOtherLanguage($0))
    }
    return isOtherName || division.inWadeGiles.agreement(given[...]) != nil
      ? .unknown : .contradictory
  }

  private func isElsewhere(_ family: String, _ division: Pinyin.Division) -> Bool {
    RomanizedSurnames.isSpelling(family, of: division.surname)
      || division.families.contains { WadeGiles.spellings(of: $0).contains(family) }
  }
}

extension Pinyin.Division {
  /// How given names in Latin letters agree with those of the division.
  fileprivate func agreement(_ words: ArraySlice<String>) -> NameCompatibility? {
    agreement(words, given[...])
  }

  /// How given names in Latin letters agree with the syllables: a word spells one or more of them, an initial stands for
  /// one; initials may leave out the last, and a name of another language may stand before or after them.
  fileprivate func agreement(
    _ words: ArraySlice<String>, _ syllables: ArraySlice<Set<String>>
  ) -> NameCompatibility? {
    guard let word = words.first else { return syllables.isEmpty ? .spelling : .initials }
    if word.unicodeScalars.count == 1 {
      guard let syllable = syllables.first, syllable.contains(where: { $0.first == word.first }),
        words.dropFirst().isEmpty || !syllables.dropFirst().isEmpty,
        let rest = agreement(words.dropFirst(), syllables.dropFirst())
      else { return nil }
      return min(rest, .initials)
    }
    for count in stride(from: syllables.count, through: 1, by: -1) {
      guard spells(word, syllables.prefix(count)) else { continue }
      if words.count > 1, count == syllables.count { return .subset }
      guard let rest = agreement(words.dropFirst(), syllables.dropFirst(count)) else { continue }
      // A given name that is spelled in part is another name.
      if words.count == 1, count < syllables.count { return nil }
      return rest
    }
    // “Frank Fengwei”
    return words.count > 1 && !Pinyin.isSpelling(word)
      ? agreement(words.dropFirst(), syllables).map { min($0, .subset) } : nil
  }

  private func spells(_ word: String, _ syllables: ArraySlice<Set<String>>) -> Bool {
    guard let first = syllables.first else { return word.isEmpty }
    return first.contains { reading in
      word.hasPrefix(reading)
        && spells(String(word.dropFirst(reading.count)), syllables.dropFirst())
    }
  }

  /// Whether a word is the whole name, family name first or last.
  fileprivate func spellsWhole(_ word: String) -> Bool {
    families.contains { family in
      word.hasPrefix(family) && spells(String(word.dropFirst(family.count)), given[...])
        || word.hasSuffix(family) && spells(String(word.dropLast(family.count)), given[...])
    }
  }

  /// With the given name as it is spelled in Taiwan.
  fileprivate var inWadeGiles: Pinyin.Division {
    Pinyin.Division(
      surname: surname, families: families,
      given: given.map { readings in
        Set(readings.flatMap { WadeGiles.spellings(of: $0) }).union(readings)
      })
  }
}
