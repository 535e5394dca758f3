public import KGProfiles

extension ProfileExtractor {
  /// Reads a file, or a site: its folder, or an archive of it.
  ///
  /// - Throws: ``UnreadablePath`` or ``UnreadableSource``.
  public static func extract(
    _ file: SourceFile, owner: String? = nil, includesPersonalData: Bool = false
  ) throws -> Extraction {
    guard file.isOfFiles else {
      return try extract(
        SourceFinder.read(file), owner: owner, includesPersonalData: includesPersonalData)
    }
    return extract(
      try Site(reading: file), owner: owner, includesPersonalData: includesPersonalData)
  }
}

extension SourceFile {
  /// Whether it holds the files of a site.
  package var isOfFiles: Bool { isSite || SiteArchive.isArchive(self) }
}

extension Site {
  /// The site of a folder or an archive.
  ///
  /// - Throws: ``UnreadablePath`` when there is none in it.
  package init(reading file: SourceFile) throws {
    let files = try file.isSite ? SourceFinder.siteFiles(file) : SiteArchive.files(of: file)
    guard let site = Site(files) else {
      throw UnreadablePath.failed(
        file.path, reason: "no site of Jekyll or Hugo; unpack it and name its documents")
    }
    self = site
  }
}
