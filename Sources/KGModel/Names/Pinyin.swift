internal import CNameTables

/// Pinyin of personal names written in Han characters; the table is `Data/pinyin.tsv`. The reverse is not offered: Han
/// characters are never derived from pinyin.
package enum Pinyin {
  /// The possible readings of a name, likeliest first: the family name and the given name in syllables.
  ///
  ///     Pinyin.readings(of: "余锋伟").first  // family ["yu"], given ["feng", "wei"]
  ///
  /// Where bearers of a surname pronounce it in different ways, or where both a one- and a two-character surname are
  /// possible, all are returned.
  ///
  /// - Returns: An empty array when the text does not consist of two to five Han characters of the table.
  package static func readings(of name: String) -> [(family: [String], given: [String])] {
    let characters = Array(name.unicodeScalars)
    guard (2...5).contains(characters.count), characters.allSatisfy(\.isHan) else { return [] }
    let syllables = characters.compactMap(table.reading)
    guard syllables.count == characters.count else { return [] }
    var readings: [(family: [String], given: [String])] = []
    let compound = String(String.UnicodeScalarView(characters.prefix(2)))
    if characters.count > 2, Surname.isCompound(compound) {
      let family = table.compounds[compound] ?? Array(syllables[..<2])
      readings.append((family, Array(syllables[2...])))
    }
    let given = Array(syllables[1...])
    readings.append(([table.surnames[characters[0]] ?? syllables[0]], given))
    return readings + table.otherSurnames[characters[0], default: []].map { ([$0], given) }
  }

  /// A division of a Han name into family name and given name, with all readings of each character.
  struct Division {
    /// In the characters of the name.
    let surname: String
    /// The readings of the family name as one word.
    let families: Set<String>
    /// The readings of each character of the given name.
    let given: [Set<String>]
  }

  /// The divisions of a Han name, likeliest first: after the first character, or after the first two where they are a
  /// surname; empty for a text that is not two to five Han characters of the table.
  static func divisions(of name: String) -> [Division] {
    let characters = Array(name.unicodeScalars)
    return Set(readings(of: name).map(\.family.count)).sorted(by: >).map { length in
      let surname = String(String.UnicodeScalarView(characters[..<length]))
      return Division(
        surname: surname, families: families(of: surname),
        given: characters[length...].map { table.allReadings($0) })
    }
  }

  /// The readings of a surname, each as one word; empty for characters that are not in the table.
  private static func families(of surname: String) -> Set<String> {
    let length = surname.unicodeScalars.count
    // Readings are those of whole names: the given name is any.
    let all = readings(of: surname + "一").filter { $0.family.count == length }
      .map { $0.family.joined() }
    guard length == 1, let character = surname.unicodeScalars.first else { return Set(all) }
    // The table has u for the ü of surnames.
    let withUmlaut = table.allReadings(character).filter { reading in
      ["v", "yu"].contains {
        reading.contains($0) && all.contains(reading.replacing($0, with: "u"))
      }
    }
    return Set(all).union(withUmlaut)
  }

  /// Whether a name begins with a character that is pronounced otherwise as a surname, and so is one.
  static func beginsWithOwnReading(_ name: String) -> Bool {
    name.unicodeScalars.first.map { table.surnames[$0] != nil || table.otherSurnames[$0] != nil }
      ?? false
  }

  /// Whether a folded word consists of syllables.
  static func isSpelling(_ word: String) -> Bool {
    if word.isEmpty { return true }
    return (1...longestSyllable).contains { length in
      word.count >= length && table.isSyllable(String(word.prefix(length)))
        && isSpelling(String(word.dropFirst(length)))
    }
  }

  /// Whether a folded word is one syllable.
  package static func isSyllable(_ word: String) -> Bool { table.isSyllable(word) }

  /// Whether a folded word is one syllable or two, as Chinese given names are.
  package static func isGivenName(_ word: String) -> Bool {
    table.isSyllable(word) || secondSyllable(of: word) != nil
  }

  /// “zhuang”
  private static let longestSyllable = 6

  /// The second of the two syllables that a folded word consists of; `nil` for any other word.
  static func secondSyllable(of word: String) -> String? {
    guard word.count <= 2 * longestSyllable, !table.isSyllable(word) else { return nil }
    // Of “xian” and the like the longer first syllable is the likelier one.
    return (1...longestSyllable).reversed().lazy.filter { $0 < word.count }
      .first {
        table.isSyllable(String(word.prefix($0))) && table.isSyllable(String(word.dropFirst($0)))
      }.map { String(word.dropFirst($0)) }
  }

  /// The readings of all surnames.
  static let surnameSpellings = Set(Surname.all.flatMap(families))

  private static let table = PinyinTable(TabSeparatedTable(kg_pinyin()))

  /// Whether a folded word is a given name of another language that could be read as pinyin, such as “lisa”.
  static func isNameOfOtherLanguage(_ word: String) -> Bool { otherNames.contains(word) }

  private static let otherNames = Set(
    TabSeparatedTable(kg_pinyin_like_names()).rows.flatMap {
      TabSeparatedTable.values($0.cell(0))
    })
}

/// The readings of Han characters.
private struct PinyinTable: Sendable {
  /// Each reading once; the first, which is empty, is that of characters that are not in the table.
  private var syllables = [""]
  /// The places in ``syllables`` of the characters of the basic plane.
  private var places = Array(repeating: UInt16(0), count: 0x10000)
  /// Of surnames of one character, where the reading differs.
  private(set) var surnames: [Unicode.Scalar: String] = [:]
  private(set) var otherSurnames: [Unicode.Scalar: [String]] = [:]
  private(set) var compounds: [String: [String]] = [:]
  /// Further readings of characters in given names.
  private var others: [Unicode.Scalar: [String]] = [:]
  private var known: Set<String> = []
  /// Syllables that no name has, and of which many names of other languages consist.
  private var interjections: Set<String> = []

  init(_ table: TabSeparatedTable) {
    for row in table.rows {
      let (reading, characters) = (row.cell(1), row.cell(2))
      switch row.cell(0) {
      case "any":
        for scalar in characters.unicodeScalars where scalar.value < places.count {
          places[Int(scalar.value)] = UInt16(syllables.count)
        }
        syllables.append(reading)
        known.insert(reading)
      case "given":
        for scalar in characters.unicodeScalars { others[scalar, default: []].append(reading) }
        known.insert(reading)
      case "surname": for scalar in characters.unicodeScalars { surnames[scalar] = reading }
      case "also":
        for scalar in characters.unicodeScalars {
          otherSurnames[scalar, default: []].append(reading)
        }
      case "interjections": interjections = Set(TabSeparatedTable.values(characters))
      case "compound":
        for name in TabSeparatedTable.values(characters) {
          compounds[name] = reading.split(separator: " ").map(String.init)
        }
      default: break
      }
    }
  }

  /// Whether a text is a syllable of names.
  func isSyllable(_ text: String) -> Bool { known.contains(text) && !interjections.contains(text) }

  /// All readings of a character in a given name, ü in each way in which it is written; empty when the table does not have
  /// it.
  func allReadings(_ scalar: Unicode.Scalar) -> Set<String> {
    let readings = Set([reading(scalar)].compactMap { $0 } + others[scalar, default: []])
    return readings.union(
      readings.filter { $0.contains("v") }.map { $0.replacing("v", with: "yu") })
  }

  /// The reading of a character in a given name; `nil` when the table does not have it.
  func reading(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.value < places.count, case let place = places[Int(scalar.value)], place > 0 else {
      return nil
    }
    return syllables[Int(place)]
  }
}
