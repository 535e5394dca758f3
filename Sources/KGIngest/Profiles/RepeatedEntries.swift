internal import KGModel

/// Whether two printed names can mean one organization: the same words, one within the other, or names
/// of one known organization or of a whole and its part.
private func canBeSame(_ left: AffiliationNames, _ right: AffiliationNames) -> Bool {
  let (a, b) = (foldedKey(left.organization), foldedKey(right.organization))
  if a == b || a.hasPrefix(b + " ") || b.hasPrefix(a + " ") { return true }
  let authority = OrganizationAuthority.shared
  guard let first = authority.match(left.organization),
    let second = authority.match(right.organization)
  else { return false }
  return authority.isPart(first, of: second) || authority.isPart(second, of: first)
}

private struct AffiliationNames {
  let organization: String
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

/// Joins a post told in a table, a headline and a biography into one record.
enum PostMerger {
  /// - Parameters:
  ///   - entries: from sections about work; they keep their order.
  ///   - tellings: from elsewhere; one that repeats an entry only adds its place.
  static func merge(_ entries: [AffiliationRecord], _ tellings: [AffiliationRecord])
    -> [AffiliationRecord]
  {
    var merged: [AffiliationRecord] = []
    for entry in entries + tellings {
      let isTelling =
        merged.count >= entries.count
        || tellings.contains {
          $0.organization.span.range == entry.organization.span.range
            && $0.organization.span.text === entry.organization.span.text
        }
      if let index = merged.firstIndex(where: { repeats(entry, $0, isTelling: isTelling) }) {
        merged[index].repeats.append(entry.organization.span)
        merged[index].role = merged[index].role ?? entry.role
        merged[index].interval = merged[index].interval ?? entry.interval
      } else {
        merged.append(entry)
      }
    }
    return merged
  }

  private static func repeats(
    _ telling: AffiliationRecord, _ entry: AffiliationRecord, isTelling: Bool
  ) -> Bool {
    let names = AffiliationNames(organization: telling.organization.value)
    guard canBeSame(names, AffiliationNames(organization: entry.organization.value)) else {
      return false
    }
    if isTelling {
      guard let told = telling.interval?.value else {
        return !telling.isCurrent || entry.interval?.value.isOpen ?? true
      }
      return entry.interval.map { $0.value.agrees(with: told) } ?? true
    }
    return telling.interval?.value == entry.interval?.value
      && telling.role.map { foldedKey($0.value) } == entry.role.map { foldedKey($0.value) }
      && telling.unit.map { foldedKey($0.value) } == entry.unit.map { foldedKey($0.value) }
  }
}

/// Joins a degree told in a list and in a biography.
enum StudyMerger {
  static func merge(_ entries: [EducationRecord], _ tellings: [EducationRecord])
    -> [EducationRecord]
  {
    var merged: [EducationRecord] = entries
    for telling in tellings {
      let repeated = merged.firstIndex { entry in
        canBeSame(
          AffiliationNames(organization: entry.organization.value),
          AffiliationNames(organization: telling.organization.value))
          && entry.level == telling.level
      }
      if let repeated {
        merged[repeated].takeMissing(from: telling)
      } else {
        merged.append(telling)
      }
    }
    return merged
  }
}

extension EducationRecord {
  /// What the printed degree is.
  var level: DegreeLevel? {
    degree.flatMap { Lexicon.shared.degrees.matches(in: $0.span).first?.value }
  }

  /// Whether no end of the study is told, or that it is open.
  var isGoingOn: Bool { interval?.value.isOpen ?? (interval == nil) }

  /// Takes from another telling of the same degree what this one lacks.
  fileprivate mutating func takeMissing(from other: EducationRecord) {
    unit = unit ?? other.unit
    field = field ?? other.field
    interval = interval ?? other.interval
    if advisers.isEmpty { advisers = other.advisers }
  }
}
