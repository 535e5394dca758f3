public import KGModel

/// A source as the store lists it.
public struct StoredSource: Hashable, Sendable {
  public let description: SourceDescription
  public let absolutePath: String
  public let statementCount: Int
  /// When it was read, in UTC: `2026-11-21T06:20:30Z`.
  public let ingestedAt: String
}
