internal import KGLexicon
internal import KGModel
internal import KGText

extension ProfileRecord {
  /// Adds what another part of the same profile states; what both state is kept once.
  mutating func merge(_ other: ProfileRecord) {
    person.merge(other.person)
    affiliations = PositionMerger.merge(affiliations, other.affiliations)
    education = EducationMerger.merge(education, other.education)
    var merger = PaperMerger()
    for paper in papers { merger.add(paper) }
    for paper in other.papers { merger.add(paper) }
    papers = merger.papers
    patents.appendNew(
      other.patents, keys: { [$0.title.value] + ($0.number.map { [$0.value] } ?? []) },
      isSame: { $0.isSame(as: $1) })
    awards.appendNew(
      other.awards, keys: { [$0.title.value] },
      isSame: { $0.year == nil || $1.year == nil || $0.year?.value == $1.year?.value })
    projects.appendNew(other.projects, keys: { [$0.name.value] }, isSame: { _, _ in true })
    claims.appendNew(
      other.claims, keys: { [$0.subject] }, isSame: { $0.count.value == $1.count.value })
    personal.appendNew(
      other.personal, keys: { [$0.value.value] }, isSame: { $0.property == $1.property })
    unparsedLines += other.unparsedLines
  }
}

extension Array {
  /// Appends the elements that are new.
  ///
  /// - Parameters:
  ///   - keys: Two elements can be the same only if they share a key.
  ///   - isSame: Whether two elements that share a key are the same.
  fileprivate mutating func appendNew(
    _ others: [Element], keys: (Element) -> [String], isSame: (Element, Element) -> Bool
  ) {
    guard !others.isEmpty else { return }
    var places: [String: [Int]] = [:]
    func note(_ place: Int) {
      for key in keys(self[place]) { places[foldedKey(key), default: []].append(place) }
    }
    indices.forEach(note)
    for other in others {
      let candidates = keys(other).flatMap { places[foldedKey($0)] ?? [] }
      if candidates.contains(where: { isSame(self[$0], other) }) { continue }
      append(other)
      note(count - 1)
    }
  }
}

extension PatentRecord {
  fileprivate func isSame(as other: PatentRecord) -> Bool {
    if let number, let otherNumber = other.number {
      return foldedKey(number.value) == foldedKey(otherNumber.value)
    }
    return foldedKey(title.value) == foldedKey(other.title.value)
  }
}
