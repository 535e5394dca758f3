internal import KGLexicon
internal import KGText

/// Which keys hold which fields in the entries of one list.
///
/// A field is held by the keys that `data-keys.tsv` lists for it. Where no entry has one of these, a key of the
/// list's own holds it, if most of its values have the form of the field.
struct DataFields {
  private var keys = Lexicon.shared.dataKeys

  /// For entries that are read one by one, by listed keys alone.
  static let listed = DataFields()

  private init() {}

  init(of entries: [DataNode]) {
    var values: [(key: String, nodes: [DataNode])] = []
    var places: [String: Int] = [:]
    for (key, value) in entries.flatMap(\.entries) {
      let key = DataNode.folded(key)
      let place = places[key, default: values.count]
      if place == values.count { values.append((key, [])) }
      places[key] = place
      values[place].nodes.append(value)
    }
    var unlisted = values.filter { !Self.listedKeys.contains($0.key) }
    let present = Set(places.keys)
    for (field, hasForm) in Self.forms where !isHeld(field, in: present) {
      // Only lists of publications have venues and titles of their own; names of networks look like them.
      if field == .venue || field == .title, !isHeld(.authors, in: present) { continue }
      let place = unlisted.firstIndex { _, nodes in
        let count = nodes.count(where: hasForm)
        return Double(count) >= Self.leastShare * Double(max(nodes.count, entries.count))
      }
      guard let place else { continue }
      keys[field, default: []].append(unlisted.remove(at: place).key)
    }
  }

  /// The value of a field in an entry; empty when the entry does not have it.
  func value(_ field: DataField, in entry: DataNode) -> DataNode { entry[keys[field] ?? []] }

  /// Whether a key holds a field, and so is not the title of a section.
  static func isListed(_ key: String) -> Bool { listedKeys.contains(DataNode.folded(key)) }

  private static let listedKeys = Set(Lexicon.shared.dataKeys.values.joined().map(DataNode.folded))

  private func isHeld(_ field: DataField, in present: Set<String>) -> Bool {
    (keys[field] ?? []).contains { present.contains(DataNode.folded($0)) }
  }

  // MARK: Forms of values

  /// The share of the entries in which a key's value has to have the form of the field.
  private static let leastShare = 0.6

  /// The fields whose values can be recognized, those with the strictest forms first.
  private static let forms: [(DataField, @Sendable (DataNode) -> Bool)] = [
    (.date, { $0.span.map(isDate) ?? false }),
    (.authors, { isListOfPeople($0) }),
    (.degree, { $0.span.map(isDegree) ?? false }),
    (.role, { $0.span.map(isRole) ?? false }),
    (.organization, { $0.span.map(isOrganization) ?? false }),
    (.venue, { $0.span.map { VenueMention($0).name != nil && $0.wordCount <= 20 } ?? false }),
    (.title, { $0.span.map(isTitle) ?? false }),
  ]

  private static func isDate(_ span: Span) -> Bool {
    guard span.count <= 40, let found = DateParser.firstInterval(in: span) else { return false }
    return span.removing(found.range).allSatisfy { $0.count <= 3 }
  }

  private static func isListOfPeople(_ node: DataNode) -> Bool {
    if case .list(let items) = node {
      return !items.isEmpty
        && items.allSatisfy { item in
          (item["name"].span ?? item.span).map {
            PersonNameText.isName(AuthorList.clean(DataText.plain($0)))
          } ?? false
        }
    }
    guard let text = node.span, let list = AuthorList(DataText.plain(text), rule: .dataAuthors)
    else { return false }
    return list.names.count > 1
  }

  private static func isDegree(_ span: Span) -> Bool {
    span.wordCount <= 12 && Lexicon.shared.degrees.contains(span)
      && !OrganizationText.isInstitution(span)
  }

  private static func isRole(_ span: Span) -> Bool {
    span.wordCount <= 10 && Lexicon.shared.roles.contains(span)
      && !OrganizationText.isInstitution(span)
  }

  private static func isOrganization(_ span: Span) -> Bool {
    span.wordCount <= 15 && !span.hasPrefix("http")
      && (OrganizationAuthority.shared.match(span) != nil
        || OrganizationText.isInstitution(span) || OrganizationText.find(in: span) != nil)
  }

  private static func isTitle(_ span: Span) -> Bool {
    let words = span.containsHan ? span.count / 2 : span.wordCount
    return (3...40).contains(words) && !span.hasPrefix("http") && !span.hasPrefix("/")
  }
}
