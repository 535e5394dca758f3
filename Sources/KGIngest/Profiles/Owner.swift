internal import KGModel

/// Finds out whose document it is. Better unnamed than named wrongly.
struct Owner {
  private(set) var person = PersonRecord()

  init(_ document: Document, _ outline: Outline, papers: [PaperRecord], known: Stated<String>?) {
    person.name = known
    if known == nil { findName(document, outline, papers) }
    findOtherNames(document, papers)
    findLinks(document, outline)
  }

  private mutating func findName(
    _ document: Document, _ outline: Outline, _ papers: [PaperRecord]
  ) {
    for key in ["author", "name", "title"] {
      if let value = document.metadata[key], let name = Self.name(in: value) {
        person.name = Stated(name.collapsed, name, rule: "owner.metadata")
        return
      }
    }
    // The first line or heading of a CV is its owner's name; the words “Curriculum Vitae” may precede.
    let lines = document.blocks.lazy.filter { $0.kind != .rule }.compactMap(\.span.lines.first)
    if let line = lines.first(where: { !Self.isTitleOfCV($0) }), let name = Self.name(in: line) {
      person.name = Stated(name.collapsed, name, rule: "owner.firstLine")
      return
    }
    let heading = outline.parts.first { $0.level == 1 && !$0.isSectionHeading }?.heading
    if let heading, let name = Self.name(in: heading) {
      person.name = Stated(name.collapsed, name, rule: "owner.heading")
      return
    }
    if let name = Self.emphasizedAuthor(papers) {
      person.name = Stated(name.value, name.span, rule: "owner.emphasis")
    }
  }

  /// Owners set their own name off in their author lists: the one name that is set off, in two lists at
  /// least and in nine of ten of those that set any off.
  private static func emphasizedAuthor(_ papers: [PaperRecord]) -> Stated<String>? {
    let setOff = papers.compactMap { paper -> Stated<String>? in
      let names = paper.authors.filter { isEmphasized($0.span) }
      return names.count == 1 && paper.authors.count > 1 ? names[0] : nil
    }
    let byKey = Dictionary(grouping: setOff) { foldedKey($0.value) }
    guard let most = byKey.values.max(by: { $0.count < $1.count }), most.count >= 2,
      most.count * 10 >= setOff.count * 9
    else { return nil }
    return most[0]
  }

  private static func isEmphasized(_ name: Span) -> Bool {
    let marks = name.marked { $0 == .strong || $0 == .underline || $0 == .emphasis }
    // A list that is emphasized as a whole sets nobody off.
    return marks.contains { $0.count * 10 >= name.count * 8 }
      && name.text.marks.contains { mark in
        !mark.kind.isLink && mark.range.overlaps(name.range)
          && mark.range.count <= name.count + 4
      }
  }

  private static func isTitleOfCV(_ line: Span) -> Bool {
    let bare = line.trimming(["#", ":", ".", "*"]).foldedString
    return ["curriculum vitae", "cv", "resume", "résumé", "vita", "个人简历", "简历", "履历"]
      .contains(bare)
  }

  private static let decorations = [
    "'s homepage", "'s home page", "'s website", "homepage of", "home page of", "welcome to",
    "curriculum vitae of", "curriculum vitae", "resume of", "resume", "的个人主页", "的主页", "的简历", "个人主页",
    "个人简历", "简历",
    "cv of", "about", "hi, i'm", "hi, i am", "i am", "i'm", "姓名",
  ]

  /// A name, alone or in the company of the words that titles of home pages have.
  static func name(in span: Span) -> Span? {
    var bare = span.trimming([".", ",", "-", "–", "|", ":", "#"])
    for decoration in decorations {
      guard let found = bare.first(of: decoration) else { continue }
      guard let rest = bare.removing(found).max(by: { $0.count < $1.count }) else { return nil }
      bare = rest.trimming(["-", "–", "|", ":", ",", "!"])
    }
    bare = Advisers.withoutTitles(bare)
    if let bracket = bare.brackets.first, bracket.lowerBound > bare.lower {
      bare = bare.to(bracket.lowerBound).trimmed
    }
    if let comma = bare.split(where: { ",|–".unicodeScalars.contains($0) }).first { bare = comma }
    // “余锋伟 Fengwei Yu”: the Han part comes first or last.
    let words = bare.string.split(whereSeparator: \.isWhitespace)
    if words.count == 3, words.contains(where: { $0.containsHan }),
      let han = words.first(where: { $0.isHanName }), let place = bare.first(of: han)
    {
      return bare.slice(place)
    }
    if bare.string.isHanName { return isHanPersonName(bare.string) ? bare : nil }
    let isPlain =
      AuthorList.isName(bare) && Outline.kinds(of: bare).isEmpty
      && OrganizationAuthority.shared.match(bare.string) == nil
      && !OrganizationText.isInstitution(bare)
      && !Lexicon.shared.roles.contains(bare) && !OrganizationText.isUnit(bare)
    return isPlain ? bare : nil
  }

  private static func isHanPersonName(_ text: String) -> Bool {
    let count = text.unicodeScalars.count
    return (2...4).contains(count) && !Pinyin.readings(of: text).isEmpty
      && Lexicon.shared.sections.matches(in: SourceText(plain: text).whole).isEmpty
  }

  /// Author names that spell the owner's name in another script or shortened form, and names that stand
  /// beside links to profiles.
  private mutating func findOtherNames(_ document: Document, _ papers: [PaperRecord]) {
    guard let name = person.name else { return }
    guard name.value.containsHan else { return findHanName(document, name) }
    var seen: Set<String> = []
    func isOther(_ candidate: String) -> Bool {
      Pinyin.spells(candidate, name.value) && seen.insert(foldedKey(candidate)).inserted
    }
    for author in papers.flatMap(\.authors) where isOther(author.value) {
      person.otherNames.append(Stated(author.value, author.span, rule: "owner.pinyinInAuthorList"))
    }
    for block in document.blocks {
      for piece in block.span.split(where: { "|,;:\n\t()".unicodeScalars.contains($0) })
      where AuthorList.isName(piece) && isOther(piece.collapsed) {
        person.otherNames.append(Stated(piece.collapsed, piece, rule: "owner.pinyin"))
      }
    }
  }

  /// “Wenhao Xu (徐文浩)”: a Han name in the document that the owner's name spells.
  private mutating func findHanName(_ document: Document, _ name: Stated<String>) {
    for block in document.blocks where block.text.scalars.contains(where: \.isHan) {
      for piece in block.span.split(where: { !$0.isHan && $0 != "·" })
      where isHanSpelling(piece, name.value) {
        person.otherNames.append(Stated(piece.collapsed, piece, rule: "owner.hanName"))
        return
      }
    }
  }

  private func isHanSpelling(_ piece: Span, _ name: String) -> Bool {
    (2...5).contains(piece.count) && piece.string.isHanName && Pinyin.spells(name, piece.string)
  }

  // MARK: Links

  /// Links before the first section that is about something else; a homepage is one that leads to no
  /// paper, code or profile service.
  private mutating func findLinks(_ document: Document, _ outline: Outline) {
    let heads = outline.parts.prefix { part in
      part.heading == nil || part.level == 1 || part.isAbout(.about)
    }
    let contact = outline.parts.filter { $0.isAbout(.other) }
    for block in (heads + contact).flatMap(\.blocks) {
      for (target, span) in block.span.links { person.addLink(target, span) }
    }
    for block in heads.flatMap(\.blocks).prefix(6) { findBareDomain(block.span) }
  }

  /// “🌐 forwil.xyz”: a domain without a scheme in a line of contacts.
  private mutating func findBareDomain(_ span: Span) {
    guard person.homepages.isEmpty else { return }
    for piece in span.split(where: { " ·|,;\n\t".unicodeScalars.contains($0) || $0 == "·" }) {
      let text = piece.string
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let isDomain =
        parts.count >= 2 && !text.contains("@")
        && parts.allSatisfy {
          !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
        && (parts.last.map {
          $0.count >= 2 && $0.allSatisfy(\.isLetter) && $0.allSatisfy(\.isLowercase)
        } ?? false)
        && text.count >= 5 && parts[0].count >= 2
      if isDomain {
        person.homepages.append(Stated(text, piece, rule: "owner.homepage"))
        return
      }
    }
  }
}

extension SourceText {
  /// Text without a source, for look-ups.
  package convenience init(plain text: String) {
    var builder = SourceTextBuilder()
    builder.append(text, at: 0)
    let built = builder.build()
    self.init(scalars: built.scalars, offsets: built.offsets)
  }
}
