extension ProfileExtractor {
  /// Reads a file, or the folder of a site.
  ///
  /// - Throws: ``UnreadablePath`` or ``UnreadableSource``.
  public static func extract(_ file: SourceFile, owner: String? = nil) throws -> Extraction {
    guard file.isSite else { return try extract(SourceFinder.read(file), owner: owner) }
    guard let site = Site(try SourceFinder.siteFiles(file)) else {
      throw UnreadablePath.noDocuments(folder: file.path)
    }
    return extract(site, owner: owner)
  }
}
