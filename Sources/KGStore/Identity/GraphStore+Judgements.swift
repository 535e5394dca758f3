package import KGModel

extension GraphStore {
  /// What people have said of nodes, in the order in which they said it; empty when nobody said anything.
  package func judgements() throws(StoreError) -> [IdentityJudgement] {
    try read { database in
      var found: [IdentityJudgement] = []
      // A store that is only read may be older than the table.
      guard try database.integer("SELECT 1 FROM sqlite_schema WHERE name = 'judgement'") != nil
      else { return found }
      try database.forEachRow(
        "SELECT same, first, second, date FROM judgement ORDER BY number"
      ) { row in
        found.append(
          IdentityJudgement(
            Self.outcome(row.int(0)), first: IRI(row.text(1)), second: IRI(row.text(2)),
            date: row.text(3)))
      }
      return found
    }
  }

  /// The column `same` of an outcome.
  private static func number(of outcome: IdentityOutcome) -> Int64 {
    switch outcome {
    case .same: 1
    case .different: 0
    case .undecided: 2
    }
  }

  private static func outcome(_ number: Int64) -> IdentityOutcome {
    IdentityOutcome.allCases.first { self.number(of: $0) == number } ?? .undecided
  }

  /// Adds what someone said in one go: all of it is undone together.
  package func append(_ judgements: [IdentityJudgement]) throws(StoreError) {
    try change { database in
      let step = (try database.integer("SELECT MAX(step) FROM judgement") ?? 0) + 1
      for judgement in judgements {
        let insert = try PreparedStatement(
          database,
          "INSERT INTO judgement (step, same, first, second, date) VALUES (?, ?, ?, ?, ?)")
        insert.bind(step, at: 1)
        insert.bind(Self.number(of: judgement.outcome), at: 2)
        insert.bind(judgement.first.value, at: 3)
        insert.bind(judgement.second.value, at: 4)
        insert.bind(judgement.date, at: 5)
        try insert.run()
      }
    }
  }

  /// Removes what was said last.
  ///
  /// - Returns: What was removed; empty when nobody has said anything.
  package func removeLastJudgements() throws(StoreError) -> [IdentityJudgement] {
    let all = try judgements()
    return try change { database in
      let last = try database.integer("SELECT MAX(step) FROM judgement")
      guard let last else { return [] }
      let count = try database.integer("SELECT COUNT(*) FROM judgement WHERE step = ?", [last])
      try database.execute("DELETE FROM judgement WHERE step = ?", [last])
      return all.suffix(Int(count ?? 0))
    }
  }

  /// All nodes of the entity of a node: itself alone when it is joined with no other.
  package func members(of node: Term) throws(StoreError) -> [Term] {
    try read { database in
      guard let id = try TermDictionary(database).id(of: node)?.rawValue else { return [node] }
      let entities = EntityIndex(database)
      let reader = TripleReader(database)
      return try entities.members(of: entities.entity(of: id)).compactMap { try reader.term($0) }
    }
  }
}
