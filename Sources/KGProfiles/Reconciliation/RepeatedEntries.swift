internal import KGLexicon
internal import KGModel
internal import KGText

/// The organizations of a list of entries, to find those that a further one can mean.
private struct OrganizationIndex {
  private struct Name {
    let key: String
    let known: Organization?
  }

  private var names: [Name] = []
  private var places: [String: [Int]] = [:]

  /// More entries than any life has; a document with more is compared with the first of them only.
  private static let maximumCount = 500

  mutating func append(_ organization: Stated<String>) {
    let name = Self.name(organization)
    for key in Self.keys(name) { places[key, default: []].append(names.count) }
    names.append(name)
  }

  /// The entries whose organization can be this one: the same words, one name within the other, or names of one known
  /// organization or of a whole and its part.
  func entries(matching organization: Stated<String>) -> [Int] {
    let name = Self.name(organization)
    let candidates = Set(
      Self.keys(name).flatMap { places[$0, default: []].prefix(Self.maximumCount) })
    return candidates.sorted().filter { canBeSame(name, names[$0]) }
  }

  private static func name(_ organization: Stated<String>) -> Name {
    Name(
      key: foldedKey(organization.value),
      known: OrganizationAuthority.shared.match(organization.value))
  }

  /// Names that can mean one organization share one of these: the first word, or the known organization or a whole
  /// that it belongs to.
  private static func keys(_ name: Name) -> [String] {
    let first = name.key.prefix { $0 != " " }
    return [String(first)] + (name.known.map { OrganizationAuthority.shared.wholes(of: $0) } ?? [])
  }

  private func canBeSame(_ left: Name, _ right: Name) -> Bool {
    if left.key == right.key || left.key.hasPrefix(right.key + " ")
      || right.key.hasPrefix(left.key + " ")
    {
      return true
    }
    guard let first = left.known, let second = right.known else { return false }
    let authority = OrganizationAuthority.shared
    return authority.isPart(first, of: second) || authority.isPart(second, of: first)
  }
}

extension Interval {
  /// Whether two tellings can mean one stretch of time: no date of one contradicts the other's, as far
  /// as both are precise.
  func agrees(with other: Interval) -> Bool {
    func agree(_ left: PartialDate?, _ right: PartialDate?) -> Bool {
      guard let left, let right else { return true }
      return left.year == right.year
        && (left.month == nil || right.month == nil || left.month == right.month)
    }
    return agree(start, other.start) && agree(printedEnd, other.printedEnd)
  }
}

extension Stated<Interval> {
  /// The other telling of the same time where it says more.
  func refined(by other: Stated<Interval>?) -> Stated<Interval> {
    guard let other, value.agrees(with: other.value) else { return self }
    return Self.detail(other.value) > Self.detail(value) ? other : self
  }

  private static func detail(_ interval: Interval) -> Int {
    [interval.start, interval.printedEnd].reduce(interval.isOpen ? 1 : 0) { detail, date in
      detail + (date == nil ? 0 : date?.month == nil ? 1 : 2)
    }
  }
}

/// Joins a post told in a table, a headline and a biography into one record.
enum PositionMerger {
  /// - Parameters:
  ///   - entries: from sections about work; they keep their order.
  ///   - tellings: from elsewhere; one that repeats an entry only adds its place.
  static func merge(_ entries: [AffiliationRecord], _ mentions: [AffiliationRecord])
    -> [AffiliationRecord]
  {
    var merged: [AffiliationRecord] = []
    var organizations = OrganizationIndex()
    var seen: [PositionKey: [Int]] = [:]
    for (place, entry) in (entries + mentions).enumerated() {
      let isFromProse = place >= entries.count
      let index =
        isFromProse
        ? organizations.entries(matching: entry.organization).first {
          agrees(entry, with: merged[$0])
        }
        : seen[PositionKey(entry)].flatMap { same in
          organizations.entries(matching: entry.organization).first(where: same.contains)
        }
      if let index {
        merged[index].repeats.append(entry.organization.span)
        merged[index].role = merged[index].role ?? entry.role
        merged[index].interval =
          merged[index].interval.map { $0.refined(by: entry.interval) } ?? entry.interval
      } else {
        organizations.append(entry.organization)
        if !isFromProse { seen[PositionKey(entry), default: []].append(merged.count) }
        merged.append(entry)
      }
    }
    return merged
  }

  /// What two entries of a section must share, besides the organization, to be one post.
  private struct PositionKey: Hashable {
    let interval: Interval?
    let role: String?
    let unit: String?

    init(_ entry: AffiliationRecord) {
      interval = entry.interval?.value
      role = entry.role.map { foldedKey($0.value) }
      unit = entry.unit.map { foldedKey($0.value) }
    }
  }

  /// Whether what is told elsewhere can be about this post.
  private static func agrees(_ mention: AffiliationRecord, with entry: AffiliationRecord) -> Bool {
    // Two positions at one place, of which one is undated, are two posts.
    if let role = mention.role, let other = entry.role,
      mention.interval == nil || entry.interval == nil, role.value.containsHan,
      !role.value.hasPrefix(other.value), !other.value.hasPrefix(role.value)
    {
      return false
    }
    guard let stated = mention.interval?.value else {
      return !mention.isCurrent || entry.interval?.value.isOpen ?? true
    }
    return entry.interval.map { $0.value.agrees(with: stated) } ?? true
  }
}

/// Joins a degree told in a list and in a biography.
enum EducationMerger {
  static func merge(_ entries: [EducationRecord], _ mentions: [EducationRecord])
    -> [EducationRecord]
  {
    var merged: [EducationRecord] = entries
    var organizations = OrganizationIndex()
    entries.forEach { organizations.append($0.organization) }
    for mention in mentions {
      let repeated = organizations.entries(matching: mention.organization).first {
        merged[$0].level == mention.level
      }
      if let repeated {
        merged[repeated].fillMissing(from: mention)
      } else {
        organizations.append(mention.organization)
        merged.append(mention)
      }
    }
    return merged
  }
}

extension EducationRecord {
  /// Takes from another telling of the same degree what this one lacks.
  fileprivate mutating func fillMissing(from other: EducationRecord) {
    unit = unit ?? other.unit
    field = field ?? other.field
    interval = interval.map { $0.refined(by: other.interval) } ?? other.interval
    if advisers.isEmpty { advisers = other.advisers }
  }
}
