internal import KGLexicon
internal import KGModel
internal import KGText

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
      interval = entry.interval?.value.interval
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
