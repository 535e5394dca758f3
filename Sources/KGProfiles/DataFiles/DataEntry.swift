internal import KGLexicon
internal import KGModel
internal import KGText

/// A map of a data file, whose values are found by the field that their keys hold.
struct DataEntry {
  let node: DataNode
  let fields: DataFields
  /// The entry that this one is a part of, none for most: a school with several degrees, an employer with several
  /// positions. In an array, since a value cannot contain itself.
  private let whole: [DataEntry]
  private let inherited: Set<DataField>

  /// - Parameter inherited: The fields that a part has from its whole where it states none itself.
  init(
    _ node: DataNode, _ fields: DataFields = .listed, partOf whole: DataEntry? = nil,
    inheriting inherited: Set<DataField> = [.organization, .unit, .place]
  ) {
    self.node = node
    self.fields = fields
    self.whole = whole.map { [$0] } ?? []
    self.inherited = inherited
  }

  /// The value of a field; empty when there is none.
  subscript(field: DataField) -> DataNode {
    let own = fields.value(field, in: node)
    guard case .empty = own, inherited.contains(field), let whole = whole.first else { return own }
    return whole[field]
  }

  func span(_ field: DataField) -> Span? { DataText.plainText(of: self[field]) }
  func has(_ field: DataField) -> Bool { span(field) != nil }

  /// The organization; where no key holds one, what is given as the place of a position or a degree, unless it
  /// is a town.
  var organization: Span? {
    if let given = span(.organization) { return given }
    let isRole = span(.title).map(Lexicon.shared.roles.contains) ?? false
    guard has(.role) || has(.degree) || isRole, let place = span(.place),
      let first = place.split(at: ",").first
    else { return nil }
    let isTown = Lexicon.shared.places.matches(in: first).contains { $0.range == first.range }
    return isTown ? nil : place
  }

  /// What the entry is about, by the fields that it has; `nil` when they do not show it.
  var kind: SectionKind? {
    if has(.degree), organization != nil { return .education }
    if has(.role), organization != nil { return .experience }
    guard let title = span(.title) else { return nil }
    if case .empty = self[.authors] {
      // Certificates have a title and a publisher, too.
      return has(.venue) && title.wordCount >= Self.leastTitleLength ? .publications : nil
    }
    return .publications
  }

  /// Words. Shorter titles without authors are names of courses, networks and pages.
  private static let leastTitleLength = 4

  var unit: Stated<String>? {
    span(.unit).flatMap { unit in
      // “with A. Doe” under a key of the list's own is no unit.
      let isNamed = fields.columns[.unit].map { $0.certainty[.unit] ?? 0 >= 1 } ?? true
      return isNamed || unit.scalars.first.map { !$0.properties.isLowercase } ?? false
        ? Stated(unit.collapsed, unit, rule: .dataUnit) : nil
    }
  }

  /// Whether a start without an end is open: the entry says so, or others of the list state their ends.
  private var isOpen: Bool {
    if let current = node[Lexicon.shared.dataKeys.current].span?.foldedString {
      return !["false", "no", "0", "否"].contains(current)
    }
    return !fields.statesNoEnds
  }

  /// The interval, from separate texts or from one.
  func interval(isEducation: Bool) -> Stated<DatedText>? {
    if let start = span(.start) {
      let found = DateParser.firstInterval(in: start)
      if let found, !found.value.isDate {
        return Stated(found.value, start.slice(found.range), rule: .dataInterval)
      }
      guard let date = found?.value.start else { return nil }
      guard let end = span(.end) else {
        return Stated(
          .period(from: date, to: isOpen ? .open(lastConfirmed: nil) : .unknown), start,
          rule: .dataInterval)
      }
      if let last = DateParser.firstInterval(in: end)?.value.start {
        return Stated(.period(from: date, to: .closed(last)), start, rule: .dataInterval)
      }
      let isOpen = DateParser.isPresent(end)
      return Stated(
        .period(from: date, to: isOpen ? .open(lastConfirmed: nil) : .unknown), start,
        rule: .dataInterval)
    }
    guard let text = span(.date) ?? span(.end), let found = DateParser.firstInterval(in: text)
    else {
      return nil
    }
    let isSingle = found.value.isDate
    let value =
      isEducation && isSingle ? .period(from: nil, to: found.value.end) : found.value
    return Stated(value, text.slice(found.range), rule: .dataInterval)
  }

  /// A list of names, or one text with several; where there is neither, the names that the summary
  /// begins with.
  var authors: [Stated<String>] {
    let given = self[.authors]
    if case .list(let items) = given, items.count > 1 || items.first?.isMap == true {
      return items.compactMap { item in
        guard let span = (item["name"].span ?? item.span).map(DataText.plain) else { return nil }
        return AuthorList.name(span, rule: .dataAuthor)
      }
    }
    if let span = DataText.plainText(of: given) {
      return AuthorList(span, rule: .dataAuthors)?.names ?? []
    }
    guard let summary = self[.summary].texts.first.map(DataText.plain) else { return [] }
    return AuthorList.opening(summary, rule: .dataAuthorsInSummary)?.names ?? []
  }

  var advisersInSummary: [Stated<String>] {
    self[.summary].texts.flatMap {
      Advisers.cut(from: $0).advisers.flatMap(\.names)
    }
      + node["courses"].texts.flatMap { Advisers($0)?.names ?? [] }
  }
}
