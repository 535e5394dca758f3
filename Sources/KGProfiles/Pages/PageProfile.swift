internal import KGLexicon
internal import KGModel
internal import KGText

/// What one page says of its owner.
enum PageProfile {
  /// What a page tells in its text, in the data at its head and in the references that it quotes.
  static func record(
    of document: Document, owner: String?, knownOwner: Stated<String>? = nil
  ) -> ProfileRecord {
    var pageRecord = DocumentProfile(document, owner: owner, knownOwner: knownOwner).record
    if document.data.isMap {
      pageRecord.merge(DataProfile(document.data.withoutPageKeys).record)
      // A widget of older Hugo themes tells by its name what its items are about.
      if let widget = document.data["widget"].span {
        let items = document.data["item", "items"]
        pageRecord.merge(DataProfile(.map([(widget.string, items)])).record)
      }
    }
    if !document.references.isEmpty {
      var quoted = BibTeXPapers.record(of: document.references)
      // Others' works are quoted, too.
      quoted.papers.removeAll { !pageRecord.person.isAuthor(of: $0) }
      pageRecord.merge(quoted)
    }
    return pageRecord
  }
}

extension PersonRecord {
  /// Whether one of the authors has a name of this person; true for all where the person has none.
  fileprivate func isAuthor(of paper: PaperRecord) -> Bool {
    let names = ([name].compactMap { $0 } + otherNames).map(\.value)
    return names.isEmpty
      || paper.authors.contains { author in
        names.contains { name in
          foldedKey(name) == foldedKey(author.value) || isShortForm(name, of: author.value)
            || isShortForm(author.value, of: name) || Pinyin.spells(author.value, name)
        }
      }
  }
}

extension DataNode {
  /// Front matter without what it says of the page itself.
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
