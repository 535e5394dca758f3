public import KGModel

extension GraphStore: TripleSource {
  /// Every triple of the default graph that matches the given terms, with joined nodes as one entity; `nil`
  /// matches any term.
  ///
  /// - Returns: An empty array when none matches.
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func triples(subject: Term?, predicate: Term?, object: Term?) throws -> [Triple] {
    try read { database in
      let dictionary = TermDictionary(database)
      let entities = EntityIndex(database)
      var conditions: [String] = []
      var bound: Set<GraphTables.Place> = []
      var values: [Int64] = []
      for (place, term) in [(GraphTables.Place.s, subject), (.p, predicate), (.o, object)] {
        guard let term else { continue }
        guard let id = try dictionary.id(of: term)?.rawValue else { return [] }
        conditions.append(place.rawValue + " = ?")
        bound.insert(place)
        values.append(try entities.entity(of: id))
      }
      let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
      let table = GraphTables.default.table(bound: bound)
      let reader = TripleReader(database)
      return try database.rows("SELECT s, p, o FROM \(table) AS t" + condition, values) {
        try reader.triple($0)
      }.compactMap { $0 }
    }
  }
}
