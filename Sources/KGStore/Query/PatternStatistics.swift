internal import KGModel

/// How many triples patterns match, as far as the store counts them or counting is cheap.
final class PatternStatistics {
  private let database: Database
  private let terms: SourceTerms
  private var known: [Term: PredicateStatistics] = [:]
  private var knownVocabulary: [String]??

  init(_ database: Database, _ terms: SourceTerms) {
    self.database = database
    self.terms = terms
  }

  /// The counts of a predicate when the store was last loaded; `nil` for a predicate that it does not have.
  func predicate(_ predicate: Term) throws -> PredicateStatistics? {
    if let known = known[predicate] { return known }
    let statistics = try database.firstRow(
      "SELECT triples, subjects, objects FROM predicate WHERE p = ?", [terms.id(of: predicate)]
    ) {
      PredicateStatistics(
        triples: Int($0.int(0)), subjects: Int($0.int(1)), objects: Int($0.int(2)))
    }
    known[predicate] = statistics
    return statistics
  }

  /// Plans do not differ past this count.
  private static let countLimit = 1000

  /// Without an index on objects alone, their count is a guess.
  private static let guessedCount = 20.0

  /// The number of triples with an object, up to a limit.
  ///
  /// - Parameter predicate: `nil` for any.
  func count(_ predicate: Term?, _ object: Term) throws -> Double {
    guard let predicate else { return Self.guessedCount }
    let count = try database.integer(
      "SELECT COUNT(*) FROM (SELECT 1 FROM pos WHERE p = ? AND o = ? LIMIT \(Self.countLimit))",
      [terms.id(of: predicate), terms.id(of: object)])
    return Double(count ?? 0)
  }

  private static let maximumVocabulary = 1 << 18

  /// Every word of names; `nil` when there are too many to look through.
  func nameVocabulary() throws -> [String]? {
    if let knownVocabulary { return knownVocabulary }
    let words = try database.texts(
      "SELECT term FROM name_vocabulary LIMIT \(Self.maximumVocabulary + 1)")
    let found = words.count > Self.maximumVocabulary ? nil : words
    knownVocabulary = .some(found)
    return found
  }
}
