public import KGProfiles

extension ProfileExtractor {
  /// Reads a document, or a site: its folder, or an archive of it.
  ///
  /// - Parameters:
  ///   - owner: The owner's name, when the caller knows it and the document may not state it.
  ///   - includesPersonalData: Whether the record includes e-mail addresses, telephone numbers and the
  ///     like.
  /// - Throws: ``UnreadablePath`` when the file cannot be read; ``UnreadableSource`` when it is not a
  ///   document.
  public static func extract(
    _ file: SourceFile, owner: String? = nil, includesPersonalData: Bool = false
  ) throws -> Extraction {
    guard file.isSiteOrArchive else {
      return try extract(
        SourceFinder.read(file), name: file.name, owner: owner,
        includesPersonalData: includesPersonalData)
    }
    return extract(
      try Site(reading: file), owner: owner, includesPersonalData: includesPersonalData)
  }
}

extension SourceFile {
  /// Whether the file is the folder of a site or an archive, and so consists of several files.
  package var isSiteOrArchive: Bool { isSite || SiteArchive.isArchive(self) }
}

extension Site {
  /// The site of a folder or an archive.
  ///
  /// - Throws: ``UnreadablePath`` when it cannot be read, or does not contain a site.
  package init(reading file: SourceFile) throws {
    let found = try file.isSite ? SourceFinder.siteFiles(file) : SiteArchive.files(of: file)
    guard let site = Site(found.files, unreadable: found.unreadable) else {
      throw UnreadablePath.failed(
        file.path,
        reason: "neither a site of Jekyll or Hugo nor a data export of LinkedIn; "
          + "unpack it and name its documents")
    }
    self = site
  }
}
