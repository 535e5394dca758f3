internal import KGModel
package import KGText

/// The files of a Jekyll or Hugo site, or of a data export of LinkedIn, concatenated so that a byte offset
/// identifies a place in any of them.
package struct Site: Sendable {
  /// One file of the site.
  package struct Member: Sendable {
    /// The path within the site: `_pages/about.md`.
    package let path: String
    package let bytes: [UInt8]
    /// The offset of the file in the concatenation, in bytes.
    package let base: Int

    var name: String { PathText(path).name }
    var stem: String { PathText(path).stem }
    /// The folder, without that of a language (`content/en/…`).
    var folder: String {
      var parts = Array(PathText(path).components.dropLast())
      if parts.count > 1, parts[0] == "content",
        parts[1].count == 2 || parts[1].count == 5 && parts[1].contains("-")
      {
        parts.remove(at: 1)
      }
      return parts.joined(separator: "/")
    }
  }

  /// The program that makes a site of the files, or the service that exported them.
  package enum Generator: Sendable { case jekyll, hugo, linkedIn }

  package let generator: Generator
  /// The files that may state facts, by path.
  package let members: [Member]
  /// The files that could not be opened, by path.
  package let unreadableFiles: [ProfileSummary.UnreadableFile]

  /// - Parameters:
  ///   - files: Paths within the folder, with their content.
  ///   - unreadable: The files of the folder that could not be opened.
  /// - Returns: `nil` when there is no configuration of a site among them.
  package init?(
    _ files: [(path: String, bytes: [UInt8])], unreadable: [ProfileSummary.UnreadableFile] = []
  ) {
    guard let generator = Self.generator(ofPaths: files.map(\.path)) else { return nil }
    self.generator = generator
    unreadableFiles = unreadable
    var base = 0
    var members: [Member] = []
    for file in files.sorted(by: { $0.path < $1.path }) where Self.isWanted(file.path) {
      members.append(Member(path: file.path, bytes: file.bytes, base: base))
      base += file.bytes.count
    }
    self.members = members
  }

  /// Files and lines by offset in the concatenation.
  package var places: SourcePlaces {
    SourcePlaces(parts: members.map { ($0.path, $0.bytes) })
  }

  /// The generator that the names of the files in a folder imply; `nil` when it is not a site.
  package static func generator(ofPaths paths: [String]) -> Generator? {
    let names = Set(paths)
    if jekyllConfigurations.contains(where: names.contains) { return .jekyll }
    if LinkedInData.isExport(names) { return .linkedIn }
    let hasContent = names.contains { PathText($0).isWithin("content") }
    return hasContent && hugoConfigurations.contains(where: names.contains) ? .hugo : nil
  }

  /// The paths, from the folder of a site on, of files that show that it is one.
  package static let configurations =
    jekyllConfigurations + hugoConfigurations + [LinkedInData.mainFile]

  private static let jekyllConfigurations = ["_config.yml", "_config.yaml"]

  private static let hugoConfigurations = [
    "config.toml", "config.yaml", "config.yml", "hugo.toml", "hugo.yaml", "hugo.yml",
    "config/_default/config.toml", "config/_default/hugo.yaml", "config/_default/config.yaml",
    "config/_default/hugo.toml", "config/_default/params.yaml", "config/_default/params.toml",
  ]

  private static let endings = [
    ".md", ".markdown", ".html", ".yml", ".yaml", ".toml", ".json", ".csv", ".bib", ".tex",
  ]

  /// Whether a file may state facts about the owner.
  package static func isWanted(_ path: String) -> Bool {
    let lower = PathText(path.lowercased())
    if LinkedInData.isWanted(path) { return true }
    return lower.ends(with: endings) && !TemplateRemnants.isInFolder(path)
      && !lower.ends(with: ["package.json", "package-lock.json"])
  }
}
