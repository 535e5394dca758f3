internal import Foundation
public import KGStore

/// A knowledge graph in one SQLite file: it ingests sources, decides which names mean one person, and answers questions.
///
///     let graph = try Graph(path: "kg.sqlite")
///     let answer = try graph.ask("coauthors of Fengwei Yu")
///     for row in answer.table.rows { … }
public final class Graph: Sendable {
  /// The store that holds the graph.
  package let store: GraphStore

  /// The file, or `:memory:`.
  public var path: String { store.path }

  /// Opens a file; `.create` makes it and its folder when they do not exist.
  ///
  /// - Throws: ``StoreError`` when the file cannot be opened as a graph.
  public init(path: String, access: GraphStore.Access = .readOnly) throws(StoreError) {
    store = try GraphStore(path: path, access: access)
  }

  /// Makes an empty graph in memory, which exists as long as this value.
  public init(inMemory: ()) throws(StoreError) {
    store = try GraphStore.inMemory()
  }

  /// Closes the file before this value is released. Every later call throws.
  public func close() throws(StoreError) { try store.close() }
}
