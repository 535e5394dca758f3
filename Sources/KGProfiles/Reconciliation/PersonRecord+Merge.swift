internal import KGLexicon
internal import KGModel

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
