package import KGModel

extension GraphStore {
  /// Removes people from every source, and keeps them out when a source is read again. ``compact(thoroughly:)`` then removes
  /// what is left in free pages.
  ///
  /// - Parameter nodes: Nodes of one person.
  /// - Returns: The paths of the documents about the person, which are removed as a whole.
  package func forget(people nodes: [Term]) throws(StoreError) -> [String] {
    try change { database in
      let dictionary = TermDictionary(database)
      let ids = try nodes.compactMap { try dictionary.id(of: $0)?.rawValue }
      return try PersonRemover(database).forget(Set(ids))
    }
  }
}
