internal import KGModel
internal import KGSPARQL
internal import KGStore

extension Graph {
  /// The sources with their kind, size and number of statements, by path.
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

  /// Removes a source and all that only it said.
  ///
  /// - Returns: `false` when there is no such source.
  public func forget(_ path: String) throws -> Bool {
    guard try store.forget(path: path) else { return false }
    try resolve()
    do {
      try store.compact()
    } catch {
      throw StoreError.failed(
        path: store.path,
        reason: "\(path) is forgotten, but what it took was not given back: \(error)")
    }
    return true
  }
}
