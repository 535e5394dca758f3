public import KGModel
internal import KGIngest
internal import KGRDF
internal import KGStore

/// One of several things that a name can mean, with what tells it apart from the others.
public struct NameCandidate: Hashable, Sendable {
  /// The node.
  public let node: Term
  /// As it is printed in a source.
  public let name: String
  /// A short text by which a question can name the thing: `#3k9f0ab`. It stays the same as long as the sources do.
  public let handle: String
  /// Where a person works, how many papers of which years there are, and which documents name the thing; empty where nothing
  /// is known.
  public let details: [String]

  /// The handle, the name and the details as one line.
  var text: String { ([handle, name] + details).joined(separator: "  ") }

  /// An object with the keys `node`, `name`, `handle` and `details`.
  var json: JSONValue {
    .object([
      ("node", .string(node.iri?.value ?? "")), ("name", .string(name)),
      ("handle", .string(handle)), ("details", .array(details.map { .string($0) })),
    ])
  }
}

extension Graph {
  /// What tells things of one name apart.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  func candidates(_ things: some Sequence<NamedThing>) throws -> [NameCandidate] {
    let sources = try store.sources().map {
      (key: SourceKey(path: $0.description.path), path: $0.description.path)
    }
    return try things.map { thing in
      NameCandidate(
        node: thing.node, name: thing.name, handle: GraphStore.handle(of: thing.node),
        details: try [
          organization(of: thing.node), works(of: thing.node),
          documents(naming: thing.node, among: sources),
        ].compactMap { $0 })
    }
  }

  /// Where a person works, or worked last.
  private func organization(of person: Term) throws -> String? {
    try text(
      """
      SELECT ?name {
        ?position org:member \(NTriplesWriter.text(person)) ; org:organization [ schema:name ?name ] .
        OPTIONAL { ?position schema:startDate ?start }
        OPTIONAL { ?position kg:end ?end }
        OPTIONAL { ?position kg:kind ?kind }
        FILTER (!BOUND(?kind) || ?kind != kg:Student && ?kind != kg:Service)
      } ORDER BY DESC(BOUND(?end) && ?end = kg:open) DESC(?start) ?name LIMIT 1
      """)
  }

  /// The number of a person's papers, and their years.
  private func works(of person: Term) throws -> String? {
    guard
      let count = try text(
        """
        SELECT (COUNT(DISTINCT ?work) AS ?count) { ?work schema:author \(NTriplesWriter.text(person)) }
        """), count != "0"
    else { return nil }
    let years = try ["MIN", "MAX"].compactMap { function in
      try text(
        """
        SELECT (\(function)(?date) AS ?year) {
          ?work schema:author \(NTriplesWriter.text(person)) ; schema:datePublished ?date }
        """)
    }.map { String($0.prefix(4)) }
    let papers = count == "1" ? "1 paper" : "\(count) papers"
    guard let first = years.first, let last = years.last else { return papers }
    return first == last ? "\(papers) of \(first)" : "\(papers) of \(first)–\(last)"
  }

  /// The documents whose nodes a thing has, by the keys in their IRIs; `nil` for a thing of an RDF source.
  private func documents(
    naming thing: Term, among sources: [(key: SourceKey, path: String)]
  ) throws -> String? {
    let nodes = try store.members(of: thing).compactMap { $0.iri?.value }
    let paths = sources.filter { source in nodes.contains { source.key.isKey(of: $0) } }.map(\.path)
    let shown = paths.prefix(Self.mostDocuments).joined(separator: ", ")
    let more = paths.count - Self.mostDocuments
    return paths.isEmpty ? nil : more > 0 ? "\(shown) and \(more) more" : shown
  }

  /// More documents tell nothing more apart.
  private static let mostDocuments = 2

  /// The first cell of the first row of a query.
  private func text(_ sparql: String) throws -> String? {
    guard case .solutions(let table) = try query(sparql) else { return nil }
    return table.rows.first?.first??.literal?.lexicalForm
  }
}
