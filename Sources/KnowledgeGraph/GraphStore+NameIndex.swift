public import KGModel
public import KGQuery
public import KGStore

/// Names in questions are looked up in the store.
extension GraphStore: NameIndex {
  /// The things with a name whose folded form is one of the keys; empty when there are none.
  public func names(withKeys keys: [String]) throws -> [NamedThing] {
    let hits: [NameHit] = try names(withKeys: keys)
    return hits.map { NamedThing(node: $0.entity, name: $0.name, types: $0.types) }
  }

  /// At most 200 things with a name that contains the words of the text, the shortest names first.
  public func names(containing text: String) throws -> [NamedThing] {
    try names(containing: text, limit: 200).map {
      NamedThing(node: $0.entity, name: $0.name, types: $0.types)
    }
  }

  /// The things with a name that has all of the words; empty when there are none.
  public func names(withWords words: [NameWord]) throws -> [NamedThing] {
    let hits: [NameHit] = try names(
      withWords: words.map { word in
        switch word {
        case .whole(let text): (text, isWhole: true)
        case .beginning(let text): (text, isWhole: false)
        }
      })
    return hits.map { NamedThing(node: $0.entity, name: $0.name, types: $0.types) }
  }

  /// Every name of every thing of the type.
  public func names(ofType type: IRI) throws -> [NamedThing] {
    let pairs: [(Term, String)] = try names(ofType: type)
    return pairs.map { NamedThing(node: $0.0, name: $0.1, types: [type]) }
  }
}
