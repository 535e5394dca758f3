internal import KGLexicon
internal import KGModel
internal import KGText

/// Finds the owner's name in the other script.
extension Owner {
  /// Names of authors and in the text that spell the owner's Han name in pinyin, or the Han name
  /// that the owner's name spells; empty when there are none.
  static func otherNames(
    of name: Stated<String>, in document: Document, authorsOf papers: ChunkedArray<PaperRecord>
  ) -> [Stated<String>] {
    guard name.value.containsHan else {
      return hanName(of: name, in: document).map { [$0] } ?? []
    }
    var others: [Stated<String>] = []
    // Saves time: most names have a different number of letters.
    let lengths = Set(
      Pinyin.readings(of: name.value).map { ($0.family + $0.given).joined().count })
    func hasItsLength(_ characters: some Sequence<Unicode.Scalar>) -> Bool {
      lengths.contains(characters.reduce(0) { $1.isLetter ? $0 + 1 : $0 })
    }
    var seen: Set<String> = []
    func isOther(_ candidate: String) -> Bool {
      Pinyin.spells(candidate, name.value) && seen.insert(foldedKey(candidate)).inserted
    }
    for author in papers.lazy.flatMap(\.authors)
    where hasItsLength(author.value.unicodeScalars) && isOther(author.value) {
      others.append(Stated(author.value, author.span, rule: .ownerPinyinInAuthorList))
    }
    for block in document.blocks {
      for piece in block.span.split(where: { $0.isOne(of: "|,;:\n\t()") })
      where hasItsLength(piece.folded) && PersonNameText.isName(piece) && isOther(piece.collapsed) {
        others.append(Stated(piece.collapsed, piece, rule: .ownerPinyin))
      }
    }
    return others
  }

  /// “Wenhao Xu (徐文浩)”: a Han name in the document that the owner's name spells.
  private static func hanName(
    of name: Stated<String>, in document: Document
  ) -> Stated<String>? {
    for block in document.blocks where block.span.containsHan {
      for piece in block.span.split(where: { !$0.isHan && $0 != "·" })
      where isHanSpelling(piece, name.value) {
        return Stated(piece.collapsed, piece, rule: .ownerHanName)
      }
    }
    return nil
  }

  private static func isHanSpelling(_ piece: Span, _ name: String) -> Bool {
    (2...5).contains(piece.count) && piece.string.isHanName && Pinyin.spells(name, piece.string)
  }
}
