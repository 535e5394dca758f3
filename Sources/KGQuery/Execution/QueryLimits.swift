/// What a query may use before it is stopped.
public struct QueryLimits: Sendable {
  /// Seconds; `nil` for no limit.
  public var timeout: Double?
  /// Rows of the result, or triples of a graph; `nil` for no limit. A longer result is cut.
  public var maximumRows: Int?
  /// Bytes for rows that are kept in memory; values over 64 GB count as 64 GB.
  public var maximumMemory: Int

  /// 2 GB, in bytes.
  public static let defaultMemory = 2 << 30

  /// - Parameters:
  ///   - timeout: Seconds; `nil` for no limit.
  ///   - maximumRows: `nil` for no limit.
  ///   - maximumMemory: Bytes.
  public init(timeout: Double? = nil, maximumRows: Int? = nil, maximumMemory: Int = defaultMemory) {
    self.timeout = timeout
    self.maximumRows = maximumRows
    self.maximumMemory = maximumMemory
  }
}
