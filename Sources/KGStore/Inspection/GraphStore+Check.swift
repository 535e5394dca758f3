internal import GRDB

/// One thing that has to hold in a sound store, and what is wrong with it.
public struct CheckResult: Hashable, Sendable {
  /// What was checked, in words.
  public let subject: String
  /// `nil` when all is well.
  public let problem: String?
}

extension GraphStore {
  /// Checks the file and everything in it that is kept more than once: what the sources say against what
  /// queries read, each order against the others, terms against their hashes, names against their
  /// literals. Reads everything once, in memory that grows with the dictionary only.
  ///
  /// Rows are compared by the sum of their hashes, which does not depend on their order: equal sums mean
  /// equal rows, but for one case in 2^64.
  public func check() throws(StoreError) -> [CheckResult] {
    try read { database in
      let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)")
        .filter { $0 != "ok" }
      let file = CheckResult(
        subject: "pages of the file",
        problem: problems.isEmpty ? nil : problems.joined(separator: "; "))
      // Rows of a damaged file prove nothing.
      guard problems.isEmpty else { return [file] }
      let checker = StoreChecker(database)
      return try [file] + checker.results()
    }
  }
}
