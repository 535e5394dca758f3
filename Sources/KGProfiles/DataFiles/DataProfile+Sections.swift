internal import KGLexicon
internal import KGModel
internal import KGText

/// The lists of a data file, each with its subject.
extension DataProfile {
  /// Reads the lists of a map by their keys, and the items of a list by their own titles or fields.
  ///
  /// - Parameter inherited: The subjects of the list that the value is a part of.
  mutating func readSections(_ node: DataNode, in inherited: [SectionKind] = []) {
    for (key, value) in node.entries {
      switch DataNode.folded(key) {
      case "sections", "blocks": readSections(value)
      case "design", "settings", "localesettings", "languages", "skills", "interests", "references":
        continue
      default: readSection(titled: key, value, in: inherited)
      }
    }
    guard !node.isMap else { return }
    let items = node.items.filter { !readTitledSection($0) }
    readEntries(items, inherited)
  }

  /// `title: Education` over `contents:`, and blocks of Hugo with their content.
  ///
  /// - Returns: Whether the item is such a section.
  private mutating func readTitledSection(_ item: DataNode) -> Bool {
    guard let title = item["title", "block", "widget"].span else { return false }
    let inner = item["contents"].items.isEmpty ? item["content"] : item["contents"]
    guard
      inner.isMap || inner.items.count > 1 || inner.items.first?.isMap == true
        || item["block", "widget"].span != nil
    else { return false }
    readSection(titled: title.string, inner.isMap ? inner["items"] : inner)
    readSections(inner)
    return true
  }

  /// The subjects that the key of a list names.
  private func kinds(ofKey key: String) -> [SectionKind] {
    if DataNode.folded(key) == "experience" { return [.experience] }
    let title = key.replacing("_", with: " ").replacing("-", with: " ")
    return SectionTitle.kinds(of: SourceText(plain: title).whole)
  }

  private mutating func readSection(
    titled title: String, _ value: DataNode, in inherited: [SectionKind] = []
  ) {
    let own = kinds(ofKey: title)
    let kinds = own.isEmpty ? inherited : own
    if case .list(let items) = value { return readEntries(items, kinds) }
    guard value.isMap else { return }
    // `education: { courses: […] }`
    for inner in [value["courses"], value["items", "contents"]] where !inner.items.isEmpty {
      return readSection(titled: title, inner, in: inherited)
    }
    if DataEntry(value).kind != nil { return readEntries([value], kinds) }
    // Entries by names of their own, `mit: { degree: …, period: … }`, or lists by kind, `journal: […]`.
    let parts = value.entries.map(\.value)
    if !parts.isEmpty, parts.allSatisfy({ DataEntry($0).kind != nil }) {
      return readEntries(parts, kinds)
    }
    readSections(value, in: kinds)
  }

  // MARK: Entries

  private mutating func readEntries(_ items: [DataNode], _ kinds: [SectionKind]) {
    let fields = DataFields(of: items.filter(\.isMap))
    for item in items { read(item, kinds, fields) }
  }

  private mutating func read(_ item: DataNode, _ kinds: [SectionKind], _ fields: DataFields) {
    guard item.isMap else {
      if let span = item.span { readLine(DataText.plain(span), kinds) }
      return
    }
    if kinds.isEmpty || kinds == [.about], let label = item["name"].span,
      let value = item["value"].span
    {
      return readLabelled(label, value)
    }
    // A line under a key that only says how the line is typeset.
    if item.entries.count == 1,
      let line = item["bullet", "number", "reversed_number", "text", "item"].span
    {
      return readLine(DataText.plain(line), kinds)
    }
    let entry = DataEntry(item, fields)
    let parts = parts(of: item, kinds)
    // What has degrees or positions as its parts is their organization, unless it states one itself.
    if parts.isEmpty || entry.has(.role) || entry.has(.degree) { add(entry, kinds) }
    for (part, kinds) in parts { add(part, kinds) }
    for (key, value) in item.entries where !DataFields.isListed(key) {
      if !Set(self.kinds(ofKey: key)).isDisjoint(with: [.publications, .patents, .awards]) {
        readSection(titled: key, value)
      }
    }
  }

  /// Adds an entry by the subject of its list, or where that is open, by its fields.
  private mutating func add(_ entry: DataEntry, _ kinds: [SectionKind]) {
    if kinds.contains(.education) || entry.kind == .education {
      addEducation(entry)
    } else if kinds.contains(.experience) {
      addPosition(entry)
    } else if kinds.contains(.publications) {
      addPaper(entry)
    } else if kinds.contains(.patents) {
      addPatent(entry)
    } else if kinds.contains(.awards) {
      addAward(entry)
    } else if kinds.contains(.projects) {
      addProject(entry)
    } else if kinds.isEmpty || kinds.contains(.career) {
      if entry.kind == .experience { addPosition(entry) }
      if entry.kind == .publications { addPaper(entry) }
    }
  }

  /// The entries within an entry, with their subjects: the degrees of a school, the positions at an employer.
  private func parts(of item: DataNode, _ kinds: [SectionKind]) -> [(DataEntry, [SectionKind])] {
    item.entries.flatMap { key, value -> [(DataEntry, [SectionKind])] in
      guard !DataFields.isListed(key), case .list(let parts) = value, parts.allSatisfy(\.isMap)
      else {
        return []
      }
      let kinds = kinds.isEmpty ? self.kinds(ofKey: key) : kinds
      let fields = DataFields(of: parts)
      return kinds.isEmpty
        ? []
        : parts.map { (DataEntry($0, fields, partOf: item), kinds) }.filter { part, _ in
          part.kind == .education || part.kind == .experience
        }
    }
  }

  /// `name: Full Name`, `value: …`: how al-folio lists general data.
  private mutating func readLabelled(_ label: Span, _ value: Span) {
    if ["full name", "name", "姓名"].contains(label.foldedString) {
      if record.person.name == nil, let name = Owner.name(in: value) {
        record.person.name = Stated(name.collapsed, name, rule: .dataName)
      }
    } else if value.hasPrefix("http"),
      [
        "website", "homepage", "home page", "web", "url", "github", "google scholar", "scholar",
        "orcid", "linkedin", "dblp", "semantic scholar", "个人主页", "主页",
      ].contains(label.foldedString)
    {
      record.person.addLink(value.string, value)
    }
  }

  /// An entry that is one line of text.
  private mutating func readLine(_ span: Span, _ kinds: [SectionKind]) {
    let block = Block(.listItem(depth: 1, ordered: false), span.text.part(span.range))
    let part = Outline.Part(
      heading: nil, level: 1, kinds: kinds, isSectionHeading: true, blocks: [block])
    if kinds.contains(.awards) {
      var awards = Awards()
      awards.read(part)
      record.awards += awards.awards
    } else if kinds.contains(.patents) {
      var patents = Patents()
      patents.read(line: block.span)
      record.patents += patents.patents
    } else if kinds.contains(.publications) {
      var publications = Publications()
      publications.read(part)
      record.papers.append(contentsOf: publications.papers)
    } else if kinds.contains(.education) || kinds.contains(.experience) {
      var career = Career()
      career.read(part, for: nil)
      record.affiliations += career.affiliations
      record.education += career.education
    }
  }
}
