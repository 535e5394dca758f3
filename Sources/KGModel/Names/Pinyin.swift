internal import Foundation
internal import Synchronization

/// Pinyin of personal names written in Han characters. The reverse is not offered: Han characters are
/// never derived from pinyin.
package enum Pinyin {
  /// The possible readings of a name, likeliest first: the family name and the given name in syllables.
  ///
  ///     Pinyin.readings(of: "余锋伟").first  // family ["yu"], given ["feng", "wei"]
  ///
  /// Surname readings follow ICU's `Han-Latin/Names`. Where bearers of a surname pronounce it in
  /// different ways, or where both a one- and a two-character surname are possible, all are returned.
  ///
  /// - Returns: An empty array when the text does not consist of two to five Han characters.
  package static func readings(of name: String) -> [(family: [String], given: [String])] {
    let characters = Array(name.unicodeScalars)
    guard (2...5).contains(characters.count), characters.allSatisfy(\.isHan) else { return [] }
    let syllables = syllables(of: name)
    guard syllables.count == characters.count else { return [] }
    let hasCompoundSurname =
      characters.count > 2 && Surname.isCompound(String(name.unicodeScalars.prefix(2)))
    var readings: [(family: [String], given: [String])] = []
    for familyLength in hasCompoundSurname ? [2, 1] : [1] {
      let given = Array(syllables[familyLength...])
      readings.append((Array(syllables[..<familyLength]), given))
      if familyLength == 1, let others = otherSurnameReadings[characters[0]] {
        readings += others.map { ([$0], given) }
      }
    }
    return readings
  }

  /// Whether a Latin name is a romanization of a Han name: family name first or last; given name as one
  /// word, hyphenated or in syllables; or everything in one word.
  ///
  ///     Pinyin.spells("Feng-Wei Yu", "余锋伟")  // true
  package static func spells(_ latin: String, _ han: String) -> Bool {
    let words = foldedKey(latin).split(separator: " ")
    guard (1...5).contains(words.count), words.allSatisfy({ $0.allSatisfy(\.isASCII) }) else {
      return false
    }
    return readings(of: han).contains { reading in
      let family = reading.family.joined()
      let given = reading.given.joined()
      if words.count == 1 { return words[0] == given + family || words[0] == family + given }
      return (words.last == family[...] && words.dropLast().joined() == given)
        || (words.first == family[...] && words.dropFirst().joined() == given)
    }
  }

  /// Syllables of names seen before: each name is compared with all names of a document.
  private static let known = Mutex<[String: [String]]>([:])
  private static let maximumKnownCount = 2000

  private static func syllables(of name: String) -> [String] {
    if let known = known.withLock({ $0[name] }) { return known }
    let syllables = transliterate(name).split(separator: " ").map(String.init)
    known.withLock { known in
      if known.count >= maximumKnownCount { known.removeAll() }
      known[name] = syllables
    }
    return syllables
  }

  private static func transliterate(_ name: String) -> String {
    // `ü` is written `v`, `u` or `yu` in names; the transform gives `u`.
    name.applyingTransform(
      StringTransform("Traditional-Simplified; Han-Latin/Names; Latin-ASCII"), reverse: false)?
      .lowercased() ?? ""
  }

  /// Further readings of surnames that families pronounce in different ways, beyond the one that ICU gives.
  private static let otherSurnameReadings: [Unicode.Scalar: [String]] = [
    "覃": ["qin", "tan"], "乐": ["yue", "le"], "朴": ["piao", "pu", "park"], "单": ["shan", "dan"],
    "吕": ["lv", "lyu", "lu"], "闵": ["min"], "盖": ["ge", "gai"], "葛": ["ge"], "缪": ["miao", "mou"],
    "翟": ["zhai", "di"], "折": ["she", "zhe"], "区": ["ou", "qu"], "宓": ["mi", "fu"],
    "召": ["shao", "zhao"], "隗": ["wei", "kui"], "冼": ["xian"], "洗": ["xian"], "曲": ["qu"],
    "洪": ["hong"], "种": ["chong", "zhong"], "幺": ["yao"], "行": ["xing", "hang"],
  ]
}
