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
    let beside = printedBeside(name)
    guard name.value.unicodeScalars.contains(where: \.isEastAsian) else {
      return [hanName(of: name, in: document) ?? beside].compactMap { $0 }
    }
    var others = beside.map { [$0] } ?? []
    // Saves time: most names have a different number of letters.
    let lengths = Set(
      Pinyin.readings(of: name.value).map { ($0.family + $0.given).joined().count })
    let mostLetters = lengths.max() ?? 0
    func hasItsLength(_ characters: some Sequence<Unicode.Scalar>) -> Bool {
      var letters = 0
      for character in characters where character.isLetter {
        letters += 1
        if letters > mostLetters { return false }
      }
      return lengths.contains(letters)
    }
    var seen = Set(others.map { foldedKey($0.value) })
    // The owner is an author of every paper.
    var candidates: Set<String> = []
    func isOther(_ candidate: String) -> Bool {
      candidates.insert(candidate).inserted && PersonName.isSpelling(candidate, of: name.value)
        && seen.insert(foldedKey(candidate)).inserted
    }
    for author in papers.lazy.flatMap(\.authors)
    where hasItsLength(author.value.unicodeScalars) && isOther(author.value) {
      others.append(Stated(author.value, author.span, rule: .ownerPinyinInAuthorList))
    }
    for block in document.blocks {
      for piece in block.span.split(at: "|,;:\n\t()")
      where hasItsLength(piece.folded) && PersonNameText.isName(piece) && isOther(piece.collapsed) {
        others.append(Stated(piece.collapsed, piece, rule: .ownerPinyin))
      }
    }
    return others
  }

  /// The name in the other script directly beside the name, which needs no pinyin to be the same person's:
  /// 葉家靖 (Chia-Ching Yeh), “CHAN Tai Man 陳大文”, 한바람 (Baram Han); `nil` when there is none.
  private static func printedBeside(_ name: Stated<String>) -> Stated<String>? {
    let line = name.span.line
    let decorated = line.trimming(".,-–|:#")
    guard decorated.count <= longestNameLine else { return nil }
    let head = decorated.split(at: ",|;").first { $0.range.overlaps(name.span.range) }
    guard let found = scriptNames(in: head ?? decorated),
      let latin = found.latin
    else { return nil }
    if found.native.range.overlaps(name.span.range) {
      return Stated(givenFirst(latin), latin, rule: .ownerPrintedBeside)
    }
    guard latin.range.overlaps(name.span.range) else { return nil }
    return Stated(found.native.collapsed, found.native, rule: .ownerPrintedBeside)
  }

  /// Characters of a line with two names and a remark; longer lines are prose.
  private static let longestNameLine = 80

  /// The name with the given name first: “CHAN Tai Man” has the family name in capitals.
  private static func givenFirst(_ latin: Span) -> String {
    let words = latin.words
    guard let family = words.first, words.count > 1, isInCapitals(family),
      !words.dropFirst().contains(where: isInCapitals)
    else { return latin.collapsed }
    return latin.from(words[1].lower).collapsed + " "
      + family.string
      .lowercased().capitalizedFirst
  }

  private static func isInCapitals(_ word: Span) -> Bool {
    word.count > 1 && word.scalars.allSatisfy { $0.isUpper || !$0.isLetter }
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
    (2...5).contains(piece.count) && piece.string.isHanName
      && PersonName.isSpelling(name, of: piece.string)
  }
}

extension String {
  /// The text with its first letter as a capital.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
