internal import KGModel
internal import KGSPARQL
internal import KGStore

extension Graph {
  /// The sources sorted by path: rows with the columns `source`, `kind`, `bytes`, `statements`, `fingerprint` (SHA-256
  /// of the content) and `ingested` (UTC); empty when nothing was ingested.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func sourceTable() throws -> SolutionTable {
    let names = ["source", "kind", "bytes", "statements", "fingerprint", "ingested"]
    let rows: [[Term?]] = try store.sources().map { source in
      [
        .string(source.description.path), .string(source.description.kind),
        .integer(source.description.byteCount), .integer(source.statementCount),
        .string(source.description.fingerprint), .string(source.ingestedAt),
      ]
    }
    return SolutionTable(variables: names.map { Variable($0) }, rows: rows)
  }

  /// Removes a source and all that only it said, decides identity anew, and makes the file smaller.
  ///
  /// - Parameter path: The name of the source, or its absolute path.
  /// - Returns: `false` when there is no such source; nothing is changed then.
  /// - Throws: ``StoreError``.
  public func forget(_ path: String) throws -> Bool {
    guard try store.forget(path: path) else { return false }
    try resolve()
    do {
      try store.compact()
    } catch {
      throw StoreError.failed(
        path: store.path,
        reason: "\(path) is forgotten, but the file was not made smaller: \(error)")
    }
    return true
  }

  /// Removes all that any source says of a person, so that nothing of it can be read from the file, and keeps the person out
  /// when a source is read again. Works keep their other authors, and say that a name was removed.
  ///
  /// - Parameter name: A name, a handle or an IRI.
  /// - Returns: The documents about the person, which are removed as a whole; empty when there are none.
  /// - Throws: ``UnansweredQuestion`` when nobody has the name or several have it, ``StoreError``.
  public func forget(person name: String) throws -> [String] {
    let node = try find(name, .person).node
    let documents = try store.forget(people: try store.members(of: node))
    try resolve()
    try removeTraces()
    return documents
  }

  /// Removes what free pages still hold of people who were forgotten.
  func removeTraces() throws {
    do {
      try store.compact(thoroughly: true)
    } catch {
      throw StoreError.failed(
        path: store.path,
        reason: "the person is forgotten, but free pages of the file may still name them: \(error)")
    }
  }
}
