internal import KGLexicon
internal import KGModel
internal import KGText

/// Determines whose document it is. An owner without a name is better than a wrong name.
struct Owner {
  private(set) var person = PersonRecord()

  init(
    _ document: Document, _ outline: Outline, papers: ChunkedArray<PaperRecord>,
    known: Stated<String>?
  ) {
    person.name = known
    if known == nil { findName(document, outline, papers) }
    findOtherNames(document, papers)
    findLinks(document, outline)
  }

  private mutating func findName(
    _ document: Document, _ outline: Outline, _ papers: ChunkedArray<PaperRecord>
  ) {
    for key in ["author", "name", "title"] {
      guard let value = document.metadata[key] else { continue }
      for part in key == "title" ? Self.partsOfTitle(value) : [value] {
        if let name = Self.name(in: part) {
          person.name = Stated(name.collapsed, name, rule: .ownerMetadata)
          return
        }
      }
    }
    if let name = Self.labelledName(document) {
      person.name = Stated(
        name.collapsed.filter { !$0.isWhitespace || !name.containsHan }, name,
        rule: .ownerLabel)
      return
    }
    // The first line or heading of a CV is its owner's name, perhaps after the words “Curriculum
    // Vitae” or the links of a page.
    let headings = document.blocks.filter {
      if case .heading(let level) = $0.kind { level <= 2 } else { false }
    }
    let isPage = document.kind == .html
    let blocks = document.blocks.filter { block in
      block.kind != .rule && !(isPage && (block.isListItem || Self.isLinks(block.span)))
    }
    let lines = blocks.lazy.compactMap(\.span.lines.first)
    let candidates =
      isPage
      ? headings.prefix(3).map(\.span) + lines.prefix(1)
      : lines.filter { !Self.isTitleOfCV($0) }.prefix(1) + headings.prefix(1).map(\.span)
    for line in candidates {
      if let name = Self.name(in: line) {
        person.name = Stated(name.collapsed, name, rule: .ownerFirstLine)
        return
      }
    }
    if let name = Self.introducedName(document) ?? Self.paragraphSubject(of: document) {
      person.name = Stated(name.collapsed, name, rule: .ownerIntroduction)
      return
    }
    let heading = outline.parts.first { $0.level == 1 && !$0.isSectionHeading }?.heading
    if let heading, let name = Self.name(in: heading) {
      person.name = Stated(name.collapsed, name, rule: .ownerHeading)
      return
    }
    if let name = Self.emphasizedAuthor(papers) {
      person.name = Stated(name.value, name.span, rule: .ownerEmphasis)
    } else if let name = Self.depictedAuthor(document, papers) {
      person.name = Stated(name.collapsed, name, rule: .ownerImage)
    }
  }

  /// The author whose picture the page shows, by the descriptions of its images; `nil` unless they
  /// name exactly one.
  private static func depictedAuthor(_ document: Document, _ papers: ChunkedArray<PaperRecord>)
    -> Span?
  {
    guard !document.images.isEmpty, !papers.isEmpty else { return nil }
    let authors = Set(papers.lazy.flatMap(\.authors).map { foldedKey($0.value) })
    let shown = document.images.compactMap { image -> Span? in
      let lead = [
        "photo of ", "picture of ", "portrait of ", "profile picture of ", "profile photo of ",
      ]
      .first(where: image.hasPrefix)
      let bare = image.from(image.lower + (lead?.unicodeScalars.count ?? 0)).trimmed
      return name(in: bare).flatMap { authors.contains(foldedKey($0.collapsed)) ? $0 : nil }
    }
    return Set(shown.map { foldedKey($0.collapsed) }).count == 1 ? shown[0] : nil
  }

  /// The name that author lists set off: owners emphasize their own name. It must be the only one
  /// set off in two lists at least, and in nine of ten lists that set any off.
  private static func emphasizedAuthor(_ papers: ChunkedArray<PaperRecord>) -> Stated<String>? {
    let setOff = papers.compactMap { paper -> Stated<String>? in
      let names = paper.authors.filter { isEmphasized($0.span) }
      return names.count == 1 && paper.authors.count > 1 ? names[0] : nil
    }
    let byKey = Dictionary(grouping: setOff) { foldedKey($0.value) }
    guard let most = byKey.values.max(by: { $0.count < $1.count }), most.count >= 2 else {
      return nil
    }
    // “W. Quill” and “Winifred Quill” count as one name.
    let longer = setOff.filter { isShortForm(most[0].value, of: $0.value) }
    let shorter = setOff.count { isShortForm($0.value, of: most[0].value) }
    guard (most.count + longer.count + shorter) * 10 >= setOff.count * 9 else { return nil }
    return longer.first ?? most[0]
  }

  private static func isEmphasized(_ name: Span) -> Bool {
    let marks = name.marked { $0 == .strong || $0 == .underline || $0 == .emphasis }
    // A list that is emphasized as a whole sets no name off.
    return marks.contains { $0.count * 10 >= name.count * 8 }
      && name.text.marks.contains { mark in
        !mark.kind.isLink && mark.range.overlaps(name.range)
          && mark.range.count <= name.count + 4
      }
  }

  /// The name in “My name is Jane Doe”, “I am Jane Doe, a …”, 我是余锋伟, or in a row of a name and a
  /// role (裘望舒 | 副教授).
  private static func introducedName(_ document: Document) -> Span? {
    for block in document.blocks.prefix(8) where block.kind != .rule {
      for phrase in [
        "my full name is ", "my name is ", "hi, i'm ", "hi, i am ", "hi, this is ",
        "hello, this is ",
        "i'm ", "i am ", "我叫", "我是",
      ] {
        guard let found = block.span.first(of: phrase) else { continue }
        let rest = block.span.from(found.upperBound)
        let end =
          [",", ".", " and ", " (", "(", "!", "。", " from ", " at "].compactMap {
            rest.first(of: $0)?.lowerBound
          }.min() ?? rest.upper
        let candidate = rest.to(end).trimmed
        if let name = name(in: candidate), name.count * 3 >= candidate.count * 2 { return name }
      }
      for line in block.span.lines.prefix(2) {
        guard let cell = line.split(where: { $0.isOne(of: "\t|,") }).first,
          cell.count < line.count,
          isHanPersonName(cell.string), Lexicon.shared.roles.contains(line.from(cell.upper))
        else { continue }
        return cell
      }
    }
    return nil
  }

  /// The name that a long paragraph begins with (即墨衡（Heng Jimo），现任…), when the bracket spells it or
  /// it is also alone in a line or in the title.
  private static func paragraphSubject(of document: Document) -> Span? {
    for block in document.blocks.prefix(40) where block.span.count > 40 {
      let span = block.span
      let length = span.range.prefix { span.text.scalars[$0].isHan || span.text.scalars[$0] == "·" }
        .count
      let name = span.to(span.lower + length)
      guard (2...8).contains(length),
        span.from(name.upper).folded.first.map({ $0.isOne(of: "(,") }) == true,
        !OrganizationText.isInstitution(name), !OrganizationText.isUnit(name),
        SectionTitle.kinds(of: name).isEmpty
      else { continue }
      if let bracket = span.brackets.first, bracket.lowerBound == name.upper {
        let latin = span.between(bracket.lowerBound + 1, bracket.upperBound - 1)
        if Pinyin.spells(latin.string, name.string) { return name }
      }
      let titles = document.metadata["title"].map(partsOfTitle) ?? []
      let lines = document.blocks.prefix(40).flatMap(\.span.lines) + titles
      if lines.contains(where: { $0.string == name.string }) { return name }
    }
    return nil
  }

  /// Whether most of a text is links, as in the navigation of a page.
  private static func isLinks(_ span: Span) -> Bool {
    span.marked(\.isLink).map(\.count).reduce(0, +) * 2 >= span.count
  }

  /// The parts of a title: “Jane Doe | MIT”, 鄢柏舟-计算机与人工智能学院.
  private static func partsOfTitle(_ title: Span) -> [Span] {
    var parts = title.split { $0.isOne(of: "|_–·•:") }
    if parts.count == 1 { parts = split(title, at: " - ") }
    if parts.count == 1, title.containsHan { parts = title.split { $0 == "-" } }
    return parts
  }

  private static func split(_ span: Span, at sign: String) -> [Span] {
    guard let found = span.first(of: sign) else { return [span] }
    return [span.to(found.lowerBound).trimmed]
      + split(span.from(found.upperBound).trimmed, at: sign)
  }

  /// The name after a label, in a line or in a row of a table: 姓名：余锋伟, “Name: Jane Doe”.
  private static func labelledName(_ document: Document) -> Span? {
    for block in document.blocks.prefix(60)
    where block.text.folded.contains(where: { $0 == ":" || $0 == "\t" }) {
      for label in ["姓名", "姓 名", "姓  名", "姓   名", "姓    名", "中文姓名", "name", "full name"] {
        guard let found = block.span.first(ofPhrase: label),
          found.lowerBound == block.span.lower
            || block.text.folded[found.lowerBound - 1].isOne(of: "\n\t| ")
        else { continue }
        let rest = block.span.from(found.upperBound)
        let head = rest.folded.prefix { $0.isOne(of: ": \t\n") }
        guard head.contains(":") || head.contains("\t") else { continue }
        let value = rest.from(rest.lower + head.count)
        let end =
          ["\t", "\n", "|", ",", ";", "性别", "   "].compactMap { value.first(of: $0)?.lowerBound }
          .min() ?? value.upper
        let name = value.to(end).trimmed
        let bare = String(name.string.filter { !$0.isWhitespace })
        if isHanPersonName(bare) || PersonNameText.isName(name) && label.allSatisfy(\.isASCII)
          || PersonNameText.isName(name)
        {
          return name
        }
        // 余锋伟 (Fengwei Yu)
        if let bracket = name.brackets.first,
          isHanPersonName(name.to(bracket.lowerBound).trimmed.string)
        {
          return name.to(bracket.lowerBound).trimmed
        }
      }
    }
    return nil
  }

  private static func isTitleOfCV(_ line: Span) -> Bool {
    // “CURRICULUM VITAE    (rev. 2022)”
    let bare = OrganizationText.withoutBracket(line).trimming("#:.*").foldedString
    return ["curriculum vitae", "cv", "resume", "résumé", "vita", "个人简历", "简历", "履历"]
      .contains(bare)
  }

  private static let decorations = [
    "'s publications", "'s publication", "'s page", "'s academic page", "'s cv", "'s site",
    "publications of",
    "publications", "'s homepage", "'s home page", "'s website", "homepage of", "home page of",
    "welcome to",
    "curriculum vitae of", "curriculum vitae", "resume of", "resume", "的个人主页", "的主页", "的简历", "个人主页",
    "个人简历", "简历",
    "cv of", "about", "hi, i'm", "hi, i am", "i am", "i'm", "姓名",
  ]

  /// A name, alone or with the words that titles of home pages have around it; `nil` when there is
  /// none.
  static func name(in span: Span) -> Span? {
    var bare = span.trimming(".,-–|:#")
    for decoration in decorations {
      guard let found = bare.first(of: decoration) else { continue }
      guard let rest = bare.removing(found).max(by: { $0.count < $1.count }) else { return nil }
      bare = rest.trimming("-–|:,!")
    }
    bare = Advisers.withoutTitles(bare)
    for degree in [
      ", ph.d.", ", ph.d", ", phd", ", m.d.", ", md", " ph.d.", ", ph. d.", ", msc", ", ms",
      ", dr.",
    ] where bare.hasSuffix(degree) {
      bare = bare.to(bare.upper - degree.unicodeScalars.count).trimming(", ")
    }
    if bare.hasSuffix("'s") { bare = bare.to(bare.upper - 2).trimmed }
    if let bracket = bare.brackets.first, bracket.lowerBound > bare.lower {
      bare = bare.to(bracket.lowerBound).trimmed
      if bare.hasSuffix("'s") { bare = bare.to(bare.upper - 2).trimmed }
    }
    // “罗羽宸  LUO, Yuchen”
    let han = bare.to(bare.range.first { !bare.text.scalars[$0].isHan } ?? bare.upper)
    if han.upper < bare.upper, isHanPersonName(han.string),
      Pinyin.spells(bare.from(han.upper).string, han.string)
    {
      return han
    }
    if let comma = bare.split(where: { $0.isOne(of: ",|–") }).first { bare = comma }
    // “CCU EE”: a word of capitals without a vowel is an abbreviation.
    let isAcronym = bare.words.contains { word in
      word.count > 2 && word.folded.allSatisfy { $0.isASCII && $0.isLetter }
        && !word.folded.contains { $0.isOne(of: "aeiouy") }
        && word.range.allSatisfy { word.text.scalars[$0].isUpper }
    }
    if isAcronym, bare.wordCount <= 2, bare.count <= 8 { return nil }
    // “余锋伟 Fengwei Yu”: the Han name comes first or last.
    let words = bare.string.split(whereSeparator: \.isWhitespace)
    if words.count == 3, words.contains(where: { $0.containsHan }),
      let inHan = words.first(where: { $0.isHanName }), isHanPersonName(String(inHan)),
      let place = bare.first(of: inHan)
    {
      return bare.slice(place)
    }
    if bare.string.isHanName { return isHanPersonName(bare.string) ? bare : nil }
    let isPlain =
      PersonNameText.isName(bare) && SectionTitle.kinds(of: bare).isEmpty
      && OrganizationAuthority.shared.match(bare.string) == nil
      && !OrganizationText.isInstitution(bare)
      && !Lexicon.shared.roles.contains(bare) && !OrganizationText.isUnit(bare)
    return isPlain ? bare : nil
  }

  private static func isHanPersonName(_ text: String) -> Bool {
    let count = text.unicodeScalars.count
    return (2...4).contains(count) && Surname.begins(text)
      && Lexicon.shared.sections.matches(in: SourceText(plain: text).whole).isEmpty
      && Lexicon.shared.roles.matches(in: SourceText(plain: text).whole).isEmpty
      && ![
        "毕业后", "首页", "主页", "动态", "教师", "简历", "通知", "公告", "关于", "博客", "归档", "标签", "分类", "当前", "正文",
        "成果", "时间", "方向", "单位", "平台", "应聘", "应届",
      ].contains { text.contains($0) }
  }

  /// Adds names of authors and in the text that spell the owner's Han name in pinyin, or the Han
  /// name that the owner's name spells.
  private mutating func findOtherNames(_ document: Document, _ papers: ChunkedArray<PaperRecord>) {
    guard let name = person.name else { return }
    guard name.value.containsHan else { return findHanName(document, name) }
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
      person.otherNames.append(Stated(author.value, author.span, rule: .ownerPinyinInAuthorList))
    }
    for block in document.blocks {
      for piece in block.span.split(where: { $0.isOne(of: "|,;:\n\t()") })
      where hasItsLength(piece.folded) && PersonNameText.isName(piece) && isOther(piece.collapsed) {
        person.otherNames.append(Stated(piece.collapsed, piece, rule: .ownerPinyin))
      }
    }
  }

  /// “Wenhao Xu (徐文浩)”: a Han name in the document that the owner's name spells.
  private mutating func findHanName(_ document: Document, _ name: Stated<String>) {
    for block in document.blocks where block.span.containsHan {
      for piece in block.span.split(where: { !$0.isHan && $0 != "·" })
      where isHanSpelling(piece, name.value) {
        person.otherNames.append(Stated(piece.collapsed, piece, rule: .ownerHanName))
        return
      }
    }
  }

  private func isHanSpelling(_ piece: Span, _ name: String) -> Bool {
    (2...5).contains(piece.count) && piece.string.isHanName && Pinyin.spells(name, piece.string)
  }

  // MARK: Links

  /// Adds the links before the first section about another topic, and those of contact sections.
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

  /// “🌐 forwil.xyz”: a domain without a scheme in a line of contact data.
  private mutating func findBareDomain(_ span: Span) {
    guard person.homepages.isEmpty else { return }
    for piece in span.split(where: { $0.isOne(of: " ·|,;\n\t") || $0 == "·" }) {
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
        person.homepages.append(Stated(text, piece, rule: .ownerHomepage))
        return
      }
    }
  }
}
