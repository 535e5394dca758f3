public import KGModel

/// A source in the store.
public struct StoredSource: Hashable, Sendable {
  /// Path, kind and hash of the source.
  public let description: SourceDescription
  /// The path from the root of the file system.
  public let absolutePath: String
  /// The number of its statements, with repetitions.
  public let statementCount: Int
  /// The time of ingestion in UTC: `2026-11-21T06:20:30Z`.
  public let ingestedAt: String
}
