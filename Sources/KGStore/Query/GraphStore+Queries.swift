internal import GRDB
public import KGSPARQL

extension GraphStore {
  /// Lets queries read the store as it is at one moment.
  ///
  /// - Parameter dataset: The graphs to ask; `nil` for the data as it is.
  /// - Throws: ``StoreError`` when the file cannot be read, and what the body throws.
  public func withQuerySource<Value>(
    dataset: DatasetClause?, _ body: (any QuerySource) throws -> Value
  ) throws -> Value {
    try readRethrowing { try body(StoreQuerySource($0, dataset: dataset)) }
  }
}
