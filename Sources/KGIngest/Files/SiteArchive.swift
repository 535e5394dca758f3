internal import Foundation
internal import KGModel
internal import KGReaders

/// A site packed as `.zip`, `.tar` or `.tar.gz`. The programs of these names unpack its files, in
/// processes of their own, into a temporary folder that is removed once they have been read.
enum SiteArchive {
  /// The size of all files together, unpacked.
  private static let maximumByteCount = 256 << 20
  /// Seconds of processor time.
  private static let maximumSeconds = 30

  /// Whether the name of a file has the ending of an archive.
  static func isArchive(_ file: SourceFile) -> Bool {
    ends(file, with: [".zip", ".tar", ".tar.gz", ".tgz"])
  }

  private static func ends(_ archive: SourceFile, with endings: [String]) -> Bool {
    PathText(archive.path.lowercased()).ends(with: endings)
  }

  /// The files of the site that are read, by their paths within it.
  ///
  /// - Throws: ``UnreadablePath`` when the archive cannot be unpacked, or is larger than a site;
  ///   ``UnusableTemporaryFolder`` when there is no place to unpack it.
  static func files(of archive: SourceFile) throws -> SourceFinder.SiteFiles {
    try ScratchFolder.with("site") { folder in
      let content = folder + "/content"
      try ScratchFolder.makeFolder(content)
      try unpack(archive, at: plainPath(of: archive, link: folder + "/archive"), into: content)
      var site = archive
      site.absolutePath = root(of: FilePath(content)).name
      return try SourceFinder.siteFiles(site)
    }
  }

  /// A path of the archive in UTF-8, as the arguments of a `Process` have to be: its own, or that of a
  /// link to it.
  private static func plainPath(of archive: SourceFile, link: String) -> String {
    let path = FilePath(archive.absolutePath)
    guard path.text.hasEscapedBytes else { return path.text }
    return path.withSystemPath { symlink($0, link) } == 0 ? link : path.name
  }

  private static func unpack(
    _ archive: SourceFile, at path: String, into folder: String
  ) throws {
    let isZip = ends(archive, with: [".zip"])
    let child: ChildProcess
    do {
      child = try ChildProcess(
        command: isZip
          ? unzip : untar(isCompressed: !ends(archive, with: [".tar"])),
        arguments: [path, folder],
        limits: .init(seconds: maximumSeconds, fileByteCount: maximumByteCount))
    } catch {
      throw UnreadablePath.failed(archive.path, reason: "it cannot be unpacked: \(error)")
    }
    _ = child.output.readDataToEndOfFile()
    let ending = child.wait()
    if ending.isSuccess { return }
    let reason =
      if ending.isMissingProgram {
        "unpacking needs the program '\(isZip ? "unzip" : "tar")'; install it"
      } else if ending.status == tooLarge {
        "its files are larger than \(maximumByteCount >> 20) MB, the limit for a site"
      } else {
        "it cannot be unpacked: \(ending.firstErrorLine ?? "it is damaged or too large")"
      }
    throw UnreadablePath.failed(archive.path, reason: reason)
  }

  /// The exit code of ``unzip`` for an archive that would take too much room.
  private static let tooLarge: Int32 = 4

  // An archive can hold far more than its size suggests: `unzip` reports how much, of a tar only the
  // beginning is read.

  private static let unzip = """
    size=$(unzip -Zt "$1" | sed -n 's/.* \\([0-9][0-9]*\\) bytes uncompressed.*/\\1/p') || exit 3
    [ "${size:-0}" -le \(maximumByteCount) ] || exit \(tooLarge)
    exec unzip -qq -o "$1" -d "$2"
    """

  /// - Parameter isCompressed: Whether the tar is packed with gzip.
  private static func untar(isCompressed: Bool) -> String {
    """
    \(isCompressed ? "gzip -dc" : "cat") "$1" |
      head -c \(maximumByteCount) | tar -xf - --no-same-owner --no-same-permissions -C "$2"
    """
  }

  /// The folder of the site: archives of repositories have one folder around everything.
  private static func root(of folder: FilePath) -> FilePath {
    guard let names = folder.names(), names.count == 1 else { return folder }
    let inner = FilePath(folder.text + "/" + names[0])
    return inner.isFolder ? inner : folder
  }
}
