internal import Foundation
internal import KGModel
package import KGProfiles
internal import KGReaders

/// A file to read, with the name of its source.
public struct SourceFile: Hashable, Sendable {
  /// The path as given, without `./` and inner `..`; it identifies the source.
  public let path: String
  /// The path from the root.
  public internal(set) var absolutePath: String
  /// Whether it is the folder of a site, whose files are one source.
  public internal(set) var isSite = false

  /// Standard input, whose path is `-`.
  public static let standardInput = SourceFile(path: "-", absolutePath: "-")

  /// The name of the source in a graph.
  public var name: String { self == .standardInput ? "stdin" : path }
}

/// Why the file or folder of a path cannot be read.
public enum UnreadablePath: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no file or folder.
  case missing(String)
  /// The permissions do not allow to read it.
  case noPermission(String)
  /// No file in the folder has the ending of a document.
  case noDocuments(folder: String)
  /// It is a device or a socket.
  case notAFile(String)
  /// Reading or unpacking failed.
  case failed(String, reason: String)

  /// The path, what is wrong, and what to do.
  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder"
    case .noPermission(let path): "\(path): not readable; check its permissions"
    case .noDocuments(let folder):
      "\(folder): no documents in this folder (looked for \(SourceFinder.endings.sorted().joined(separator: " ")))"
    case .notAFile(let path): "\(path): neither a file nor a folder"
    case .failed(let path, let reason): "\(path): \(reason)"
    }
  }
}

/// Finds the documents that paths name: files with any ending, and in folders those with the ending of
/// a document.
public enum SourceFinder {
  static let endings: Set<String> = [
    ".md", ".markdown", ".rmd", ".qmd", ".txt", ".html", ".htm", ".tex", ".pdf", ".json",
    ".org", ".rst", ".typ", ".jemdoc",
    ".yaml", ".yml", ".bib", ".zip", ".tar", ".tgz", ".nt", ".nq", ".ttl", ".trig",
  ]
  /// Endings of compressed files, which may follow an ending.
  static let compressions = ["", ".gz", ".zst"]

  /// The documents of a path in the order of their names; a folder with the configuration of a site is
  /// one document.
  ///
  /// - Parameter name: A path, or the name of a ``FilePath`` that is not UTF-8.
  /// - Throws: ``UnreadablePath`` when there is no such path, no document in it, or a subfolder that cannot be
  ///   listed.
  public static func files(at name: String) throws(UnreadablePath) -> [SourceFile] {
    var unreadable: [UnreadablePath] = []
    let files = try files(at: name) { unreadable.append($0) }
    if let first = unreadable.first { throw first }
    return files
  }

  /// The documents of a path as ``files(at:)`` finds them, without those in subfolders that cannot be listed.
  ///
  /// - Parameter skipped: Called with each subfolder that cannot be listed, in the order of their names.
  /// - Returns: An empty list when no document is found and a subfolder was skipped.
  /// - Throws: ``UnreadablePath`` when there is no such path, or no document in it.
  public static func files(
    at name: String, skipped: (UnreadablePath) -> Void
  ) throws(UnreadablePath) -> [SourceFile] {
    let path = FilePath(name)
    guard path.status != nil else { throw .missing(path.name) }
    guard path.isFolder else { return [file(path)] }
    let listing = try path.filesBelow()
    for folder in listing.unreadable.sorted() { skipped(.noPermission(folder)) }
    return try files(of: listing, in: path)
  }

  private static func files(
    of listing: FilePath.Listing, in path: FilePath
  ) throws(UnreadablePath) -> [SourceFile] {
    let sites = siteRoots(listing.files)
    if sites.contains("") {
      var site = file(path)
      site.isSite = true
      return [site]
    }
    let documents = listing.files.filter { name in
      isDocument(name.lowercased()) && !sites.contains { PathText(name).isWithin($0) }
    }
    if documents.isEmpty, sites.isEmpty, listing.unreadable.isEmpty {
      throw .noDocuments(folder: path.name)
    }
    return (documents.map { ($0, false) } + sites.map { ($0, true) })
      .sorted { $0.0 < $1.0 }.map { name, isSite in
        var found = file(FilePath(path.text + "/" + name))
        found.isSite = isSite
        return found
      }
  }

  /// The folders that contain the configuration of a site, only the outermost of nested ones. The
  /// folder itself is `""`.
  private static func siteRoots(_ names: [String]) -> [String] {
    var roots: Set<String> = []
    for name in names {
      for configuration in Site.configurations {
        if name == configuration { roots.insert("") }
        let ending = "/" + configuration
        if PathText(name).ends(with: [ending]) {
          roots.insert(String(Substring(name.utf8.dropLast(ending.utf8.count))))
        }
      }
    }
    let sites = roots.filter { root in
      let inside = root.isEmpty ? names : names.filter { PathText($0).isWithin(root) }
      let skipped = root.isEmpty ? 0 : root.utf8.count + 1
      return Site.generator(ofPaths: inside.map { String(Substring($0.utf8.dropFirst(skipped))) })
        != nil
    }
    return sites.filter { site in
      !sites.contains { $0 != site && ($0.isEmpty || PathText(site).isWithin($0)) }
    }
    .sorted()
  }

  /// The files of a site that may contain statements about its owner.
  package struct SiteFiles {
    /// The files that were read, by their ``FilePath/nameInSite``.
    package var files: [(path: String, bytes: [UInt8])] = []
    /// Those that are too large or cannot be opened.
    package var unreadable: [ProfileSummary.UnreadableFile] = []
  }

  /// The largest file of a site, in bytes.
  private static let maximumSiteFileByteCount = 4 << 20

  /// The files of a site that may contain statements about its owner.
  package static func siteFiles(_ site: SourceFile) throws(UnreadablePath) -> SiteFiles {
    let folder = FilePath(site.absolutePath)
    let names = try folder.filesBelow().files
    var found = SiteFiles()
    var total = 0
    for name in names.sorted() where Site.isWanted(name) {
      let inSite = FilePath(name).nameInSite
      let path = FilePath(folder.text + "/" + name)
      let size = path.status.map { Int($0.st_size) } ?? 0
      if size > maximumSiteFileByteCount || total + size > DocumentReader.maximumByteCount {
        let limit = min(maximumSiteFileByteCount, DocumentReader.maximumByteCount - total)
        found.unreadable.append(
          .init(path: inSite, reason: "larger than \(limit >> 20) MB, what is left for a file"))
      } else if let file = path.open(), let data = try? file.readToEnd() ?? Data() {
        total += size
        found.files.append((inSite, [UInt8](data)))
      } else {
        found.unreadable.append(.init(path: inSite, reason: "not readable; check its permissions"))
      }
    }
    return found
  }

  private static func isDocument(_ name: String) -> Bool {
    compressions.contains { compression in
      PathText(name).ends(with: endings.lazy.map { $0 + compression })
    }
  }

  private static func file(_ path: FilePath) -> SourceFile {
    SourceFile(path: FilePath(normalized(path.text)).name, absolutePath: path.absolute.name)
  }

  /// The path without `.` and `name/..`; leading `..` stay.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) where part != "."
    {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.utf8.first == UInt8(ascii: "/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The bytes of a file, decompressed; of a file that is too large for a profile, one byte more than
  /// the limit.
  ///
  /// - Throws: ``UnreadablePath`` when it cannot be read.
  public static func read(_ file: SourceFile) throws -> [UInt8] {
    try SourceInput(file).readAll(limit: DocumentReader.maximumByteCount + 1)
  }
}
