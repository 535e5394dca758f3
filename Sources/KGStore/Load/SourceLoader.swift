internal import Foundation
internal import KGModel
internal import KGRDF

/// Loads the statements of a source into the store, within the caller's transaction: terms get ids as chunks
/// arrive; triples are collected, sorted, and inserted in the order of each index.
///
/// Memory is bounded: when triples and terms exceed the budget they are inserted, or sorted into files, and
/// the load continues with an empty dictionary, looking terms up in the store.
final class SourceLoader {
  private let database: Database
  private let source: Int64
  private let scope: [UInt8]
  /// The memory for triples and terms, in bytes.
  private let budget: Int
  /// Builds the indexes of triples as pages; `nil` when rows are inserted.
  private let builder: TreeBuilder?
  private let stored: TermDictionary
  private let insertTerm: PreparedStatement
  private let insertBlock: PreparedStatement

  private var dictionary = LoadDictionary()
  /// The statements of the default graph.
  private var triples = CodeTriples()
  /// Codes of subject, predicate, object and graph in named graphs.
  private var quads: [UInt32] = []
  /// By code: whether the term is a name, and whether it is a predicate whose objects are names.
  private var isName: [Bool] = []
  private var isNamePredicate: [Bool] = []
  private var nextRow: Int64
  private var nextPredicate: Int64
  /// The first ids that the current dictionary has assigned to new terms.
  private var firstNew: (row: Int64, predicate: Int64)
  /// Whether a term that is not in the dictionary can be in the store.
  private var storeHasTerms: Bool
  /// A filter of all terms in the store, if this load has added all of them; `nil` otherwise.
  private var storedTerms: TermBloomFilter?
  private var storeHasTriples: Bool
  /// The predicates of triples that have left memory.
  private var spilledPredicates: Set<Int64> = []

  private var blockCount: Int64

  /// Statements of the source, repetitions included.
  private(set) var statementCount = 0

  /// - Parameters:
  ///   - folder: Where to build the indexes as pages outside of the store, which must be empty; `nil` to insert
  ///     rows.
  ///   - firstBlock: The number of the first block of statements: how many the source has already.
  ///   - memory: The memory for triples and terms, in bytes.
  init(
    _ database: Database, source: Int64, path: String, buildingIn folder: String? = nil,
    firstBlock: Int64 = 0, memory: Int = 768 << 20
  ) throws {
    blockCount = firstBlock
    self.database = database
    self.source = source
    budget = memory
    builder = folder.map(TreeBuilder.init)
    scope = Array("_:\(BlankNodeScope.mark(path: path))".utf8)
    stored = TermDictionary(database)
    insertTerm = try PreparedStatement(
      kept: "INSERT INTO term (id, family, lexical) VALUES (?, ?, ?)", by: database)
    insertBlock = try PreparedStatement(
      kept: "INSERT INTO statement_block VALUES (?, ?, ?)", by: database)
    let last = try database.integer("SELECT MAX(id) FROM term")
    guard last ?? 0 < TermID.rowLimit else {
      throw SQLiteError(.corrupt, "the id of a term is out of range")
    }
    nextRow = max((last ?? 0) + 1, TermID.firstRow)
    let lastPredicate = try database.integer(
      "SELECT MAX(id) FROM term WHERE id < ?", [TermID.firstRow])
    nextPredicate = (lastPredicate ?? 0) + 1
    firstNew = (nextRow, nextPredicate)
    storeHasTerms = last != nil
    storeHasTriples =
      try database.integer("SELECT EXISTS (SELECT 1 FROM spo) OR EXISTS (SELECT 1 FROM gspo)") != 0
  }

  /// Adds the statements of a chunk.
  func add(_ chunk: NQuadsChunk, firstLine: Int) throws {
    let codes = try codes(of: chunk)
    let ids = dictionary.ids
    var block = StatementBlock(capacity: chunk.lines.count * 8)
    var triples: [UInt32] = []
    triples.reserveCapacity(chunk.lines.count * 3)
    let statements = chunk.statements
    for (index, line) in chunk.lines.enumerated() {
      let place = index &* 4
      let s = codes[Int(statements[place])]
      let p = codes[Int(statements[place &+ 1])]
      let o = codes[Int(statements[place &+ 2])]
      var graph = QuadIDs.defaultGraph
      if statements[place &+ 3] == NQuadsChunk.defaultGraph {
        triples.append(s)
        triples.append(p)
        triples.append(o)
        if isNamePredicate[Int(p)] { isName[Int(o)] = true }
      } else {
        let g = codes[Int(statements[place &+ 3])]
        quads += [s, p, o, g]
        graph = ids[Int(g)]
      }
      block.append(
        QuadIDs(s: ids[Int(s)], p: ids[Int(p)], o: ids[Int(o)], g: graph),
        line: Int(line) &+ firstLine &- 1)
    }
    try finishChunk(block, triples, count: chunk.lines.count)
  }

  /// Adds those statements of a chunk, all of the default graph, that pass a test.
  ///
  /// - Returns: The ids of all statements of the chunk, in order.
  func add(_ chunk: NQuadsChunk, where isNew: (QuadIDs) throws -> Bool) throws -> [QuadIDs] {
    let codes = try codes(of: chunk)
    let ids = dictionary.ids
    var block = StatementBlock(capacity: chunk.lines.count * 8)
    var triples: [UInt32] = []
    var quads: [QuadIDs] = []
    quads.reserveCapacity(chunk.lines.count)
    for (index, line) in chunk.lines.enumerated() {
      let place = index &* 4
      let s = codes[Int(chunk.statements[place])]
      let p = codes[Int(chunk.statements[place &+ 1])]
      let o = codes[Int(chunk.statements[place &+ 2])]
      let quad = QuadIDs(s: ids[Int(s)], p: ids[Int(p)], o: ids[Int(o)])
      quads.append(quad)
      guard try isNew(quad) else { continue }
      triples.append(s)
      triples.append(p)
      triples.append(o)
      if isNamePredicate[Int(p)] { isName[Int(o)] = true }
      block.append(quad, line: Int(line))
    }
    try finishChunk(block, triples, count: triples.count / 3)
    return quads
  }

  /// Stores the block of a chunk and collects its triples.
  private func finishChunk(_ block: StatementBlock, _ triples: [UInt32], count: Int) throws {
    self.triples.append(triples)
    statementCount += count
    if count > 0 {
      insertBlock.bind(source, at: 1)
      insertBlock.bind(blockCount, at: 2)
      try block.bytes.withUnsafeBytes {
        insertBlock.bind(blob: $0, at: 3)
        try insertBlock.run()
      }
      blockCount += 1
    }
    // Sorting needs a second copy of the triples.
    if dictionary.byteCount + self.triples.count * 24 + quads.count * 16 > budget {
      try builder == nil ? flush() : spill()
    }
  }

  /// Inserts what has been collected; to be called after the last chunk.
  ///
  /// - Returns: The trees to be added to the file after the transaction, by table; empty when rows are
  ///   inserted.
  func finish() throws -> [String: FinishedTree] {
    if let builder { return try build(builder) }
    try flush()
    return [:]
  }

  /// Frees memory while trees are built.
  private func spill() throws {
    triples.forEach { _, p, _ in spilledPredicates.insert(dictionary.ids[Int(p)]) }
    try builder?.spill(triples, ids: dictionary.ids)
    triples = CodeTriples()
    try insertQuads(EntityMap(database, nodes: []))
    if dictionary.byteCount > budget / 2 { try insertTerms() }
  }

  /// Builds the trees of triples on another thread, while this one inserts names and the other tables.
  private func build(_ builder: TreeBuilder) throws -> [String: FinishedTree] {
    // When some terms are in the store already, their hashes and names are tables of rows, not trees.
    if storeHasTerms {
      try spill()
      try insertTerms()
    }
    var predicates = spilledPredicates
    triples.forEach { _, p, _ in predicates.insert(dictionary.ids[Int(p)]) }
    try insertPredicates(predicates)
    try insertQuads(EntityMap(database, nodes: []))
    let ids = dictionary.ids
    let hashes = newHashes
    let nameCodes = nameCodes
    let names = zip(dictionary.keepTexts(of: nameCodes), nameCodes).map { ($0, ids[Int($1)]) }
    let collected = TransferBox(triples)
    triples = CodeTriples()
    typealias Built = (trees: [String: FinishedTree], statistics: [Int64: PredicateStatistics])
    let trees = Background<Built> {
      // Moved, not copied: sorting needs a second copy already.
      guard let triples = collected.take() else { return ([:], [:]) }
      return try builder.tripleTrees(triples, ids: ids)
    }
    let others = Result { () throws -> [String: FinishedTree] in
      if storeHasTerms { return [:] }
      return [
        "term_hash": try builder.pairTree(hashes),
        "name": try builder.pairTree(NameTable(database).addWords(names)),
      ]
    }
    // Wait for the other thread also if this one has failed.
    let built = try trees.value() ?? ([:], [:])
    try PredicateStatistics.store(built.statistics, statements: statementCount, in: database)
    return try built.trees.merging(others.get()) { $1 }
  }

  // MARK: Terms

  /// The code of each term of a chunk.
  private func codes(of chunk: NQuadsChunk) throws -> [UInt32] {
    var isPredicate = [Bool](repeating: false, count: chunk.terms.count)
    for place in stride(from: 1, to: chunk.statements.count, by: 4) {
      isPredicate[Int(chunk.statements[place])] = true
    }
    var codes = dictionary.codes(of: chunk.terms, hashes: chunk.hashes)
    for (index, term) in chunk.terms.enumerated() {
      if term.start.pointee == UInt8(ascii: "_") {
        // Always look up the label with its scope mark: as written it could equal another marked label.
        codes[index] = try scopedCode(of: term)
      } else if codes[index] == LoadDictionary.noCode {
        codes[index] =
          if let standard = term.standardIRI {
            try standard.withUnsafeBufferPointer {
              try code(of: TermText($0), isPredicate: isPredicate[index])
            }
          } else {
            try code(of: term, hash: chunk.hashes[index], isPredicate: isPredicate[index])
          }
      }
    }
    return codes
  }

  /// The code of a blank node, whose label is prefixed with the mark of its document.
  private func scopedCode(of node: TermText) throws -> UInt32 {
    try (scope + node.bytes.dropFirst(2)).withUnsafeBufferPointer {
      try code(of: TermText($0), isPredicate: false)
    }
  }

  /// The code of a term that is not written so in the document.
  private func code(of text: TermText, isPredicate: Bool) throws -> UInt32 {
    try code(of: text, hash: textHash(text.start, text.count), isPredicate: isPredicate)
  }

  /// The code of a term, which may be another form of one that this chunk has as well.
  private func code(of text: TermText, hash: UInt64, isPredicate: Bool) throws -> UInt32 {
    try dictionary.code(of: text, hash: hash) ?? insert(text, hash: hash, isPredicate: isPredicate)
  }

  private func insert(_ text: TermText, hash: UInt64, isPredicate: Bool) throws -> UInt32 {
    let code = dictionary.insert(text, hash: hash, id: try id(of: text, hash, isPredicate))
    isName.append(false)
    isNamePredicate.append(NameTable.isNamePredicate(text))
    return code
  }

  /// The id of a term that is not in the dictionary: inline, found in the store, or new.
  private func id(of text: TermText, _ hash: UInt64, _ isPredicate: Bool) throws -> Int64 {
    // A term with an inline id has a datatype, and so ends with a bracket.
    if text.start.pointee == UInt8(ascii: "\""), text.bytes.last == UInt8(ascii: ">"),
      let value = TermID(inlining: Term(text))
    {
      return value.rawValue
    }
    if storeHasTerms, storedTerms?.mayContain(hash) ?? true,
      let row = try stored.row(of: text, hash: hash)
    {
      return row
    }
    let isLow = isPredicate && nextPredicate < TermID.firstRow
    let id = isLow ? nextPredicate : nextRow
    if isLow { nextPredicate += 1 } else { nextRow += 1 }
    try stored.families.withStoredForm(of: text) { family, lexical in
      insertTerm.bind(id, at: 1)
      insertTerm.bind(family, at: 2)
      insertTerm.bind(text: lexical, at: 3)
      try insertTerm.run()
    }
    return id
  }

  /// The rows of `term_hash` for the terms that are new to the store.
  private var newHashes: [(hash: Int64, id: Int64)] {
    dictionary.hashRows { id in
      id >= firstNew.row || (firstNew.predicate..<TermID.firstRow).contains(id)
    }
  }

  // MARK: Rows

  private func flush() throws {
    let entities = try EntityMap(database, nodes: dictionary.ids)
    if !entities.isEmpty { try insertJoined(entities) }
    try insertTriples(entities)
    try insertQuads(entities)
    try insertTerms()
    storeHasTriples = true
  }

  /// Inserts the hashes and names of the dictionary's terms, and continues with an empty dictionary.
  private func insertTerms() throws {
    try insertHashes()
    try insertNames()
    if builder != nil {
      var terms = storedTerms ?? TermBloomFilter()
      storedTerms = nil
      dictionary.forEachHash { terms.insert($0) }
      storedTerms = terms
    }
    dictionary = LoadDictionary()
    firstNew = (nextRow, nextPredicate)
    isName = []
    isNamePredicate = []
    storeHasTerms = true
  }

  private func insertHashes() throws {
    let rows = try RowInserter(database, "term_hash", columns: 2, .none)
    for (hash, id) in newHashes.sorted(by: <) { try rows.add(hash, id) }
    try rows.finish()
  }

  private func insertTriples(_ entities: EntityMap) throws {
    guard !triples.isEmpty else { return }
    // Nodes are replaced by their entities, predicates are not.
    let ids = dictionary.ids
    let table = RankTable(ids: entities.isEmpty ? ids : ids.map { entities.entity(of: $0) } + ids)
    var sorter = TripleSorter(
      triples.takeRanks(table, predicateOffset: entities.isEmpty ? 0 : ids.count))
    sorter.sortBySubject()
    let spo = try RowInserter(
      database, "spo", columns: 4, storeHasTriples ? .addCounts(key: "s, p, o") : .none)
    try sorter.forEachDistinct { s, p, o, count in
      try spo.add(table.ids[s], table.ids[p], table.ids[o], Int64(count))
    }
    try spo.finish()
    sorter.sortByPredicate()
    let pos = try RowInserter(database, "pos", columns: 3, storeHasTriples ? .ignore : .none)
    var predicates: Set<Int> = []
    try sorter.forEachDistinct { s, p, o, _ in
      try pos.add(table.ids[p], table.ids[o], table.ids[s])
      predicates.insert(p)
    }
    try pos.finish()
    try insertPredicates(predicates.map { table.ids[$0] })
  }

  private func insertQuads(_ entities: EntityMap) throws {
    guard !quads.isEmpty else { return }
    let all = stride(from: 0, to: quads.count, by: 4).map { entities.entity(of: quad(at: $0)) }
    let gspo = try RowInserter(database, "gspo", columns: 5, .addCounts(key: "g, s, p, o"))
    for quad in all.sorted() { try gspo.add([quad.g, quad.s, quad.p, quad.o, 1]) }
    try gspo.finish()
    let distinct = Set(all)
    let spog = try RowInserter(database, "spog", columns: 4, .ignore)
    for quad in distinct.sorted(by: { ($0.s, $0.p, $0.o, $0.g) < ($1.s, $1.p, $1.o, $1.g) }) {
      try spog.add(quad.s, quad.p, quad.o, quad.g)
    }
    try spog.finish()
    let posg = try RowInserter(database, "posg", columns: 4, .ignore)
    for quad in distinct.sorted(by: { ($0.p, $0.o, $0.s, $0.g) < ($1.p, $1.o, $1.s, $1.g) }) {
      try posg.add(quad.p, quad.o, quad.s, quad.g)
    }
    try posg.finish()
    try insertPredicates(Set(distinct.map(\.p)))
    quads = []
  }

  private func quad(at place: Int) -> QuadIDs {
    let id = { (part: Int) in self.dictionary.ids[Int(self.quads[place + part])] }
    return QuadIDs(s: id(0), p: id(1), o: id(2), g: id(3))
  }

  private func insertPredicates(_ predicates: some Sequence<Int64>) throws {
    for predicate in predicates.sorted() {
      try database.execute("INSERT OR IGNORE INTO predicate (p) VALUES (?)", [predicate])
    }
  }

  /// Inserts statements about joined nodes into `joined`, as they were asserted.
  private func insertJoined(_ entities: EntityMap) throws {
    let joined = try RowInserter(database, "joined", columns: 5, .addCounts(key: "s, p, o, g"))
    var all: [QuadIDs] = []
    triples.forEach { s, p, o in
      let ids = dictionary.ids
      let quad = QuadIDs(s: ids[Int(s)], p: ids[Int(p)], o: ids[Int(o)])
      if entities.involvesJoinedNode(quad) { all.append(quad) }
    }
    let named = stride(from: 0, to: quads.count, by: 4).lazy.map(quad(at:))
    all += named.filter(entities.involvesJoinedNode)
    for quad in all.sorted() { try joined.add([quad.s, quad.p, quad.o, quad.g, 1]) }
    try joined.finish()
  }

  private func insertNames() throws {
    try NameTable(database).add(
      nameCodes.map { (dictionary.text(of: $0), dictionary.ids[Int($0)]) })
  }

  /// The codes of the literals that are names.
  private var nameCodes: [UInt32] {
    isName.indices.filter { isName[$0] }.map { UInt32($0) }
      .filter { dictionary.text(of: $0).start.pointee == UInt8(ascii: "\"") }
  }
}
