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

  private static let table = PinyinTable(TabSeparatedTable(kg_pinyin()))
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

  init(_ table: TabSeparatedTable) {
    for row in table.rows {
      let (reading, characters) = (row.cell(1), row.cell(2))
      switch row.cell(0) {
      case "any":
        for scalar in characters.unicodeScalars where scalar.value < places.count {
          places[Int(scalar.value)] = UInt16(syllables.count)
        }
        syllables.append(reading)
      case "surname": for scalar in characters.unicodeScalars { surnames[scalar] = reading }
      case "also":
        for scalar in characters.unicodeScalars {
          otherSurnames[scalar, default: []].append(reading)
        }
      case "compound":
        for name in TabSeparatedTable.values(characters) {
          compounds[name] = reading.split(separator: " ").map(String.init)
        }
      default: break
      }
    }
  }

  /// The reading of a character in a given name; `nil` when the table does not have it.
  func reading(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.value < places.count, case let place = places[Int(scalar.value)], place > 0 else {
      return nil
    }
    return syllables[Int(place)]
  }
}
