internal import KGLexicon
internal import KGModel
internal import KGText

/// The organizations of a list of entries, indexed to find those that may be the same as another
/// one.
private struct OrganizationIndex {
  private struct Name {
    let key: String
    let known: Organization?
  }

  private var names: [Name] = []
  private var places: [String: [Int]] = [:]

  /// More entries than a career has; in a longer list only the first of them are compared.
  private static let maximumCount = 500

  mutating func append(_ organization: Stated<String>) {
    let name = Self.name(organization)
    for key in Self.keys(name) { places[key, default: []].append(names.count) }
    names.append(name)
  }

  /// The indices of entries whose organization can be this one: the names are equal, one is a
  /// prefix of the other, or both mean one known organization or a whole and its part.
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

  /// Two names of one organization share one of these keys: the first word, the known organization,
  /// or a whole that it is part of.
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
  /// Whether two intervals can mean the same period: their dates do not contradict each other, as
  /// far as both are precise.
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
  /// The other interval, where it agrees and is more precise; otherwise this one.
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

/// Merges a position that a table, a headline and a biography state into one record.
enum PositionMerger {
  /// - Parameters:
  ///   - entries: From sections about employment; they keep their order.
  ///   - mentions: From prose and elsewhere; one that repeats an entry only adds its place.
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

  /// What two entries of a section must share, besides the organization, to be one position.
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

  /// Whether a mention can be about this position.
  private static func agrees(_ mention: AffiliationRecord, with entry: AffiliationRecord) -> Bool {
    // Two roles at one organization, of which one is undated, are two positions.
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

/// Merges a degree that a list and a biography state into one record.
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
  /// Adds what another statement of the same degree has and this one lacks.
  fileprivate mutating func fillMissing(from other: EducationRecord) {
    unit = unit ?? other.unit
    field = field ?? other.field
    interval = interval.map { $0.refined(by: other.interval) } ?? other.interval
    if advisers.isEmpty { advisers = other.advisers }
  }
}
