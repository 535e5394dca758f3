internal import KGModel
package import KGText

/// Determines from its title what a section is about.
package enum SectionTitle {
  private static let ordinals = "一二三四五六七八九十0123456789ivx".unicodeScalars

  /// The title without the number before it: 二、教育背景, （一）论文, “3. Education”, “IV. Awards”.
  package static func withoutOrdinal(_ heading: Span) -> Span {
    var end = heading.lower
    if end < heading.upper, heading.text.folded[end] == "(" { end += 1 }
    let start = end
    while end < heading.upper, ordinals.contains(heading.text.folded[end]), end - start < 4 {
      end += 1
    }
    guard end > start, end < heading.upper, heading.text.folded[end].isOne(of: ",.)、")
    else {
      return heading
    }
    return heading.from(end + 1).trimming(",.) ")
  }

  /// The title without a remark in brackets after it: 代表性论文（*为通讯作者）, “Publications (* equal
  /// contribution)”.
  package static func withoutRemark(_ heading: Span) -> Span {
    guard heading.hasSuffix(")") || heading.hasSuffix("]"),
      let bracket = heading.brackets.last, bracket.upperBound == heading.upper,
      bracket.lowerBound > heading.lower,
      // A heading with dates may be the title of an entry.
      DateParser.firstInterval(in: heading.slice(bracket)) == nil
    else { return heading }
    let title = heading.to(bracket.lowerBound).trimming(": ")
    return coverage(of: title) >= 0.5 || isHanTitle(title) ? title : heading
  }

  /// The subjects that a heading names, in order; empty when it is not the title of a section.
  package static func kinds(of title: Span) -> [SectionKind] {
    // Most lines have no word of a title.
    guard Lexicon.shared.sections.contains(title) else { return [] }
    let heading = withoutRemark(withoutOrdinal(title))
    guard coverage(of: heading) >= 0.4 || isHanTitle(heading) || isJoinedTitle(heading),
      OrganizationAuthority.shared.match(heading) == nil,
      !isEntry(heading)
    else {
      return []
    }
    var kinds: [SectionKind] = []
    for match in Lexicon.shared.sections.matches(in: heading) where !kinds.contains(match.value) {
      kinds.append(match.value)
    }
    if let place = kinds.firstIndex(of: .research) {
      kinds.remove(at: place)
      for kind in [SectionKind.experience, .projects] where !kinds.contains(kind) {
        kinds.insert(kind, at: min(place, kinds.count))
      }
    }
    // “Research Experience” is about experience, “Teaching Experience” about teaching.
    if kinds.count > 1 { kinds.removeAll { $0 == .other || $0 == .interests } }
    if kinds.contains(.teaching) || kinds.contains(.service) {
      kinds.removeAll { $0 == .experience }
    }
    return kinds
  }

  /// Whether a title joins the name of a section with another word: “Awards and distinctions”.
  private static func isJoinedTitle(_ heading: Span) -> Bool {
    guard heading.wordCount <= 5, let first = Lexicon.shared.sections.firstMatch(in: heading),
      first.range.lowerBound == heading.lower
    else { return false }
    let rest = heading.from(first.range.upperBound)
    return rest.hasPrefix(" and ") || rest.hasPrefix(" & ") || rest.hasPrefix(", ")
      || rest.hasPrefix(" / ")
  }

  /// Whether a Chinese, Japanese or Korean title ends with the name of a section: 近年来发表的论文, 授权的发明专利, 若干软件项目介绍.
  package static func isHanTitle(_ heading: Span) -> Bool {
    guard heading.containsEastAsian, heading.count <= 16,
      let last = Lexicon.shared.sections.matches(in: heading).last
    else { return false }
    let rest = heading.from(last.range.upperBound).trimmed
    return
      (rest.isEmpty
      || Lexicon.shared.titleRemarks.match(in: rest, at: rest.lower)?.range == rest.range)
      && !heading.folded.contains { $0.isOne(of: ",.;\n\t") }
  }

  /// Whether a line is a title by its words alone, which cover it or end it: 教育经历, 已发表论文. In text without markup a
  /// title has no other sign.
  package static func isTitleLine(_ line: Span) -> Bool {
    guard line.count <= longestTitleLine, !line.contains("\t"), !kinds(of: line).isEmpty else {
      return false
    }
    let bare = withoutOrdinal(line)
    return coverage(of: bare) > 0.8 || isHanTitle(bare) && bare.count <= longestHanTitle
  }

  private static let longestTitleLine = 30
  /// Characters. Longer lines that end so are sentences as often as titles.
  private static let longestHanTitle = 8

  /// Whether a heading is the title of an entry: it has an interval, or is a role (“Research
  /// Scientist”).
  private static func isEntry(_ heading: Span) -> Bool {
    if let found = DateParser.firstInterval(in: heading),
      !found.value.isDate
    {
      return true
    }
    return coverage(of: heading) < 1
      && Lexicon.shared.roles.matches(in: heading).last?.range.upperBound == heading.upper
  }

  /// The part of a heading's letters that names of sections cover, from 0 to 1.
  package static func coverage(of heading: Span) -> Double {
    let letters = heading.scalars.count(where: \.isLetter)
    let covered = Lexicon.shared.sections.matches(in: heading).reduce(0) { $0 + $1.range.count }
    return letters == 0 ? 0 : Double(covered) / Double(letters)
  }
}
