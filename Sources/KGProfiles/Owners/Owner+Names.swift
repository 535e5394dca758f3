internal import KGLexicon
internal import KGModel
internal import KGText

/// Recognizes the name of a person in a line, a title or a field.
extension Owner {
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
      PersonName.isSpelling(bare.from(han.upper).string, of: han.string)
    {
      return han
    }
    if let found = scriptNames(in: bare) { return found.native }
    if let comma = bare.split(at: ",|–").first { bare = comma }
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
      let place = bare.first(of: String(inHan))
    {
      return bare.slice(place)
    }
    if bare.string.isHanName { return isHanPersonName(bare.string) ? bare : nil }
    let isPlain =
      PersonNameText.isName(bare) && SectionTitle.kinds(of: bare).isEmpty
      && OrganizationAuthority.shared.match(bare) == nil
      && !OrganizationText.isInstitution(bare)
      && !Lexicon.shared.roles.contains(bare) && !OrganizationText.isUnit(bare)
    return isPlain ? bare : nil
  }

  /// A name in Chinese, Japanese or Korean and the same in Latin letters beside it: 陳大文 of “CHAN Tai Man 陳大文”; the
  /// native name alone where it has a form that only such names have (霧島 汐里, 한바람); `nil` for other texts.
  static func scriptNames(in span: Span) -> (native: Span, latin: Span?)? {
    let isNative: (Int) -> Bool = { span.text.scalars[$0].isEastAsian }
    guard let first = span.range.first(where: isNative), let last = span.range.last(where: isNative)
    else { return nil }
    let native = span.slice(first..<last + 1)
    guard isNativePersonName(native) else { return nil }
    let rest = span.removing(native.range).map { $0.trimming("()/,|-–[] ") }.filter { !$0.isEmpty }
    if rest.isEmpty { return native.string.isHanName ? nil : (native, nil) }
    let isLatin =
      rest.count == 1 && PersonNameText.isName(rest[0])
      && !OrganizationText.isInstitution(rest[0]) && SectionTitle.kinds(of: rest[0]).isEmpty
      && !Lexicon.shared.roles.contains(rest[0])
    return isLatin ? (native, rest[0]) : nil
  }

  /// Whether a text is a person's name in Han characters, kana or Hangul, perhaps with a space after the family name.
  static func isNativePersonName(_ span: Span) -> Bool {
    let text = span.string
    if text.isHanName { return isHanPersonName(text) }
    let parts = span.split { $0.isBlank }
    let isSpaced =
      parts.count == 2
      && parts.allSatisfy { part in
        (1...longestPart).contains(part.count) && part.scalars.allSatisfy(\.isEastAsian)
      }
    guard isSpaced || PersonNameText.isName(span) else { return false }
    return Lexicon.shared.sections.matches(in: span).isEmpty
      && Lexicon.shared.roles.matches(in: span).isEmpty
      && Lexicon.shared.degrees.matches(in: span).isEmpty
      && Lexicon.shared.organizationWords.matches(in: span).isEmpty
      && OrganizationAuthority.shared.match(text) == nil
      && !notNames.contains { text.contains($0) }
  }

  /// Characters of a family name or a given name.
  private static let longestPart = 4

  private static let notNames = [
    "毕业后", "首页", "主页", "动态", "教师", "简历", "通知", "公告", "关于", "博客", "归档", "标签", "分类", "当前", "正文",
    "成果", "时间", "方向", "单位", "平台", "应聘", "应届",
  ]

  static func isHanPersonName(_ text: String) -> Bool {
    let count = text.unicodeScalars.count
    return (2...4).contains(count) && Surname.begins(text)
      && Lexicon.shared.sections.matches(in: SourceText(plain: text).whole).isEmpty
      && Lexicon.shared.roles.matches(in: SourceText(plain: text).whole).isEmpty
      && !notNames.contains { text.contains($0) }
  }
}
