/// One file, or one batch of records, that was ingested. The store holds all of it or nothing.
public struct SourceDescription: Hashable, Sendable {
  /// The path as it was given, without `./` and inner `..`; `stdin` for standard input.
  public let path: String
  /// The kind that was detected from the content, such as `markdown`.
  public let kind: String
  /// The length of the content in bytes.
  public let byteCount: Int
  /// A 64-bit hash of the content as 16 hexadecimal digits. It shows whether the content has changed and
  /// does not protect against forgery.
  public let fingerprint: String

  /// Makes a description.
  public init(path: String, kind: String, byteCount: Int, fingerprint: String) {
    self.path = path
    self.kind = kind
    self.byteCount = byteCount
    self.fingerprint = fingerprint
  }
}
