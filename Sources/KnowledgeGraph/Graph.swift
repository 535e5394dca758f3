internal import Foundation
internal import KGModel
public import KGQuery
internal import KGSPARQL
public import KGStore

/// A knowledge graph in one file: what sources said, who is who, and the answers.
///
///     let graph = try Graph(path: "kg.sqlite")
///     let answer = try graph.ask("coauthors of Fengwei Yu")
///     for row in answer.table.rows { … }
public final class Graph: Sendable {
  package let store: GraphStore

  /// The file, or `:memory:`.
  public var path: String { store.path }

  /// - Throws: ``StoreError`` when the file cannot be opened as a graph.
  public init(path: String, access: GraphStore.Access = .readOnly) throws(StoreError) {
    store = try GraphStore(path: path, access: access)
  }

  /// A graph that lives as long as this value.
  public init(inMemory: ()) throws(StoreError) {
    store = try GraphStore.inMemory()
  }

  /// Runs a SPARQL query; the prefixes of the vocabulary are declared.
  ///
  /// - Throws: ``SPARQLSyntaxError`` at its place in the text, ``QueryError``, or ``StoreError``.
  public func query(_ sparql: String) throws -> QueryResult {
    let query = try Self.logged("parse", { "\($0.variables.count) columns" }) {
      try Self.parse(sparql)
    }
    return try Self.logged("evaluate", { $0.isEmpty ? "nothing" : "an answer" }) {
      try Evaluator(source: store).evaluate(query)
    }
  }

  /// - Throws: ``SPARQLSyntaxError`` at its place in the text.
  public static func checkSyntax(_ sparql: String) throws(SPARQLSyntaxError) {
    _ = try parse(sparql)
  }

  /// How a query is carried out, for people who tune it.
  public func explain(_ sparql: String) throws -> String {
    try store.explain(Self.parse(sparql).algebra)
  }

  private static func parse(_ sparql: String) throws(SPARQLSyntaxError) -> Query {
    try SPARQLParser(prefixes: standardPrefixes).parse(sparql)
  }
}
