/// The effect of ingesting a source.
public struct IngestOutcome: Hashable, Sendable {
  /// What happened to the source in the store.
  public enum Change: Hashable, Sendable { case added, replaced, unchanged }

  /// What happened to the source in the store.
  public let change: Change
  /// The number of statements of the source, with repetitions.
  public let statementCount: Int
  /// The number of nodes that were left out because the graph was told to forget their person.
  public let forgottenCount: Int

  init(change: Change, statementCount: Int, forgottenCount: Int = 0) {
    self.change = change
    self.statementCount = statementCount
    self.forgottenCount = forgottenCount
  }

  /// Whether the store already held the same statements of this source.
  public var isUnchanged: Bool { change == .unchanged }
}
