package import KGRDF

/// A document in an RDF syntax that is to be loaded into a store.
package struct RDFDocument {
  /// As in `SourceDescription`.
  package let path: String
  package let absolutePath: String
  package let format: RDFFormat
  /// Whether to build a new file from it; see ``GraphStore/load(_:memory:progress:)``.
  package let isLarge: Bool
  package let read: ReadBytes

  package init(
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
