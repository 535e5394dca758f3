/// The result of checking one invariant of a store.
public struct CheckResult: Hashable, Sendable {
  /// What was checked.
  public let subject: String
  /// What is wrong; `nil` when the invariant holds.
  public let problem: String?
}

extension GraphStore {
  /// Checks the file and all data that is stored more than once: the statements of the sources against the
  /// triples that queries read, the indexes against each other, terms against their hashes, names against
  /// their literals. Reads everything once; memory use grows with the dictionary only.
  ///
  /// Sets of rows are compared by the sum of their hashes, which does not depend on their order: different
  /// sets have the same sum in one case of 2^64.
  ///
  /// - Returns: One result per invariant; only that of the pages when the file itself is damaged.
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func check() throws(StoreError) -> [CheckResult] {
    try read { database in
      let problems = try database.texts("PRAGMA integrity_check(10)").filter { $0 != "ok" }
      let file = CheckResult(
        subject: "pages of the file",
        problem: problems.isEmpty ? nil : problems.joined(separator: "; "))
      // The rows of a damaged file are not worth checking.
      guard problems.isEmpty else { return [file] }
      let checker = StoreChecker(database)
      return try [file] + checker.results()
    }
  }
}
