/// One file, or one batch of records, that told us something. It is in the store whole or not at all.
public struct SourceDescription: Hashable, Sendable {
  /// The path as it was given, without `./` and inner `..`; `stdin` for standard input.
  public let path: String
  /// What the content turned out to be, such as `markdown`.
  public let kind: String
  public let byteCount: Int
  /// 16 hexadecimal digits of the content's FNV-1a hash: tells whether the content changed, and is
  /// no protection against forgery.
  public let fingerprint: String

  public init(path: String, kind: String, byteCount: Int, fingerprint: String) {
    self.path = path
    self.kind = kind
    self.byteCount = byteCount
    self.fingerprint = fingerprint
  }
}
