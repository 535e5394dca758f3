internal import KGLexicon
public import KGModel

/// The names of things, as a store indexes them.
public protocol NameIndex {
  /// Things with a name whose folded form is one of these; empty when there are none.
  func names(withKeys keys: [String]) throws -> [NamedThing]
  /// Things with a name that contains the words of a text, the shortest names first; empty when there are none.
  func names(containing text: String) throws -> [NamedThing]
  /// Things with a name that contains all of these words; empty when there are none.
  func names(withWords words: [NameWord]) throws -> [NamedThing]
  /// Every name of the things of a type; empty when there are none.
  func names(ofType type: IRI) throws -> [NamedThing]
}

/// A word of a name, folded.
public enum NameWord: Hashable, Sendable {
  /// The whole word.
  case whole(String)
  /// A word that begins so.
  case beginning(String)
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

  /// The person with a name: as printed, else in the form that agrees best: divided or ordered in another way, in another
  /// script, with words left out or initials, with a familiar given name. Several people when a form is that of several.
  package func person(_ text: String) throws -> Result {
    let same = try index.names(withKeys: [foldedKey(text)]).filter {
      $0.types.contains(Schema.person)
    }
    if !same.isEmpty { return .found(Self.distinct(same)) }
    let name = PersonName(text)
    var candidates: [NamedThing] = []
    for words in Self.words(of: name) { candidates += try index.names(withWords: words) }
    let found = Self.best(
      of: candidates.filter { $0.types.contains(Schema.person) }, agreeingWith: name)
    if !found.isEmpty { return .found(found) }
    let all = try index.names(ofType: Schema.person)
    // Words find neither a Han name by its pinyin nor one in which the words are joined.
    let joined = all.filter { Self.isJoined(text, $0.name) }
    if !joined.isEmpty { return .found(Self.distinct(joined)) }
    let spelled = Self.best(of: all.filter { $0.name.containsHan }, agreeingWith: name)
    return spelled.isEmpty ? .unknown(near: Self.nearest(text, all)) : .found(spelled)
  }

  /// The words that names have which may agree with a name: a family name and how a given name begins, or the reverse.
  private static func words(of name: PersonName) -> [[NameWord]] {
    name.blockingKeys.sorted().compactMap { key in
      let parts = key.split(separator: " ").map(String.init)
      guard parts.count == 2 else { return nil }
      return parts[0].count == 1
        ? [.beginning(parts[0]), .whole(parts[1])] : [.whole(parts[0]), .beginning(parts[1])]
    }
  }

  /// Those things whose names agree best with a name; empty when none agrees.
  private static func best(
    of things: [NamedThing], agreeingWith name: PersonName
  ) -> [NamedThing] {
    let agreements = distinct(things).map { thing in
      let printed = PersonName(thing.name)
      let agreement = printed.compatibility(with: name)
      // “W. Tarn” may be anybody, not only Wei Tarn who is asked for.
      let isVague = agreement == .initials && printed.hasInitial && !name.hasInitial
      return (thing, isVague ? .unknown : agreement)
    }
    // A typing error may mean somebody else: it is answered with the near names.
    guard let most = agreements.map(\.1).max(), most > .variant else { return [] }
    return distinct(agreements.filter { $0.1 == most }.map(\.0))
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

  /// Whether a text is a name written as one word: “fengweiyu”, “yufengwei”.
  private static func isJoined(_ text: String, _ name: String) -> Bool {
    let joined = foldedKey(text)
    guard !joined.contains(" "), joined.count >= shortestJoined, !joined.containsHan else {
      return false
    }
    let words = foldedKey(name).split(separator: " ").map(String.init)
    return words.count > 1
      && (words.joined() == joined
        || ([words[words.count - 1]] + words.dropLast()).joined() == joined)
  }

  /// Characters of a name that is written as one word. Shorter ones are words of other names.
  private static let shortestJoined = 4

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
