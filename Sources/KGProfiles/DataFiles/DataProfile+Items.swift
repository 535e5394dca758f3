internal import KGLexicon
internal import KGModel
internal import KGText

/// The items of one list of a data file.
extension DataProfile {
  /// Reads the items of a list: maps by their fields, texts as lines of a CV.
  ///
  /// - Parameter kinds: What the title of the list names.
  mutating func readEntries(_ items: [DataNode], _ kinds: [SectionKind]) {
    let items = DataShape.rows(items) ?? items
    if kinds.isEmpty || kinds.contains(.career), let groups = Self.groups(of: items) {
      for group in groups { readEntries(group.items, group.kinds) }
      return
    }
    let list = DataList(items.filter(\.isMap).map(DataShape.flattened), kinds: kinds)
    var lines: [Span] = []
    for item in items where !item.isMap {
      if let span = item.span { lines.append(DataText.plain(span)) }
    }
    let papers = record.papers
    defer { keepOwnPapers(since: papers, kinds) }
    let wholes = readParts(of: list, kinds)
    for (place, item) in list.items.enumerated() {
      if readLabelled(item, kinds) { continue }
      if let line = Self.onlyLine(of: item) {
        lines.append(line)
      } else {
        read(item, list, kinds, hasParts: wholes.contains(place), &lines)
      }
    }
    readLines(lines, kinds)
  }

  /// The items by what they say that they are, `type: award`; `nil` where no key says it of most.
  private static func groups(of items: [DataNode]) -> [(kinds: [SectionKind], items: [DataNode])]? {
    guard items.count > 1, items.allSatisfy(\.isMap) else { return nil }
    for (key, value) in items[0].entries where value.span.map({ $0.count <= longestType }) ?? false
    {
      var groups: [(type: String, kinds: [SectionKind], items: [DataNode])] = []
      for item in items {
        let type = item[key].span?.foldedString ?? ""
        let rest = DataNode.map(
          item.entries.filter { DataNode.folded($0.key) != DataNode.folded(key) })
        if let place = groups.firstIndex(where: { $0.type == type }) {
          groups[place].items.append(rest)
        } else if groups.count < mostTypes {
          groups.append((type, isSection(type) ? Self.kinds(ofKey: type) : [], [rest]))
        } else {
          groups = []
          break
        }
      }
      let namedCount = groups.count { !$0.kinds.isEmpty }
      if groups.count > 1, namedCount * 2 > groups.count {
        return groups.map { ($0.kinds, $0.items) }
      }
    }
    return nil
  }

  /// Characters of a word that says what an item is.
  private static let longestType = 24
  /// More different values are no types.
  private static let mostTypes = 10

  /// A line under a key that only says how the line is typeset.
  private static func onlyLine(of item: DataNode) -> Span? {
    guard item.entries.count == 1 else { return nil }
    return item["bullet", "number", "reversed_number", "text", "item"].span.map(DataText.plain)
  }

  private mutating func read(
    _ item: DataNode, _ list: DataList, _ kinds: [SectionKind], hasParts: Bool,
    _ lines: inout [Span]
  ) {
    let entry = DataEntry(item, list.fields)
    if let subject = list.subject {
      // What has degrees or positions as its parts is their organization, unless it states one itself.
      if !hasParts || entry.has(.role) || entry.has(.degree) {
        if !add(entry, subject, kinds) { lines += Self.lines(of: entry, subject) }
      }
    }
    for (key, value) in item.entries where Self.isListOfWorks(key, value) {
      // The date of a year with its papers, but not that of a position with its papers.
      guard list.subject != .career, let date = entry.span(.date), case .list(let items) = value
      else {
        readSection(titled: key, value)
        continue
      }
      readSection(titled: key, .list(items.map { DataShape.dated($0, by: date) }))
    }
  }

  /// Whether a key names works of the owner within an item; “achievements” of a position are what it says of itself.
  private static func isListOfWorks(_ key: String, _ value: DataNode) -> Bool {
    let certainty = Lexicon.shared.dataKeys.certainty(of: key)
    return (!DataFields.isListed(key) || value.isMap || isListOfMaps(value))
      && certainty[.summary] == nil && certainty[.url] == nil
      && !Set(kinds(ofKey: key)).isDisjoint(with: [.publications, .patents, .awards, .projects])
  }

  /// Removes the papers of a list that no title calls the owner's, where none of them names the owner: books that were
  /// read have titles and authors, too.
  private mutating func keepOwnPapers(
    since papers: ChunkedArray<PaperRecord>, _ kinds: [SectionKind]
  ) {
    guard record.papers.count > papers.count, !kinds.contains(.publications),
      !mayOwn(Array(record.papers.dropFirst(papers.count)))
    else { return }
    record.papers = papers
  }

  // MARK: Records

  /// Adds an entry by the subject of its list.
  ///
  /// - Returns: Whether the entry has the fields that a record needs.
  private mutating func add(
    _ entry: DataEntry, _ subject: DataSubject, _ kinds: [SectionKind]
  ) -> Bool {
    switch subject {
    case .career: return addCareer(entry, kinds)
    case .publications:
      if Self.isReference(entry) { return false }
      addPaper(entry)
    case .patents: addPatent(entry)
    case .awards:
      let count = record.awards.count
      addAward(entry)
      return record.awards.count > count || entry.has(.title)
    case .projects: addProject(entry)
    }
    return entry.has(.title)
  }

  /// Adds a position or a degree, by the title of its list or, where that is open, by the fields that it has.
  private mutating func addCareer(_ entry: DataEntry, _ kinds: [SectionKind]) -> Bool {
    let count = careerCount
    if kinds.contains(.education) || entry.kind == .education {
      addEducation(entry, isStudentship: !kinds.contains(.education) && isStudentship(entry))
    } else if kinds.contains(.experience) || entry.kind == .experience {
      addPosition(entry)
    } else if entry.organization != nil, let title = entry.span(.title),
      let column = entry.fields.columns[.title],
      column.share(.role) + column.share(.degree) >= Self.leastShareOfTitles
    {
      // A list of both has degrees and roles under one key.
      if Lexicon.shared.degrees.contains(title) {
        addEducation(entry, isStudentship: isStudentship(entry))
      } else if Lexicon.shared.roles.contains(title) {
        addPosition(entry)
      }
    }
    return careerCount > count
  }

  private static let leastShareOfTitles = 0.8

  private var careerCount: Int {
    record.affiliations.count + record.education.count + studentships.count
  }

  // MARK: Parts

  private static func isListOfMaps(_ node: DataNode) -> Bool {
    guard case .list(let items) = node else { return false }
    return !items.isEmpty && items.allSatisfy(\.isMap)
  }

  /// Reads the lists within items, those of one key as one list: the degrees of a school, the positions at an
  /// employer, the papers of a year.
  ///
  /// - Returns: The places of the items that have such parts.
  private mutating func readParts(of list: DataList, _ kinds: [SectionKind]) -> Set<Int> {
    var order: [String] = []
    var parts: [String: [(place: Int, whole: DataEntry, items: [DataNode])]] = [:]
    for (place, item) in list.items.enumerated() {
      let whole = DataEntry(item, list.fields)
      for (key, value) in item.entries
      where !list.fields.holds(key) && !DataFields.isListed(key) && Self.isListOfMaps(value) {
        if parts[key] == nil { order.append(key) }
        parts[key, default: []].append((place, whole, value.items.map(DataShape.flattened)))
      }
    }
    var wholes: Set<Int> = []
    for key in order {
      // “posts” of an employer are positions, where their fields show it.
      let own = Self.kinds(ofKey: key).filter { $0 != .news }
      // Works are read with the item; other titles, such as students, name what is not the owner's.
      guard own.isEmpty || DataSubject.named(by: own) == [.career] else { continue }
      let found = parts[key] ?? []
      if readParts(found.map { ($0.whole, $0.items) }, titled: own, in: kinds) {
        wholes.formUnion(found.map(\.place))
      }
    }
    return wholes
  }

  /// - Parameters:
  ///   - own: What the key of the parts names.
  ///   - inherited: What the title of the list names that their wholes are in. It does not say what the parts are,
  ///     since items have lists of links, too.
  private mutating func readParts(
    _ parts: [(whole: DataEntry, items: [DataNode])], titled own: [SectionKind],
    in inherited: [SectionKind]
  ) -> Bool {
    let inheritable: Set<DataField> = [.organization, .unit, .place]
    let held = inheritable.filter { field in parts.allSatisfy { $0.whole.has(field) } }
    let kinds = own.isEmpty ? inherited : own
    let named = DataSubject.named(by: kinds)
    let list = DataList(parts.flatMap(\.items), kinds: own, held: held)
    guard let subject = list.subject, named.isEmpty ? subject == .career : named.contains(subject)
    else { return false }
    for (whole, items) in parts {
      for item in items {
        let entry = DataEntry(
          item, list.fields, partOf: whole,
          inheriting: subject == .career ? inheritable : [.date, .venue, .organization])
        _ = add(entry, subject, kinds)
      }
    }
    return true
  }

  // MARK: Labelled values

  /// `name: Full Name`, `value: …`: how al-folio lists general data.
  ///
  /// - Returns: Whether the item is such a value.
  private mutating func readLabelled(_ item: DataNode, _ kinds: [SectionKind]) -> Bool {
    guard kinds.isEmpty || kinds == [.about], let label = item["name"].span,
      let value = item["value"].span
    else { return false }
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
    return true
  }
}
