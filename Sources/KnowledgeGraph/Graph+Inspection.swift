internal import KGModel
internal import KGSPARQL
public import KGStore

extension Graph {
  /// The number of sources, statements, terms and so on, and of things of each type: rows with the columns `what` and
  /// `count`.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func statistics() throws -> SolutionTable {
    let statistics = try store.statistics()
    let numbers: [(String, Int)] = [
      ("sources", statistics.sourceCount), ("statements", statistics.statementCount),
      ("triples", statistics.tripleCount), ("named graphs", statistics.namedGraphCount),
      ("triples in named graphs", statistics.namedTripleCount),
      ("predicates", statistics.predicateCount), ("terms", statistics.termCount),
      ("names", statistics.nameCount), ("nodes joined with others", statistics.joinedNodeCount),
      ("receipts", statistics.receiptCount), ("bytes", statistics.fileByteCount),
    ]
    let types = statistics.types.map { ("of type \(Self.name($0.type))", $0.count) }
    return SolutionTable(
      variables: [Variable("what"), Variable("count")],
      rows: (numbers + types).map { [.string($0.0), .integer($0.1)] })
  }

  private static func name(_ type: Term) -> String { type.iri?.shortForm ?? "(no IRI)" }

  /// Compares everything that the file keeps more than once; see ``GraphStore/check()``.
  ///
  /// - Returns: One result for each subject; its problem is `nil` when all is well.
  /// - Throws: ``StoreError`` when the file cannot be read at all.
  public func check() throws -> [CheckResult] { try store.check() }
}
