internal import KGModel

extension ProfileRecord {
  /// Takes what another part of the same profile tells; what both tell is one.
  mutating func merge(_ other: ProfileRecord) {
    person.merge(other.person)
    affiliations = PostMerger.merge(affiliations, other.affiliations)
    education = StudyMerger.merge(education, other.education)
    mergePapers(other.papers)
    for patent in other.patents where !patents.contains(where: { $0.isSame(as: patent) }) {
      patents.append(patent)
    }
    for award in other.awards
    where !awards.contains(where: {
      foldedKey($0.title.value) == foldedKey(award.title.value)
        && ($0.year == nil || award.year == nil || $0.year?.value == award.year?.value)
    }) {
      awards.append(award)
    }
    for project in other.projects
    where !projects.contains(where: { foldedKey($0.name.value) == foldedKey(project.name.value) }) {
      projects.append(project)
    }
    claims += other.claims
    leftovers += other.leftovers
  }

  private mutating func mergePapers(_ others: [PaperRecord]) {
    var places = Dictionary(
      papers.enumerated().map { (foldedKey($1.title.value), $0) },
      uniquingKeysWith: { first, _ in first })
    for paper in others {
      let key = foldedKey(paper.title.value)
      if let index = places[key] {
        papers[index].merge(paper, paper.title.span)
      } else {
        places[key] = papers.count
        papers.append(paper)
      }
    }
  }
}

extension PersonRecord {
  mutating func merge(_ other: PersonRecord) {
    if let theirs = other.name {
      if let ours = name {
        if foldedKey(ours.value) != foldedKey(theirs.value),
          !otherNames.contains(where: { foldedKey($0.value) == foldedKey(theirs.value) })
        {
          otherNames.append(theirs)
        }
      } else {
        name = theirs
      }
    }
    for name in other.otherNames
    where !otherNames.contains(where: { foldedKey($0.value) == foldedKey(name.value) }) {
      otherNames.append(name)
    }
    for page in other.homepages where !homepages.contains(where: { $0.value == page.value }) {
      homepages.append(page)
    }
    for identifier in other.identifiers
    where !identifiers.contains(where: { $0.value == identifier.value }) {
      identifiers.append(identifier)
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
