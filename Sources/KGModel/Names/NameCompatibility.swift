/// How two printed names of people agree, the strongest agreement last.
package enum NameCompatibility: CaseIterable, Comparable, Sendable {
  /// They cannot be the names of one person: spelled-out given names, Han names, suffixes or dblp's numbers differ.
  case contradictory
  /// They cannot be compared: a family name alone, a script whose spelling is not known.
  case unknown
  /// Two spellings by pinyin that differ only in n and ng, “Xin” and “Xing”, or of which one cannot be pinyin, “Shou” and
  /// “Shouo”: nothing but what else is known shows whether it is a typing error.
  case misspelling
  /// One may be another spelling or a shortened form of the other.
  case variant
  /// The same words in another order, and nothing shows which is the family name.
  case reversed
  /// One has a familiar form of the other's given name: “Tim” and “Timothy”.
  case nickname
  /// Initials of one are those of the other's names.
  case initials
  /// One leaves out a given name or one of two family names.
  case subset
  /// The same letters, divided, accented or transcribed in another way: “Si-Yuan” and “Siyuan”, 余锋伟 and “Fengwei Yu”.
  case spelling
  /// The same words.
  case equal

  /// Whether the names agree so far that they may be one person's.
  package var isCompatible: Bool { self > .misspelling }

  /// Whether they may be one person's if much else speaks for it.
  package var mayBeOne: Bool { self > .unknown }
}

extension PersonName {
  /// How two names agree. The order of the two does not matter.
  package func compatibility(with other: PersonName) -> NameCompatibility {
    if let own = homonymNumber, let others = other.homonymNumber, own != others {
      return .contradictory
    }
    if let own = suffix, let others = other.suffix, own != others { return .contradictory }
    let latin = latinCompatibility(with: other)
    if let own = native, let others = other.native {
      // Different Han names are different people, whatever their Latin forms.
      return own == others ? .equal : .contradictory
    }
    let romanized = [
      native.map { RomanizedName($0).compatibility(with: other) },
      other.native.map { RomanizedName($0).compatibility(with: self) },
    ].compactMap { $0 }.max()
    guard let latin else { return romanized ?? .unknown }
    guard let romanized else { return latin }
    // “Chia-Ching Hsu 許嘉晴” says how the name is spelled.
    return romanized == .unknown ? latin : max(latin, romanized)
  }

  /// Whether two printed names have the same words, perhaps in two scripts, in another order or divided in another way.
  package static func isSpelling(_ one: String, of other: String) -> Bool {
    PersonName(one).compatibility(with: PersonName(other)) >= .spelling
  }

  /// `nil` when one of the names has no words in Latin script.
  private func latinCompatibility(with other: PersonName) -> NameCompatibility? {
    guard !readings.isEmpty, !other.readings.isEmpty else { return nil }
    var best = NameCompatibility.contradictory
    for own in readings {
      for others in other.readings {
        best = max(best, own.compatibility(with: others))
      }
    }
    if best < .nickname, sharesNickname(with: other) { return .nickname }
    return best
  }

  /// Whether a nickname of one is the given name of the other, and the family names agree.
  private func sharesNickname(with other: PersonName) -> Bool {
    func has(_ name: PersonName, _ reading: Reading) -> Bool {
      guard let own = name.readings.first, let first = reading.given.first else { return false }
      return name.nicknames.contains { foldedKey($0) == first.text }
        && NameWords.family(own.family, reading.family) != nil
    }
    return other.readings.contains { has(self, $0) } || readings.contains { has(other, $0) }
  }
}

extension PersonName {
  /// Whether a given name, or a name in another script, is known.
  package var hasGivenName: Bool { native != nil || readings.contains { !$0.given.isEmpty } }

  /// Whether the first given name is an initial.
  package var hasInitial: Bool { readings.first?.given.first?.isInitial ?? false }

  /// Whether the names may have the same family name.
  package func sharesFamilyName(with other: PersonName) -> Bool {
    readings.contains { own in
      other.readings.contains { NameWords.family(own.family, $0.family) != nil }
    }
  }
}

extension PersonName.Reading {
  /// How two names agree when their words are divided so.
  func compatibility(with other: PersonName.Reading) -> NameCompatibility {
    guard let families = NameWords.family(family, other.family),
      let givens = NameWords.given(given, other.given)
    else { return .contradictory }
    let agreement = min(families, givens)
    if order == .familyFirst, other.order == .familyFirst {
      // “David Abbott” would be short for “David A. Kreplin” if David were the family name.
      return agreement >= .spelling || beginsWithSurname && other.beginsWithSurname
        ? agreement : .contradictory
    }
    guard order == .familyFirst || other.order == .familyFirst else { return agreement }
    // The first word of one is compared with the last of the other.
    let isShown = order == .certain || other.order == .certain
    if agreement >= .spelling { return isShown ? agreement : .reversed }
    // Initials and left-out names agree too often by chance, except where the family name usually comes first.
    let first = order == .familyFirst ? family : other.family
    return isShown || RomanizedSurnames.contains(first.joined()) ? agreement : .contradictory
  }
}

extension PersonName.Reading {
  /// Whether the words show that the family name comes first: it is a Chinese one, and the last word is not.
  private var beginsWithSurname: Bool {
    RomanizedSurnames.contains(family.joined())
      && !(given.last.map { RomanizedSurnames.contains($0.text) } ?? false)
  }
}

/// Comparison of the words of names.
enum NameWords {
  /// How two family names agree; `nil` when they do not.
  static func family(_ one: [String], _ other: [String]) -> NameCompatibility? {
    if one == other { return .equal }
    let (left, right) = (one.joined(), other.joined())
    if left == right || transcribed(left) == transcribed(right) { return .spelling }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    // “Márquez” of “Márquez Tarn”, “Souza” of “Pereira Souza”
    if short.count < long.count,
      long.starts(with: short) || Array(long.suffix(short.count)) == short
    {
      return .subset
    }
    return isTypo(left, right) ? .variant : isNasalTypo(left, right) ? .misspelling : nil
  }

  /// How given names agree; `nil` when they contradict each other.
  static func given(
    _ one: [PersonName.Given], _ other: [PersonName.Given]
  ) -> NameCompatibility? {
    if one.isEmpty || other.isEmpty { return one.isEmpty && other.isEmpty ? .equal : .unknown }
    if one.map(\.text) == other.map(\.text) { return .equal }
    let (left, right) = (one.map(\.text).joined(), other.map(\.text).joined())
    let hasInitials = (one + other).contains(where: \.isInitial)
    if left == right || transcribed(left) == transcribed(right), !hasInitials { return .spelling }
    // “Yan” is the whole given name and not a part of “Yan Fei” or “Yanfei”.
    let isChinese = (one + other).allSatisfy {
      Pinyin.isGivenName($0.text) && !Pinyin.isNameOfOtherLanguage($0.text)
    }
    if !isChinese,
      let found = aligned(one, other) ?? aligned(syllables(of: one), syllables(of: other))
    {
      return found
    }
    if let first = one.first, let others = other.first,
      Nicknames.areForms(of: first.text, others.text),
      aligned(Array(one.dropFirst()), Array(other.dropFirst())) != nil
    {
      return .nickname
    }
    if one.count == other.count {
      let differing = zip(one, other).filter { $0.text != $1.text }
      if differing.count == 1, isBrokenPinyin(differing[0].0.text, differing[0].1.text) {
        return .misspelling
      }
    }
    guard !hasInitials else { return nil }
    if isNasalTypo(left, right) { return .misspelling }
    return one.count == 1 && other.count == 1
      && (isTypo(left, right) || isShortened(left, right))
      ? .variant : nil
  }

  /// Compares names in order. An initial agrees with a name that begins with it. The last names may be missing in one of
  /// the lists, and an initial before the first name.
  private static func aligned(
    _ one: [PersonName.Given], _ other: [PersonName.Given]
  ) -> NameCompatibility? {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    func agreement(_ skipped: Int) -> NameCompatibility? {
      var found = NameCompatibility.equal
      for (left, right) in zip(short, long.dropFirst(skipped)) {
        if left.text == right.text { continue }
        guard left.isInitial || right.isInitial, left.text.first == right.text.first else {
          return nil
        }
        found = .initials
      }
      return short.count < long.count ? min(found, .subset) : found
    }
    if let found = agreement(0) { return found }
    // “J. Michael Quill” is also “Michael Quill”, but “C. B. Quill” is not Beth.
    guard short.count < long.count, long.first?.isInitial == true,
      short.first?.isInitial == false, short.first == long[1]
    else { return nil }
    return agreement(1)
  }

  /// A single name of two syllables of pinyin as two: “Chiming” has the initials of “C. M.”.
  private static func syllables(of names: [PersonName.Given]) -> [PersonName.Given] {
    guard names.count == 1, let name = names.first,
      let second = Pinyin.secondSyllable(of: name.text)
    else { return names }
    return [String(name.text.dropLast(second.count)), second].map(PersonName.Given.init)
  }

  /// Without the vowels that write an umlaut: Mueller and Müller.
  static func transcribed(_ word: String) -> String {
    word.replacing("ae", with: "a").replacing("oe", with: "o").replacing("ue", with: "u")
  }

  /// Letters. In shorter words one letter more often makes another name than a typing error.
  private static let shortestTypo = 6

  /// Whether two words differ by one letter, or by two letters that changed places.
  private static func isTypo(_ one: String, _ other: String) -> Bool {
    let (left, right) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    guard min(left.count, right.count) >= shortestTypo, abs(left.count - right.count) <= 1 else {
      return false
    }
    // Chinese names that differ in a letter are different names.
    if Pinyin.isGivenName(one), Pinyin.isGivenName(other) { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    if left.count == right.count {
      return start + end >= left.count - 1
        || start + end == left.count - 2 && left[start] == right[start + 1]
          && left[start + 1] == right[start]
    }
    return start + end >= max(left.count, right.count) - 1
  }

  /// Whether two words differ by a letter and one of them is pinyin while the other cannot be: “Shou” and “Shouo”.
  private static func isBrokenPinyin(_ one: String, _ other: String) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard short.count >= shortestBroken, long.count == short.count + 1,
      Pinyin.isGivenName(short) != Pinyin.isGivenName(long)
    else { return false }
    let start = zip(short, long).prefix { $0 == $1 }.count
    return long.dropFirst(start + 1) == short.dropFirst(start)
  }

  /// Letters. Shorter words are often those of other languages.
  private static let shortestBroken = 4

  /// Whether two words are pinyin and differ only in how syllables end, n or ng, which many speakers do not distinguish.
  private static func isNasalTypo(_ one: String, _ other: String) -> Bool {
    one != other && one.replacing("ng", with: "n") == other.replacing("ng", with: "n")
      && Pinyin.isGivenName(one) && Pinyin.isGivenName(other)
  }

  /// Letters of the shortest nickname that is the beginning of a name, and of one that is its end.
  private static let shortestNickname = 3
  private static let shortestEnd = 5

  /// Whether one word is the beginning or the end of the other: “Alex” of “Alexander”, “Bella” of “Isabella”.
  private static func isShortened(_ one: String, _ other: String) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard !Pinyin.isGivenName(long) else { return false }
    return short.count >= shortestNickname && long.hasPrefix(short)
      || short.count >= shortestEnd && long.hasSuffix(short)
  }
}
