internal import KGLexicon
internal import KGModel

/// Merges lists of papers; entries with the same title are one work.
struct PaperMerger {
  private(set) var papers = ChunkedArray<PaperRecord>()
  private var places: [String: Int] = [:]

  mutating func add(_ paper: PaperRecord) {
    let key = foldedKey(paper.title.value)
    if let index = places[key] {
      papers[index].merge(paper)
    } else {
      places[key] = papers.count
      papers.append(paper)
    }
  }
}

extension PaperRecord {
  /// Adds what another entry for the same work states and this one lacks.
  mutating func merge(_ other: PaperRecord) {
    if other.authors.count > authors.count {
      authors = other.authors
      authorNumbers = other.authorNumbers
      notes = other.notes
      isAuthorListComplete = other.isAuthorListComplete
    }
    venue = venue ?? other.venue
    year = year ?? other.year
    status = status ?? other.status
    presentation = presentation ?? other.presentation
    hasOnlyEditors = (hasOnlyEditors || other.hasOnlyEditors) && authors.isEmpty
    isOwnerFirst = isOwnerFirst || other.isOwnerFirst
    repeats.append(other.title.span)
  }
}
