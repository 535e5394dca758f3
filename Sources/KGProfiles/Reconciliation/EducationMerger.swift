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
