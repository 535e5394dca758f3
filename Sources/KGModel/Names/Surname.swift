/// Surnames in Han characters; the table is `Data/surnames.tsv`.
package enum Surname {
  private static let table = TabSeparatedTable(PackageResources.surnames_tsv).rows

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

  /// Whether a character is a surname.
  package static func isSingle(_ character: Unicode.Scalar) -> Bool { singles.contains(character) }

  /// Whether a text is a surname of two characters.
  package static func isCompound(_ text: String) -> Bool { compounds.contains(text) }
}
