internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads what one page states about its owner.
enum PageProfile {
  /// Merges what the text of a page states with its front matter and the references that it quotes.
  static func record(
    of document: Document, owner: String?, knownOwner: Stated<String>? = nil
  ) -> ProfileRecord {
    if PublicationPage.isPublication(document.data) {
      // The text of the page is the abstract; the title is not the owner's name.
      var record = ProfileRecord()
      if let patent = PublicationPage.patent(document.data) {
        record.patents = [patent]
      } else if let paper = PublicationPage.paper(document.data) {
        record.papers.append(paper)
      }
      return record
    }
    var pageRecord = DocumentProfile(document, owner: owner, knownOwner: knownOwner).record
    if document.data.isMap {
      pageRecord.merge(DataProfile(document.data.withoutPageKeys).record)
      // In older Hugo themes the name of a widget says what its items are about.
      if let widget = document.data["widget"].span {
        let items = document.data["item", "items"]
        pageRecord.merge(DataProfile(.map([(widget.string, items)])).record)
      }
    }
    if !document.references.isEmpty {
      var quoted = BibTeXPapers.record(of: document.references)
      // Pages quote works of others, too.
      quoted.papers.removeAll { !pageRecord.person.isAuthor(of: $0) }
      pageRecord.merge(quoted)
    }
    return pageRecord
  }
}

extension PersonRecord {
  /// Whether one of the authors has a name of this person; true for every paper where the person
  /// has no name.
  func isAuthor(of paper: PaperRecord) -> Bool {
    let names = ([name].compactMap { $0 } + otherNames).map { PersonName($0.value) }
    return names.isEmpty
      || paper.authors.contains { author in
        let author = PersonName(author.value)
        return names.contains { $0.compatibility(with: author).isCompatible }
      }
  }
}

extension DataNode {
  /// Front matter without the keys that describe the page itself.
  fileprivate var withoutPageKeys: DataNode {
    .map(
      entries.filter {
        ![
          "title", "name", "url", "date", "permalink", "layout", "author", "description", "summary",
          "widget", "weight",
        ].contains(DataNode.folded($0.key))
      })
  }
}
