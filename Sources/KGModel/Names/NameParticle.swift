/// The small words of names: “van der Berg”, “de la Cruz”, “d'Alembert”.
package enum NameParticle {
  /// In lower case, abbreviations with and without their full stop.
  package static let all: Set<String> = [
    "de", "da", "do", "dos", "das", "del", "della", "los", "las", "der", "den", "di", "du", "van",
    "von", "la",
    "le",
    "el", "al", "bin", "ben", "ibn", "ter", "ten", "zu", "y", "e", "af", "av", "st", "st.", "jr",
    "jr.",
  ]

  /// “d'Alembert”, “dell'Aquila”: a particle that lost its vowel, before a capital.
  package static func isElided(_ word: Substring) -> Bool {
    guard let sign = word.firstIndex(where: { $0 == "'" || $0 == "’" }) else { return false }
    let rest = word[word.index(after: sign)...]
    return ["d", "l", "dell", "dall"].contains(word[..<sign]) && rest.first?.isUppercase == true
  }
}

/// What distinguishes people of one family with one name: “Jr.”, “III”.
package enum NameSuffix {
  /// In lower case, without full stops.
  package static let all: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
}
