internal import KGLexicon
public import KGModel

/// The names of things, as a store indexes them.
public protocol NameIndex {
  /// Things with a name whose folded form is one of these; empty when there are none.
  func names(withKeys keys: [String]) throws -> [NamedThing]
  /// Things with a name that contains the words of a text, the shortest names first; empty when there are none.
  func names(containing text: String) throws -> [NamedThing]
  /// Every name of the things of a type; empty when there are none.
  func names(ofType type: IRI) throws -> [NamedThing]
}

/// A thing with one of its names.
public struct NamedThing: Hashable, Sendable {
  /// The IRI or blank node of the thing.
  public let node: Term
  /// As it is printed in a source.
  public let name: String
  /// The classes of the thing, such as `schema:Person`; empty when none is stated.
  public let types: [IRI]

  /// - Parameter types: The classes of the thing.
  public init(node: Term, name: String, types: [IRI]) {
    self.node = node
    self.name = name
    self.types = types
  }
}

/// Finds the thing that a name in a question means.
package struct NameLookup {
  private let index: any NameIndex

  package init(index: any NameIndex) {
    self.index = index
  }

  /// What a name means in a graph.
  package enum Result: Hashable, Sendable {
    /// One thing, or several with the same name.
    case found([NamedThing])
    /// No thing has the name; the nearest names, if any.
    case unknown(near: [String])
  }

  /// The thing of a kind that a name means. Years and texts are not names.
  package func find(_ name: String, _ kind: Question.ParameterKind) throws -> Result {
    switch kind {
    case .person: return try person(name)
    case .organization:
      if let known = OrganizationAuthority.shared.match(name) {
        let node = Term.iri(NodeIRI.shared("organization", known.id))
        let named = try index.names(withKeys: known.allNames.map(foldedKey))
          .first { $0.node == node }
        if let named {
          return .found([
            NamedThing(node: node, name: known.allNames.first ?? name, types: named.types)
          ])
        }
      }
      return try thing(name, ofType: [Schema.organization])
    case .venue:
      if let known = VenueAuthority.shared.venue(named: name) {
        let node = Term.iri(NodeIRI.shared("venue", known.id))
        return .found([NamedThing(node: node, name: known.name, types: [])])
      }
      return try thing(name, ofType: [Schema.eventSeries, Schema.periodical])
    case .paper: return try thing(name, ofType: [Schema.scholarlyArticle])
    case .year, .text: return .unknown(near: [])
    }
  }

  /// The person with a name: as printed, with the family name first or last, in pinyin for Han characters or
  /// the reverse, without spaces, or with initials.
  package func person(_ text: String) throws -> Result {
    let same = try index.names(withKeys: [foldedKey(text)]).filter {
      $0.types.contains(Schema.person)
    }
    if !same.isEmpty { return .found(Self.distinct(same)) }
    let all = try index.names(ofType: Schema.person)
    for rule in Self.personRules {
      let found = all.filter { rule(text, $0.name) }
      if !found.isEmpty { return .found(Self.distinct(found)) }
    }
    return .unknown(near: Self.nearest(text, all))
  }

  /// The thing of a type with a name, or the one whose name begins with the text or contains it.
  package func thing(_ text: String, ofType types: [IRI]) throws -> Result {
    let key = foldedKey(text)
    let candidates = try (index.names(withKeys: [key]) + index.names(containing: text))
      .filter { !$0.types.filter(types.contains).isEmpty }
    let isBeginning = { (name: String) in
      name.hasPrefix(key + " ") || (key.containsHan && name.hasPrefix(key))
    }
    let isPart = { (name: String) in
      (" " + name + " ").contains(" " + key + " ") || (key.containsHan && name.contains(key))
    }
    // Titles begin with the name of a system, but names of organizations can also end with the text: “Michigan”
    // is in the names of several universities.
    let rules: [(String) -> Bool] =
      types == [Schema.scholarlyArticle]
      ? [{ $0 == key }, isBeginning, isPart] : [{ $0 == key }, isPart]
    for rule in rules {
      let found = candidates.filter { rule(foldedKey($0.name)) }
      if !found.isEmpty { return .found(Self.distinct(found)) }
    }
    var all: [NamedThing] = []
    for type in types { all += try index.names(ofType: type) }
    return .unknown(near: Self.nearest(text, all))
  }

  // MARK: Rules

  private static let personRules: [@Sendable (String, String) -> Bool] = [
    { sortedWords($0) == sortedWords($1) },
    { text, name in
      let joined = foldedKey(text)
      guard !joined.contains(" "), joined.count >= 4, !joined.containsHan else { return false }
      let words = foldedKey(name).split(separator: " ").map(String.init)
      return words.count > 1
        && (words.joined() == joined
          || ([words[words.count - 1]] + words.dropLast()).joined() == joined)
    },
    { text, name in
      text.isHanName ? Pinyin.spells(name, text) : name.isHanName && Pinyin.spells(text, name)
    },
    { isShortForm($0, of: $1) },
  ]

  private static func sortedWords(_ name: String) -> [Substring] {
    foldedKey(name).split(separator: " ").sorted()
  }

  private static func distinct(_ things: [NamedThing]) -> [NamedThing] {
    var seen: Set<Term> = []
    return things.filter { seen.insert($0.node).inserted }
  }

  // MARK: Near names

  private static func nearest(_ text: String, _ all: [NamedThing], limit: Int = 5) -> [String] {
    let key = Array(foldedKey(text))
    guard !key.isEmpty, key.count <= 200 else { return [] }
    let limitDistance = max(2, key.count / 3)
    var scored: [(name: String, distance: Int)] = []
    for name in Set(all.map(\.name)) {
      let candidate = Array(foldedKey(name).prefix(200))
      guard abs(candidate.count - key.count) <= limitDistance else { continue }
      let distance = editDistance(key, candidate)
      if distance <= limitDistance { scored.append((name, distance)) }
    }
    return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(
      \.name)
  }

  /// The number of characters to insert, delete or replace (Levenshtein distance).
  static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var previous = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        current.append(
          min(
            previous[column + 1] + 1, current[column] + 1,
            previous[column] + (character == other ? 0 : 1)))
      }
      previous = current
    }
    return previous[right.count]
  }
}
