/// What became of a source that was put into the store.
public struct IngestOutcome: Hashable, Sendable {
  public enum Change: Hashable, Sendable { case added, replaced, unchanged }

  public let change: Change
  public let statementCount: Int

  public var isUnchanged: Bool { change == .unchanged }
}
