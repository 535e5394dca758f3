import KGModel
import KGQuery

/// Names in memory.
struct SmallNameIndex: NameIndex {
  private let things: [NamedThing]

  init(people: [String] = [], organizations: [String] = [], papers: [String] = []) {
    func named(_ names: [String], _ type: IRI) -> [NamedThing] {
      names.map { NamedThing(node: .iri("http://e/" + $0), name: $0, types: [type]) }
    }
    things =
      named(people, Schema.person) + named(organizations, Schema.organization)
      + named(papers, Schema.scholarlyArticle)
  }

  func names(withKeys keys: [String]) -> [NamedThing] {
    things.filter { keys.contains(foldedKey($0.name)) }
  }

  func names(containing text: String) -> [NamedThing] {
    things.filter { foldedKey($0.name).contains(foldedKey(text)) }
  }

  func names(withWords words: [NameWord]) -> [NamedThing] {
    things.filter { thing in
      let own = foldedKey(thing.name).split(separator: " ")
      return words.allSatisfy { word in
        own.contains { own in
          switch word {
          case .whole(let text): own == text
          case .beginning(let text): own.hasPrefix(text)
          }
        }
      }
    }
  }

  func names(ofType type: IRI) -> [NamedThing] { things.filter { $0.types.contains(type) } }
}
