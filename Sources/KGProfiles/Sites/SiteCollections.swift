internal import KGLexicon
internal import KGModel
internal import KGReaders
internal import KGText

/// Folders of a site with one item a file, in the front matter of pages, under names of the site's own:
/// `_positions/*.md`, `content/degrees/*/index.md`. Together they are a list of a data file.
struct SiteCollections {
  /// The name of the folder, which is the title of the list.
  let title: String
  private(set) var items: [DataNode] = []

  /// What the items state.
  var record: ProfileRecord { DataProfile(.list(items), titled: title).record }

  /// Folders that are read in other ways, or that hold pages of the site.
  private static let otherFolders: Set<String> = [
    "_publications", "_projects", "_portfolio", "_pages", "_includes", "_data", "_bibliography",
    "publication", "publications", "project", "projects", "home", "about", "cv", "resume",
    "experience", "biography", "research", "authors",
  ]

  /// The collections of a site, by the names of their folders.
  static func collections(of site: Site) -> [SiteCollections] {
    var found: [String: SiteCollections] = [:]
    for member in site.members where PathText(member.path).ends(with: [".md", ".markdown"]) {
      guard member.stem != "_index", let title = title(of: member, in: site) else { continue }
      let data = FrontMatter(member.bytes).data.shifted(by: member.base)
      guard data.isMap, data["draft"].span?.foldedString != "true",
        data["published"].span?.foldedString != "false"
      else { continue }
      found[title, default: SiteCollections(title: title)].items.append(item(data))
    }
    return found.values.filter(\.isAboutOwner).sorted { $0.title < $1.title }
  }

  /// Whether the name of the folder says so, or the items are positions and degrees. Posts have titles, dates and
  /// authors as papers do.
  private var isAboutOwner: Bool {
    let kinds = DataProfile.kinds(ofKey: title)
    guard kinds.isEmpty else { return !DataSubject.named(by: kinds).isEmpty }
    return DataList(items.map(DataShape.flattened), kinds: []).subject == .career
  }

  /// The name of the collection that a file is an item of; `nil` for other files.
  private static func title(of member: Site.Member, in site: Site) -> String? {
    let parts = PathText(member.folder).components.map { String($0) }
    switch site.generator {
    case .jekyll:
      guard let first = parts.first, first.hasPrefix("_"), !otherFolders.contains(first) else {
        return nil
      }
      return String(first.dropFirst())
    case .hugo:
      guard parts.count > 1, parts[0] == "content", !otherFolders.contains(parts[1]),
        parts.count == 2 && member.stem != "index" || parts.count == 3 && member.stem == "index"
      else { return nil }
      return parts[1]
    case .linkedIn: return nil
    }
  }

  /// The front matter without the keys that say how the page is shown.
  private static func item(_ data: DataNode) -> DataNode {
    .map(data.entries.filter { !pageKeys.contains(DataNode.folded($0.key)) })
  }

  private static let pageKeys: Set<String> = [
    "layout", "permalink", "weight", "order", "importance", "tags", "categories", "category",
    "image",
    "img", "featured", "draft", "published", "collection", "toc", "sidebar", "redirectfrom", "type",
    "widget", "headless", "active",
  ]
}
