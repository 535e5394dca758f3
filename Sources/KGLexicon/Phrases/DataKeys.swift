internal import KGModel
internal import KGText

/// The keys of data files by the fields that they name, as `data-keys.tsv` lists them.
///
///     keys.certainty(of: "date_range")[.date]  // 0.5
///     keys.certainty(of: "org_link")[.organization]  // a part of it: its words name a field
package struct DataKeys: Sendable {
  /// The keys of a field, those first that win where an entry has several.
  package let keys: [DataField: [String]]
  private let certainties: [String: [DataField: Double]]
  private let languages: Set<String>
  /// Keys of whether a period goes on: `current: true`.
  package let current: [String]
  private let open: Set<String>

  /// A key of which only a word names a field is half as certain.
  private static let shareOfWord = 0.5

  init(_ rows: [[String]]) {
    var keys: [DataField: [String]] = [:]
    var certainties: [String: [DataField: Double]] = [:]
    var others: [String: [String]] = [:]
    for row in rows where row.count > 3 {
      let folded = TabSeparatedTable.values(row[3]).map(DataNode.folded)
      guard let field = DataField(rawValue: row[0]) else {
        others[row[0], default: []] += folded
        continue
      }
      keys[field, default: []] += folded
      for key in folded {
        certainties[key, default: [:]][field] = max(
          certainties[key]?[field] ?? 0, Double(row[1]) ?? 0)
      }
    }
    self.keys = keys
    self.certainties = certainties
    languages = Set(others["language"] ?? [])
    current = others["current"] ?? []
    open = Set(others["since"] ?? [])
  }

  /// How certainly a key names each field, from 0 to 1; empty for a key that names none.
  ///
  /// The language that a key ends with does not count; where the rest of it is not listed, its words do.
  package func certainty(of key: String) -> [DataField: Double] {
    if let whole = certainties[DataNode.folded(key)] { return whole }
    var words = Self.words(of: key)
    while words.count > 1, let last = words.last,
      languages.contains(last) || last.allSatisfy(\.isNumber)
    {
      words.removeLast()
    }
    if let whole = certainties[words.joined()] { return whole }
    guard words.count > 1 else { return [:] }
    var found: [DataField: Double] = [:]
    for word in [words[0], words[words.count - 1]] {
      for (field, certainty) in certainties[word] ?? [:] {
        found[field] = max(found[field] ?? 0, certainty * Self.shareOfWord)
      }
    }
    return found
  }

  /// Whether a whole key certainly names a field, and so is not the title of a section.
  package func isListed(_ key: String) -> Bool {
    certainties[DataNode.folded(key)]?.values.contains { $0 >= 1 } ?? false
  }

  /// Whether a key is only the name of a language: `zh`.
  package func isLanguage(_ key: String) -> Bool { languages.contains(DataNode.folded(key)) }

  /// Whether a key of a start says that the period goes on: `since`.
  package func isOpenStart(_ key: String) -> Bool { open.contains(DataNode.folded(key)) }

  /// The words of a key in lower case: `startDate`, `start_date` and `start-date` have the same two.
  static func words(of key: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    var wasNumber = false
    for character in key {
      let isSeparator = !character.isLetter && !character.isNumber
      let isSeam =
        wasLower && character.isUppercase || !word.isEmpty && character.isNumber != wasNumber
      if isSeparator || isSeam {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if !isSeparator { word += character.lowercased() }
      wasLower = character.isLowercase
      wasNumber = character.isNumber
    }
    return word.isEmpty ? words : words + [word]
  }
}
