internal import CNameTables

/// Surnames in Han characters and in Hangul; the table is `Data/surnames.tsv`.
package enum Surname {
  private static let table = TabSeparatedTable(kg_surnames()).rows

  private static let singles: Set<Unicode.Scalar> = Set(
    table.filter { $0.cell(0) == "single" }.flatMap { $0.cell(1).unicodeScalars })

  private static let compounds: Set<String> = Set(
    table.filter { $0.cell(0) == "compound" }.flatMap { TabSeparatedTable.values($0.cell(1)) })

  /// Whether a text of two to four Han characters begins with a surname, and so can be a person's name.
  /// A text of four characters must begin with a surname of two.
  package static func begins(_ name: String) -> Bool {
    let characters = Array(name.unicodeScalars)
    guard (2...4).contains(characters.count), characters.allSatisfy(\.isHan) else { return false }
    let head = String(String.UnicodeScalarView(characters.prefix(2)))
    if characters.count > 2, compounds.contains(head) { return true }
    return characters.count < 4 && singles.contains(characters[0])
  }

  /// The Chinese surnames.
  static var all: [String] { singles.map { String($0) } + compounds }

  private static func rows(_ kind: String) -> Set<String> {
    Set(table.filter { $0.cell(0) == kind }.flatMap { TabSeparatedTable.values($0.cell(1)) })
  }

  private static let korean = rows("korean")
  private static let japanese = rows("japanese")

  /// Whether a text can be a person's name in Hangul: two to four syllables that begin with a surname.
  package static func beginsKorean(_ name: String) -> Bool {
    let syllables = Array(name.unicodeScalars)
    guard (2...4).contains(syllables.count),
      syllables.allSatisfy({ (0xAC00...0xD7A3).contains($0.value) })
    else { return false }
    return (1...2).contains {
      $0 < syllables.count
        && korean.contains(String(String.UnicodeScalarView(syllables.prefix($0))))
    }
  }

  /// Whether a text begins with a Japanese surname, after which one to four characters of a given name follow, none of
  /// them katakana, with which words are written.
  package static func beginsJapanese(_ name: String) -> Bool {
    let characters = Array(name.unicodeScalars)
    guard !characters.contains(where: { (0x30A0...0x30FF).contains($0.value) }) else {
      return false
    }
    return (1...3).contains { length in
      (length + 1...length + 4).contains(characters.count)
        && japanese.contains(String(String.UnicodeScalarView(characters.prefix(length))))
    }
  }

  /// Whether a text as a whole is a surname of Chinese, Japanese or Korean.
  package static func isFamilyName(_ text: String) -> Bool {
    if japanese.contains(text) || korean.contains(text) || compounds.contains(text) { return true }
    let characters = text.unicodeScalars
    return characters.count == 1 && characters.first.map(singles.contains) == true
  }

  /// Whether a character is a surname.
  package static func isSingle(_ character: Unicode.Scalar) -> Bool { singles.contains(character) }

  /// Whether a text is a surname of two characters.
  package static func isCompound(_ text: String) -> Bool { compounds.contains(text) }
}
