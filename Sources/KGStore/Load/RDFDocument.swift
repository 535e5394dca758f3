public import KGRDF

/// A document in an RDF syntax, as it is read into a store.
public struct RDFDocument {
  /// As ``SourceDescription/path``.
  public let path: String
  public let absolutePath: String
  public let format: RDFFormat
  /// Whether it is worth while to build a store for it; see ``GraphStore/load(_:memory:progress:)``.
  public let isLarge: Bool
  public let read: ReadBytes

  public init(
    path: String, absolutePath: String, format: RDFFormat, isLarge: Bool = false,
    read: @escaping ReadBytes
  ) {
    self.path = path
    self.absolutePath = absolutePath
    self.format = format
    self.isLarge = isLarge
    self.read = read
  }
}
