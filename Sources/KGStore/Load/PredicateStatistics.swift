/// The numbers of triples, distinct subjects and distinct objects of a predicate in the default graph. The
/// order of joins is chosen by them; outdated statistics affect speed only.
struct PredicateStatistics: Sendable {
  var triples = 0
  var subjects = 0
  var objects = 0

  /// Stores the statistics that a load has counted.
  static func store(
    _ statistics: [Int64: PredicateStatistics], statements: Int, in database: Database
  ) throws {
    for (predicate, statistics) in statistics.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        """
        INSERT INTO predicate VALUES (?1, ?2, ?3, ?4)
          ON CONFLICT (p) DO UPDATE SET triples = ?2, subjects = ?3, objects = ?4
        """, [predicate, statistics.triples, statistics.subjects, statistics.objects])
    }
    try database.execute("UPDATE counted SET statements = ?, added = 0", [statements])
  }

  /// Recounts when the store has grown by more than a tenth since the last count.
  ///
  /// - Parameter added: The number of statements of a source that was just added.
  static func refresh(_ database: Database, added: Int) throws {
    let update = try PreparedStatement(
      kept: "UPDATE counted SET added = added + ? RETURNING statements, added", by: database)
    update.bind(Int64(added), at: 1)
    guard try update.step() else { return }
    let (counted, since) = (Int(update.int(0)), Int(update.int(1)))
    update.reset()
    let statements = counted + since
    guard since * 10 > counted else { return }
    var statistics: [Int64: PredicateStatistics] = [:]
    let objects = try PreparedStatement(
      database,
      """
      SELECT p, SUM(n), COUNT(*) FROM (SELECT p, COUNT(*) AS n FROM pos GROUP BY p, o) GROUP BY p
      """)
    while try objects.step() {
      statistics[objects.int(0)] = PredicateStatistics(
        triples: Int(objects.int(1)), objects: Int(objects.int(2)))
    }
    let subjects = try PreparedStatement(database, "SELECT p FROM spo GROUP BY s, p")
    while try subjects.step() { statistics[subjects.int(0)]?.subjects += 1 }
    try store(statistics, statements: statements, in: database)
  }
}
