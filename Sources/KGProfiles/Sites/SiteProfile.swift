internal import KGLexicon
internal import KGModel
internal import KGReaders
internal import KGText

/// Merges what the files of a site state about its owner: the configuration, pages of prose,
/// entries of publications and projects, bibliographies and data files.
struct SiteProfile {
  private let site: Site
  private let includesPersonalData: Bool
  private(set) var record = ProfileRecord()
  /// The files that are not what their names say, such as pages in another encoding.
  private(set) var unreadableFiles: [ProfileSummary.UnreadableFile] = []
  private var configuration = DataNode.empty
  /// The papers of pages that have not been merged yet.
  private var papersOfPages = ChunkedArray<PaperRecord>()
  /// Names by the identifiers that entries of a Hugo site use for people.
  private var people: [String: Stated<String>] = [:]

  init(_ site: Site, owner: String?, includesPersonalData: Bool = false) {
    self.site = site
    self.includesPersonalData = includesPersonalData
    readConfiguration()
    readOwner()
    readPages(owner)
    readCollections()
    readDataFiles()
    record = TemplateRemnants.removed(from: record)
  }

  // MARK: Configuration

  private mutating func readConfiguration() {
    var entries: [(key: String, value: DataNode)] = []
    for member in site.members {
      let isConfiguration =
        site.generator == .jekyll
        ? member.path == "_config.yml" || member.path == "_config.yaml"
        : member.folder.isEmpty && ["config", "hugo"].contains(member.stem)
          || member.folder.hasPrefix("config/_default")
      guard isConfiguration else { continue }
      let data = data(of: member)
      entries += data.entries + data["params"].entries
    }
    configuration = .map(entries)
  }

  private mutating func data(of member: Site.Member) -> DataNode {
    if PathText(member.path).ends(with: [".toml", ".csv"]) {
      return DataFileReader.read(member.bytes, name: member.path).shifted(by: member.base)
    }
    do {
      return try YAMLReader.read(member.bytes).shifted(by: member.base)
    } catch {
      note(member, "line \(error.line) is not YAML: \(error.reason)")
      return .empty
    }
  }

  private mutating func note(_ member: Site.Member, _ reason: String) {
    unreadableFiles.append(.init(path: member.path, reason: reason))
  }

  /// A page as a document; `nil` when it is empty or cannot be read.
  private mutating func document(of page: Site.Member) -> Document? {
    do {
      return try DocumentReader.read(page.bytes, keepsPersonalData: includesPersonalData)
        .shifted(by: page.base)
    } catch {
      if error != .empty { note(page, error.description) }
      return nil
    }
  }

  private mutating func readOwner() {
    let author = configuration["author"]
    var person = PersonRecord()
    // The author's own keys come first: the title of a site is often a greeting.
    let nodes = [author, configuration]
    if includesPersonalData { record.personal = nodes.flatMap(DataProfile.personalData) }
    person.name = nodes.lazy.compactMap { Self.ownerName(DataProfile.name(in: $0)) }.first
    if person.name == nil {
      for (key, rule) in [("author", Rule.siteAuthor), ("title", .siteTitle)] {
        if let span = configuration[key].span, let name = Owner.name(in: span),
          let stated = Self.ownerName(Stated(name.collapsed, name, rule: rule))
        {
          person.name = stated
          break
        }
      }
    }
    for node in [author, configuration] {
      for (key, value) in node.entries { Self.addIdentifier(key, value, to: &person) }
    }
    if let url = configuration["url", "baseurl"].span { person.addLink(url.string, url) }
    record.person = person
    let position = (author.isMap ? author : configuration).entries.filter {
      [
        "position", "role", "affiliation", "affiliations", "organization", "organizations",
        "employer",
      ]
      .contains(DataNode.folded($0.key))
    }
    record.affiliations += DataProfile(.map(position)).record.affiliations
  }

  private static func ownerName(_ name: Stated<String>?) -> Stated<String>? {
    name.flatMap { TemplateRemnants.isName($0.value) ? nil : $0 }
  }

  private static let identifierPrefixes: [String: String] = [
    "github": "https://github.com/", "githubusername": "https://github.com/",
    "linkedin": "https://www.linkedin.com/in/", "linkedinusername": "https://www.linkedin.com/in/",
    "orcid": "https://orcid.org/", "orcidid": "https://orcid.org/",
    "googlescholar": "https://scholar.google.com/citations?user=",
    "scholaruserid": "https://scholar.google.com/citations?user=",
    "dblp": "https://dblp.org/pid/", "dblpurl": "https://dblp.org/pid/",
    "semanticscholar": "https://www.semanticscholar.org/author/",
  ]

  private static func addIdentifier(_ key: String, _ value: DataNode, to person: inout PersonRecord)
  {
    guard let prefix = identifierPrefixes[DataNode.folded(key)], let span = value.span,
      span.count > 2, !span.string.contains(" ")
    else { return }
    let isPlaceholder = ["username", "0000-0000-0000-0000", "yourorcidurl"].contains {
      span.foldedString.contains($0)
    }
    if !isPlaceholder {
      person.addLink(span.string.hasPrefix("http") ? span.string : prefix + span.string, span)
    }
  }

  // MARK: Pages

  /// Reads the pages of prose, those about the owner first.
  private mutating func readPages(_ owner: String?) {
    var pages = site.members.filter(isPage)
    let order = [
      "about", "index", "_index", "bio", "home", "cv", "resume", "research", "publications",
    ]
    func rank(_ member: Site.Member) -> Int {
      order.firstIndex(of: member.stem.lowercased()) ?? order.count
    }
    pages.sort { (rank($0), $0.path) < (rank($1), $1.path) }
    for page in pages {
      guard let document = document(of: page) else { continue }
      if document.data["active"].span?.foldedString == "false"
        || document.data["draft"].span?.foldedString == "true"
        || document.data["headless"].span?.foldedString == "true" && site.generator == .jekyll
      {
        continue
      }
      var pageRecord = PageProfile.record(
        of: document, owner: record.person.name == nil ? owner : nil,
        knownOwner: record.person.name)
      // The title of another page may be the name of something else.
      if rank(page) > 4 { pageRecord.person.name = nil }
      record.merge(TemplateRemnants.removed(from: pageRecord))
    }
  }

  private func isPage(_ member: Site.Member) -> Bool {
    let lower = PathText(member.path.lowercased())
    guard lower.ends(with: [".md", ".markdown", ".html"]),
      !TemplateRemnants.isPage(member.stem)
    else { return false }
    switch site.generator {
    case .jekyll:
      return member.folder.isEmpty || lower.isWithin("_pages")
        || lower.isWithin("_includes") && lower.ends(with: [".md"])
        || member.stem == "index" && PathText(member.folder).components.count == 1
          && !member.folder.hasPrefix("_")
    case .hugo:
      return [
        "content", "content/home", "content/about", "content/cv", "content/resume",
        "content/experience", "content/biography", "content/research",
      ].contains(member.folder)
        || isOwnersPage(member)
    case .linkedIn: return false
    }
  }

  /// Whether a page is the owner's among those of a Hugo site's authors.
  private func isOwnersPage(_ member: Site.Member) -> Bool {
    guard isIndexOfAuthor(member) else { return false }
    if ["admin", "me"].contains(PathText(member.folder).name) { return true }
    return FrontMatter(member.bytes).data["superuser"].span?.foldedString == "true"
  }

  /// Whether a page is that of one of a Hugo site's authors.
  private func isIndexOfAuthor(_ member: Site.Member) -> Bool {
    PathText(member.folder).isWithin("content/authors") && member.stem == "_index"
  }

  // MARK: Collections

  private mutating func readCollections() {
    readPeople()
    let fields = fieldsOfPublications()
    for member in site.members {
      let path = PathText(member.path)
      let isMarkdown = path.ends(with: [".md", ".html"])
      let folder = member.folder
      if isMarkdown,
        isIn(folder, Self.publicationFolders),
        member.stem != "_index"
      {
        readPublication(member, fields)
      } else if isMarkdown,
        isIn(folder, ["_projects", "_portfolio", "content/project", "content/projects"]),
        member.stem != "_index"
      {
        readProject(member)
      } else if path.ends(with: [".bib"]), !member.name.lowercased().contains("talk") {
        mergePages()
        record.merge(
          TemplateRemnants.removed(from: BibTeXPapers.record(of: member.bytes, base: member.base)))
      }
    }
    mergePages()
    for collection in SiteCollections.collections(of: site) {
      record.merge(TemplateRemnants.removed(from: collection.record))
    }
  }

  /// Adds the papers of pages together: each merge looks at all papers so far.
  private mutating func mergePages() {
    guard !papersOfPages.isEmpty else { return }
    var pages = ProfileRecord()
    pages.papers = papersOfPages
    papersOfPages = ChunkedArray()
    record.merge(TemplateRemnants.removed(from: pages))
  }

  private func isIn(_ folder: String, _ names: [String]) -> Bool {
    names.contains { folder == $0 || PathText(folder).isWithin($0) }
  }

  private mutating func readPeople() {
    for member in site.members where isIndexOfAuthor(member) {
      let data = FrontMatter(member.bytes).data.shifted(by: member.base)
      let slug = PathText(member.folder).name
      if let name = data["title", "name"].span {
        people[slug] = Stated(name.collapsed, name, rule: .siteAuthor)
      }
    }
    if let name = record.person.name {
      for slug in ["admin", "me"] where people[slug] == nil { people[slug] = name }
    }
  }

  private static let publicationFolders = [
    "_publications", "content/publication", "content/publications",
  ]

  /// Which keys the pages about publications have for which fields.
  private func fieldsOfPublications() -> DataFields {
    let pages = site.members.filter {
      isIn($0.folder, Self.publicationFolders) && PathText($0.path).ends(with: [".md", ".html"])
        && $0.stem != "_index"
    }
    return DataList(pages.map { FrontMatter($0.bytes).data }, kinds: [.publications]).fields
  }

  private mutating func readPublication(_ member: Site.Member, _ fields: DataFields) {
    let data = FrontMatter(member.bytes).data.shifted(by: member.base)
    guard let paper = PublicationPage.paper(data, people: people, fields: fields) else { return }
    papersOfPages.append(paper)
  }

  private mutating func readProject(_ member: Site.Member) {
    let data = FrontMatter(member.bytes).data.shifted(by: member.base)
    guard let title = data["title"].span, !TemplateRemnants.isTitle(title.collapsed) else { return }
    let url = data["external_link", "redirect", "url_code", "github", "link", "url", "website"].span
    var pageRecord = ProfileRecord()
    pageRecord.projects = [
      ProjectRecord(
        name: Stated(title.collapsed, title, rule: .siteProject),
        url: url.flatMap { $0.hasPrefix("http") ? Stated($0.string, $0, rule: .siteUrl) : nil })
    ]
    record.merge(pageRecord)
  }

  // MARK: Data

  private mutating func readDataFiles() {
    for member in site.members {
      let lower = PathText(member.path.lowercased())
      let isData =
        (lower.isWithin("_data") || lower.isWithin("data")
          || lower.ends(with: ["resume.json", "cv.json"])
          || lower.isWithin("content") && lower.ends(with: ["resume.yaml"]))
        && ![
          "navigation", "ui-text", "comments", "authors", "repositories", "coauthors", "venues",
          "featured", "citations",
        ].contains(member.stem.lowercased())
      guard isData else { continue }
      let data = data(of: member)
      var fileRecord = DataProfile(
        data, titled: member.stem, owner: record.person.name
      ).record
      // The sample data of a template names another person.
      if let name = fileRecord.person.name, TemplateRemnants.isName(name.value) { continue }
      fileRecord.person.name = record.person.name == nil ? fileRecord.person.name : nil
      record.merge(TemplateRemnants.removed(from: fileRecord))
    }
  }
}
