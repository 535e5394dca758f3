internal import CLexiconTables
internal import KGModel
package import KGText
internal import Synchronization

/// An organization of the authority table.
package struct Organization: Hashable, Sendable {
  /// The key of the table row, such as `damo-academy`.
  package let id: String
  /// Names in Latin script, the preferred one first.
  let englishNames: [String]
  /// Names in Chinese characters, the preferred one first.
  let chineseNames: [String]
  /// Acronyms and short names, such as `BUAA` and 北航.
  let shortNames: [String]
  /// Ids of the organizations that it is directly a part of; empty for an independent one.
  package let parents: [String]

  /// Every name in the table: English, Chinese, then short names.
  package var allNames: [String] { englishNames + chineseNames + shortNames }
}

/// The organizations that `kg` knows by name, read once from `Data/organizations.tsv`.
package struct OrganizationAuthority: Sendable {
  /// The table that is built into the program.
  package static let shared = OrganizationAuthority()

  private let byID: [String: Organization]
  private let byKey: [String: Organization]
  private let longestKey: Int
  private let filter: OrganizationNameFilter
  /// Longer texts are not looked up: no organization has so long a name.
  private static let maximumWords = 32

  init() {
    var byID: [String: Organization] = [:]
    var byKey: [String: Organization] = [:]
    for row in TabSeparatedTable(kg_organizations()).rows where row.count >= 5 {
      let organization = Organization(
        id: row[0], englishNames: TabSeparatedTable.values(row[1]),
        chineseNames: TabSeparatedTable.values(row[2]),
        shortNames: TabSeparatedTable.values(row[3]), parents: TabSeparatedTable.values(row[4]))
      byID[organization.id] = organization
      for name in organization.allNames {
        let key = Self.separatingHan(foldedKey(name))
        if byKey[key] == nil { byKey[key] = organization }
      }
    }
    self.byID = byID
    self.byKey = byKey
    filter = OrganizationNameFilter(
      byKey.keys, fillers: Self.fillerWords, maximumWords: Self.maximumWords)
    longestKey = byKey.keys.map { $0.utf8.count { $0 == UInt8(ascii: " ") } + 1 }.max() ?? 1
  }

  /// - Returns: `nil` when the table has no row with this id.
  package func organization(withID id: String) -> Organization? { byID[id] }

  /// The organization that a text names. The whole text must consist of names of one organization and
  /// of its parents, joined by filler words (`of`, `Group`, `(U.S.)`).
  ///
  ///     match("DAMO Academy of Alibaba Group (U.S.)")?.id   // "damo-academy"
  ///     match("SenseTime 商汤科技")?.id                      // "sensetime"
  ///     match("Zhejiang Lab of Ice Cream")                   // nil
  ///
  /// - Returns: `nil` when a part of the text is not a known name, or when it names two organizations
  ///   of which neither is a part of the other.
  package func match(_ text: String) -> Organization? {
    if let known = cache.value(of: text) { return known }
    let found = uncachedMatch(text)
    cache.insert(found, of: text)
    return found
  }

  /// The organization that a part of a document names; see ``match(_:)-(String)``.
  package func match(_ span: Span) -> Organization? {
    filter.mayMatch(span) ? match(span.string) : nil
  }

  /// Results of earlier calls: the extraction rules look up the same text many times.
  private let cache = MatchCache()

  private final class MatchCache: Sendable {
    private let values = Mutex<[String: Organization?]>([:])
    private static let maximumCount = 20_000

    func value(of text: String) -> Organization?? { values.withLock { $0[text] } }

    func insert(_ found: Organization?, of text: String) {
      values.withLock { values in
        if values.count >= Self.maximumCount { values.removeAll(keepingCapacity: true) }
        values[text] = .some(found)
      }
    }
  }

  private func uncachedMatch(_ text: String) -> Organization? {
    let words = Self.separatingHan(foldedKey(text)).split(separator: " ").map(String.init)
    guard (1...Self.maximumWords).contains(words.count), let found = segment(words[...]),
      let first = found.first
    else { return nil }
    let deepest = found.dropFirst().reduce(first) { deepest, other in
      isPart(other, of: deepest) ? other : deepest
    }
    return found.allSatisfy { $0 == deepest || isPart(deepest, of: $0) } ? deepest : nil
  }

  /// Whether a name may begin anywhere in a text. A fast filter: most texts have no word of a name.
  func mayOccur(in span: Span) -> Bool {
    span.contains("'") || filter.mayOccur(in: span)
  }

  /// At which words of a text names of the table may begin. A fast filter: it is called for nearly every line of
  /// a document.
  func mayBegin(at words: [Span], in span: Span) -> [Bool] {
    // Where an apostrophe joins or separates words (“Xi'an”), those of the key are others.
    if !span.contains("'"), let keys = span.keyWordHashes(atMost: words.count + 1),
      keys.count == words.count
    {
      return keys.indices.map { filter.mayBegin(with: keys[$0...]) }
    }
    return words.map { word in
      mayBegin(with: word) || word.upper < span.upper && span.text.folded[word.upper] == "'"
    }
  }

  private func mayBegin(with word: Span) -> Bool {
    var isFirstWord = false
    let isSimple = word.eachKeyWord { hash in
      isFirstWord = filter.mayBegin(with: hash)
      return false
    }
    return isSimple ? isFirstWord : mayBegin(withKeyOf: word.string)
  }

  private func mayBegin(withKeyOf word: String) -> Bool {
    let first = Self.separatingHan(foldedKey(word)).unicodeScalars.prefix { $0 != " " }
    return filter.mayBegin(with: CharacterHash(first).value)
  }

  /// Whether `part` equals `whole` or is a part of it at any depth.
  package func isPart(_ part: Organization, of whole: Organization) -> Bool {
    wholes(of: part).contains(whole.id)
  }

  /// The ids of the organization and of all its parents, at any depth.
  package func wholes(of part: Organization) -> Set<String> {
    var seen: Set<String> = []
    var pending = [part.id]
    while let id = pending.popLast() {
      if seen.insert(id).inserted { pending += byID[id]?.parents ?? [] }
    }
    return seen
  }

  /// Splits the words into known names, longest first, and skips filler words; `nil` when another word
  /// remains.
  private func segment(_ words: ArraySlice<String>) -> [Organization]? {
    guard let first = words.first else { return [] }
    for length in stride(from: min(longestKey, words.count), through: 1, by: -1) {
      let key = words.prefix(length).joined(separator: " ")
      if let organization = byKey[key], let rest = segment(words.dropFirst(length)) {
        return [organization] + rest
      }
    }
    return Self.fillerWords.contains(first) ? segment(words.dropFirst()) : nil
  }

  /// Puts a space around each Han character, so that a name in two scripts can be split between them.
  private static func separatingHan(_ key: String) -> String {
    guard key.containsHan else { return key }
    var result = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      if scalar.isHan { result.append(" ") }
      result.append(scalar)
      if scalar.isHan { result.append(" ") }
    }
    return String(result).split(separator: " ").joined(separator: " ")
  }

  private static let fillerWords: Set<String> = [
    "of", "at", "the", "group", "inc", "ltd", "co", "corp", "corporation", "company", "limited",
    "llc",
    "u", "s", "us", "usa", "china", "uk", "公", "司", "有", "限", "集", "团",
  ]
}
