internal import KGLexicon
internal import KGModel
internal import KGText

/// The lists of a data file, each with its subject.
extension DataProfile {
  /// Reads a whole file. Its name is the title of its list, or of the lists whose own titles say nothing; a file
  /// about everything, `cv.yml`, has no such title.
  mutating func readFile(_ root: DataNode, titled title: String?) {
    let kinds = title.map(Self.kinds(ofKey:)) ?? []
    let isWhole = root.isMap && (kinds.contains(.career) || kinds.contains(.about))
    readSections(root, in: isWhole ? [] : kinds)
  }

  /// Reads the lists of a map by their keys, and the items of a list by their own titles or fields.
  ///
  /// - Parameter inherited: The subjects of the list that the value is a part of.
  mutating func readSections(_ node: DataNode, in inherited: [SectionKind] = []) {
    if let items = Self.items(byNames: node, inherited) { return readEntries(items, inherited) }
    for (key, value) in node.entries {
      switch DataNode.folded(key) {
      case "sections", "blocks": readSections(value)
      case "design", "settings", "localesettings", "languages", "skills", "interests", "references":
        continue
      case _ where Self.personKeys.contains(key) && Self.name(in: value) != nil: continue
      default: readSection(titled: key, value, in: inherited)
      }
    }
    guard !node.isMap else { return }
    let items = node.items.filter { !readTitledSection($0) }
    readEntries(items, inherited)
  }

  /// `title: Education` over `contents:`, blocks of Hugo with their content, and any title of a section over a list.
  ///
  /// - Returns: Whether the item is such a section.
  private mutating func readTitledSection(_ item: DataNode) -> Bool {
    guard let section = Self.titled(item) ?? Self.named(item) else { return false }
    let (title, inner) = section
    readSection(titled: title.string, inner.isMap ? inner["items"] : inner)
    if inner.isMap {
      readSections(inner)
    } else {
      inner.items.forEach { _ = readTitledSection($0) }
    }
    return true
  }

  private static func titled(_ item: DataNode) -> (title: Span, inner: DataNode)? {
    guard let title = item["title", "block", "widget"].span else { return nil }
    let inner = item["contents"].items.isEmpty ? item["content"] : item["contents"]
    guard
      inner.isMap || inner.items.count > 1 || inner.items.first?.isMap == true
        || item["block", "widget"].span != nil
    else { return nil }
    return (title, inner)
  }

  /// A map of a list and of a text that is the title of a section, whatever their keys are.
  private static func named(_ item: DataNode) -> (title: Span, inner: DataNode)? {
    let lists = item.entries.map(\.value).filter { value in
      if case .list = value { true } else { false }
    }
    let texts = item.entries.compactMap(\.value.span)
    guard lists.count == 1, texts.count + 1 == item.entries.count,
      texts.count <= mostTextsOfSection,
      let title = texts.first(where: {
        $0.count <= longestTitle && !kinds(ofKey: $0.string).isEmpty
      })
    else { return nil }
    return (title, lists[0])
  }

  /// Characters.
  private static let longestTitle = 40
  /// Its title and how it is shown; an item has more.
  private static let mostTextsOfSection = 2

  /// The subjects that the key of a list names.
  static func kinds(ofKey key: String) -> [SectionKind] {
    if DataNode.folded(key) == "experience" { return [.experience] }
    let title = key.replacing("_", with: " ").replacing("-", with: " ")
    return SectionTitle.kinds(of: SourceText(plain: title).whole)
  }

  mutating func readSection(
    titled title: String, _ value: DataNode, in inherited: [SectionKind] = []
  ) {
    let own = Self.kinds(ofKey: title)
    let kinds = own.isEmpty ? inherited : own
    if case .list(let items) = value {
      let sections = kinds.isEmpty ? items.filter { Self.named($0) != nil } : []
      guard sections.isEmpty else { return sections.forEach { _ = readTitledSection($0) } }
      return readEntries(items, kinds)
    }
    // A text with sentences about the person is read elsewhere.
    if !DataSubject.named(by: own).isEmpty, let lines = DataShape.lines(of: value) {
      return readLines(lines, own)
    }
    guard value.isMap else { return }
    // `education: { courses: […] }`
    for inner in [value["courses"], value["items", "contents"]] where !inner.items.isEmpty {
      return readSection(titled: title, inner, in: inherited)
    }
    if let items = items(of: value, kinds) { return readEntries(items, kinds) }
    readSections(value, in: kinds)
  }

  /// The items that a map stands for: itself, the values of its dates, or those of names of their own, `mit: { degree: …,
  /// period: … }`; `nil` for a map of sections.
  private mutating func items(of map: DataNode, _ kinds: [SectionKind]) -> [DataNode]? {
    if let items = DataShape.items(byDates: map) { return items }
    if isItem(map) { return [map] }
    return Self.items(byNames: map, kinds)
  }

  /// Whether a map by itself is an item, and not a map of sections.
  private mutating func isItem(_ map: DataNode) -> Bool {
    // A map of maps is one of items, not an item.
    guard map.entries.count > 1, map.entries.contains(where: { $0.value.span != nil }) else {
      return false
    }
    let own = DataShape.flattened(map)
    if DataEntry(own).kind != nil { return true }
    singleMapCount += 1
    return singleMapCount <= Self.mostSingleMaps && DataList([own], kinds: []).subject != nil
  }

  /// More maps that are no items of a list, each with keys that say nothing, are not about a person.
  private static let mostSingleMaps = 200

  /// The items of a map with names of their own; `nil` for any other map.
  private static func items(byNames map: DataNode, _ kinds: [SectionKind]) -> [DataNode]? {
    let parts = map.entries.map(\.value)
    guard !parts.isEmpty, parts.allSatisfy(\.isMap),
      parts.allSatisfy({ $0.entries.contains { $0.value.span != nil } }),
      !map.entries.contains(where: { isSection($0.key) || personKeys.contains($0.key) })
    else { return nil }
    let flat = DataShape.items(byNames: map).map(DataShape.flattened)
    let isList =
      flat.allSatisfy { DataEntry($0).kind != nil } || DataList(flat, kinds: []).subject != nil
      || !DataSubject.named(by: kinds).isEmpty && parts.allSatisfy(hasOnlyTexts)
    return isList ? DataShape.items(byNames: map) : nil
  }

  /// Whether a key is the title of a section, and not a name with a word of one: “Veldt Research”.
  static func isSection(_ key: String) -> Bool {
    guard !kinds(ofKey: key).isEmpty else { return false }
    let title = key.replacing("_", with: " ").replacing("-", with: " ")
    return SectionTitle.coverage(of: SourceText(plain: title).whole) >= leastCoverageOfTitle
  }

  private static let leastCoverageOfTitle = 0.8

  private static func hasOnlyTexts(_ map: DataNode) -> Bool {
    map.entries.allSatisfy { $0.value.span != nil }
  }
}
