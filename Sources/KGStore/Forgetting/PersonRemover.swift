internal import KGModel
internal import KGRDF

/// Removes people within a transaction: every statement about them, the words of receipts that name them, and what people
/// said of their identity. Their works keep the other authors, and say that a name was removed.
struct PersonRemover {
  private let database: Database
  private let dictionary: TermDictionary
  private let namePredicates: Set<Int64>
  /// From a work to a person.
  private let contributions: Set<Int64>
  private let member: Int64?
  private let mainEntity: Int64?
  private let type: Int64?
  private let person: Int64?

  init(_ database: Database) throws {
    self.database = database
    let dictionary = TermDictionary(database)
    self.dictionary = dictionary
    func id(_ iri: IRI) throws -> Int64? { try dictionary.id(of: .iri(iri))?.rawValue }
    namePredicates = try NameTable.predicateIDs(database)
    contributions = try Set(
      [Schema.author, Schema.creator, Schema.contributor].compactMap(id))
    member = try id(Org.member)
    mainEntity = try id(Schema.mainEntity)
    type = try id(RDF.type)
    person = try id(Schema.person)
  }

  /// Removes nodes of people, with the documents that are about them, and keeps both out from now on.
  ///
  /// - Returns: The paths of the documents about them, which are removed as a whole.
  func forget(_ nodes: Set<Int64>) throws -> [String] {
    guard let forgotten = try ForgottenPeople.starting(database) else { return [] }
    let iris = try nodes.compactMap { try dictionary.term(TermID(rawValue: $0))?.iri }
    for iri in iris {
      try forgotten.add(node: iri)
      try database.execute(
        "DELETE FROM judgement WHERE first = ?1 OR second = ?1", [iri.value])
    }
    let traces = try traces(of: nodes, where: "1")
    var paths: [String] = []
    for source in traces.ownSources.sorted() {
      let own = try database.firstRow(
        "SELECT path, fingerprint FROM source WHERE id = ?", [source]
      ) { ($0.text(0), $0.text(1)) }
      guard let own else { continue }
      paths.append(own.0)
      try forgotten.add(fingerprint: own.1)
      try SourceRemover(database).remove(source)
    }
    try remove(traces)
    return paths.sorted()
  }

  /// Removes from a new source the people whom the store was told to forget.
  ///
  /// - Returns: The number of their nodes.
  /// - Throws: ``StoreError/forgotten`` when the source is about one of them.
  func removeForgotten(ofSource source: Int64, fingerprint: String) throws -> Int {
    guard let forgotten = try ForgottenPeople(database) else { return 0 }
    if try forgotten.contains(fingerprint: fingerprint) { throw StoreError.forgotten }
    var candidates: Set<Int64> = []
    try StatementBlocks(database).forEach(ofSource: source) { _, quad, _ in
      if quad.p == type, quad.o == person { candidates.insert(quad.s) }
      if contributions.contains(quad.p) { candidates.insert(quad.o) }
    }
    let nodes = try candidates.filter { node in
      try dictionary.term(TermID(rawValue: node))?.iri.map(forgotten.contains(node:)) ?? false
    }
    guard !nodes.isEmpty else { return 0 }
    let traces = try traces(of: nodes, where: "f.id = \(source)")
    if !traces.ownSources.isEmpty { throw StoreError.forgotten }
    try remove(traces)
    return nodes.count
  }

  // MARK: Traces

  /// What sources say of people.
  private struct Traces {
    /// The people and their memberships.
    var nodes: Set<Int64>
    /// Their names, as numbers of literals.
    var names: Set<Int64> = []
    /// The sources about them, and the others that name them.
    var ownSources: Set<Int64> = []
    var sources: Set<Int64> = []
  }

  private func traces(of people: Set<Int64>, where condition: String) throws -> Traces {
    var traces = Traces(nodes: people)
    try StatementBlocks(database).forEach(where: condition) { source, quad, _ in
      guard people.contains(quad.s) || people.contains(quad.o) else { return }
      traces.sources.insert(source)
      if namePredicates.contains(quad.p) { traces.names.insert(quad.o) }
      if quad.p == member { traces.nodes.insert(quad.s) }
      if quad.p == mainEntity { traces.ownSources.insert(source) }
    }
    traces.sources.subtract(traces.ownSources)
    return traces
  }

  private func remove(_ traces: Traces) throws {
    let names = try traces.names.compactMap {
      try dictionary.term(TermID(rawValue: $0))?.literal?.lexicalForm
    }
    var terms: Set<Int64> = []
    var predicates: Set<Int64> = []
    for source in traces.sources.sorted() {
      let removed = try removeStatements(about: traces.nodes, of: source)
      for quad in removed.statements.keys {
        terms.formUnion([quad.s, quad.p, quad.o, quad.g])
        predicates.insert(quad.p)
      }
      try EntityIndex(database).remove(removed.statements)
      try removeReceipts(of: removed.statements.keys, source)
      try mark(removed.works, in: source, removedCount: removed.statements.values.reduce(0, +))
    }
    for name in names where name.count >= Self.shortestName {
      try database.execute(
        "UPDATE receipt SET words = REPLACE(words, ?1, '\(Self.blank)') WHERE INSTR(words, ?1) > 0",
        [name])
    }
    try NameTable(database).removeUnused(traces.names.sorted())
    try UnusedTerms(database).removePredicates(among: predicates)
    try UnusedTerms(database).remove(among: terms.union(traces.nodes))
  }

  /// What stands for a name in the words of a receipt.
  private static let blank = "…"
  /// Characters. A shorter name is also part of other words.
  private static let shortestName = 2

  /// Removes the statements about nodes from the blocks of a source.
  ///
  /// - Returns: How often each was asserted, and the works whose authors they were.
  private func removeStatements(
    about nodes: Set<Int64>, of source: Int64
  ) throws -> (statements: [QuadIDs: Int64], works: Set<Int64>) {
    var statements: [QuadIDs: Int64] = [:]
    var works: Set<Int64> = []
    try StatementBlocks(database).rewrite(ofSource: source) { quad in
      guard nodes.contains(quad.s) || nodes.contains(quad.o) else { return true }
      statements[quad, default: 0] += 1
      if contributions.contains(quad.p) { works.insert(quad.s) }
      return false
    }
    return (statements, works)
  }

  private func removeReceipts(of statements: some Sequence<QuadIDs>, _ source: Int64) throws {
    let delete = try PreparedStatement(
      kept: "DELETE FROM receipt WHERE source = ? AND s = ? AND p = ? AND o = ?", by: database)
    for quad in statements {
      for (place, value) in [source, quad.s, quad.p, quad.o].enumerated() {
        delete.bind(value, at: place + 1)
      }
      try delete.run()
    }
  }

  /// Says of works that a name was removed, so that their author lists are not complete any more.
  private func mark(_ works: Set<Int64>, in source: Int64, removedCount: Int64) throws {
    let lines = try works.sorted().compactMap { work -> String? in
      guard let term = try dictionary.term(TermID(rawValue: work)) else { return nil }
      let node = BlankNodeScope.withoutMark(term)
      return [KG.nameRemoved: true, KG.authorListComplete: false].sorted { $0.key < $1.key }
        .map { NTriplesWriter.line(Triple(node, $0.key, .boolean($0.value))) + "\n" }
        .joined()
    }
    let path = try database.text("SELECT path FROM source WHERE id = ?", [source])
    let last = try database.integer(
      "SELECT MAX(number) FROM statement_block WHERE source = ?", [source])
    let loader = try SourceLoader(
      database, source: source, path: path ?? "", firstBlock: (last ?? -1) + 1)
    let chunk = try NQuadsChunk(OwnedBytes(Array(lines.joined().utf8)), hasGraphs: false)
    // They are not on a line of the document.
    try loader.add(chunk, firstLine: 1)
    _ = try loader.finish()
    try database.execute(
      "UPDATE source SET statement_count = statement_count + ? WHERE id = ?",
      [Int64(loader.statementCount) - removedCount, source])
  }
}
