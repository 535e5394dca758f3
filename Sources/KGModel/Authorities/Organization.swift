internal import Synchronization

/// An organization of the authority table.
public struct Organization: Hashable, Sendable {
  public let id: String
  /// Names in Latin script, the preferred one first.
  public let englishNames: [String]
  public let chineseNames: [String]
  /// Acronyms and short names, such as `BUAA` and 北航.
  public let shortNames: [String]
  public let parents: [String]

  public var allNames: [String] { englishNames + chineseNames + shortNames }
}

/// The organizations that `kg` knows by name, read once from `Data/organizations.tsv`.
public struct OrganizationAuthority: Sendable {
  public static let shared = OrganizationAuthority()

  private let byID: [String: Organization]
  private let byKey: [String: Organization]
  private let longestKey: Int
  /// Hashes of the first words of all names: a text that begins with none of them is no name.
  @usableFromInline let firstWords: Set<UInt64>
  /// A longer text is no name of an organization.
  private let maximumWords = 32

  init() {
    var byID: [String: Organization] = [:]
    var byKey: [String: Organization] = [:]
    for row in TabSeparatedTable(PackageResources.organizations_tsv).rows where row.count >= 5 {
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
    firstWords = Set(byKey.keys.map { Self.hash($0.unicodeScalars.prefix { $0 != " " }) })
    longestKey = byKey.keys.map { $0.split(separator: " ").count }.max() ?? 1
  }

  public func organization(withID id: String) -> Organization? { byID[id] }

  /// The organization that a text names, when all of the text is names of one organization and of
  /// those above it, joined by words that say nothing (`of`, `Group`, `(U.S.)`).
  ///
  ///     match("DAMO Academy of Alibaba Group (U.S.)")?.id   // "damo-academy"
  ///     match("SenseTime 商汤科技")?.id                      // "sensetime"
  ///     match("Zhejiang Lab of Ice Cream")                   // nil
  public func match(_ text: String) -> Organization? {
    if let known = cache.value(of: text) { return known }
    let found = uncachedMatch(text)
    cache.insert(found, of: text)
    return found
  }

  /// What texts were asked for before: the rules ask for one text many times.
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
    guard (1...maximumWords).contains(words.count), let found = segment(words[...]),
      let first = found.first
    else { return nil }
    let deepest = found.dropFirst().reduce(first) { deepest, other in
      isPart(other, of: deepest) ? other : deepest
    }
    return found.allSatisfy { $0 == deepest || isPart(deepest, of: $0) } ? deepest : nil
  }

  /// Whether a name of the table may begin with this word, or character of Han; asked of nearly every word.
  @inlinable
  package func mayBegin(with word: some Collection<Unicode.Scalar>) -> Bool {
    guard word.allSatisfy({ $0.isASCII || $0.isHan }) else {
      return mayBegin(withKeyOf: String(String.UnicodeScalarView(word)))
    }
    return firstWords.contains(Self.hash(word))
  }

  @usableFromInline
  func mayBegin(withKeyOf word: String) -> Bool {
    let first = Self.separatingHan(foldedKey(word)).unicodeScalars.prefix { $0 != " " }
    return firstWords.contains(Self.hash(first))
  }

  /// FNV-1a of the characters, capitals as small letters. Two words with one hash cost a look-up in vain.
  @inlinable
  static func hash(_ word: some Collection<Unicode.Scalar>) -> UInt64 {
    word.reduce(0xcbf2_9ce4_8422_2325) { hash, scalar in
      let isCapital = scalar.value &- 0x41 < 26
      return (hash ^ UInt64(isCapital ? scalar.value | 0x20 : scalar.value)) &* 0x100_0000_01b3
    }
  }

  /// Whether `part` is the whole itself or below it, at any depth.
  public func isPart(_ part: Organization, of whole: Organization) -> Bool {
    wholes(of: part).contains(whole.id)
  }

  /// The organization and everything that it is a part of, at any depth.
  public func wholes(of part: Organization) -> Set<String> {
    var seen: Set<String> = []
    var pending = [part.id]
    while let id = pending.popLast() {
      if seen.insert(id).inserted { pending += byID[id]?.parents ?? [] }
    }
    return seen
  }

  /// Splits the words into known names, longest first; `nil` when a word remains that means something.
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

  /// Han characters become words of their own, so that a name in two scripts splits between them.
  private static func separatingHan(_ key: String) -> String {
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
