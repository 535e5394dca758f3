internal import KGModel
package import KGText

/// What an entry prints after its title: the venue, the year, the form of presentation, the status.
package struct VenueMention {
  package var name: Stated<String>?
  package var year: Stated<Int>?
  package var presentation: Stated<String>?
  package var status: Stated<String>?
  /// Whether the text is certainly a venue: it is a known name, or has a word that only venues have.
  package var isCertain = false
  /// Whether it is a venue of the authority table.
  package private(set) var isKnown = false

  /// Reads a venue with its remarks.
  package init(_ span: Span) {
    let rest = readName(span)
    if year == nil { readYear(in: rest) }
  }

  /// Reads only the remarks about a paper: the year, the form of presentation, the status.
  package init(remarksIn span: Span) {
    let rest = readRemarks(span).rest
    if year == nil { readYear(in: rest) }
  }

  /// - Returns: The text without the remarks.
  private mutating func readName(_ span: Span) -> Span {
    let (rest, glued) = readRemarks(Self.withoutOtherVersion(span))
    setName(from: rest, glued: glued)
    return rest
  }

  private mutating func readYear(in span: Span) {
    guard let last = DateParser.years(in: span).last else { return }
    year = Stated(last.value, span.slice(last.range), rule: .venueYear)
  }

  /// Whether a text is certainly a venue; see ``VenueMention/isCertain-swift.property``.
  package static func isCertain(_ span: Span) -> Bool { VenueEvidence(of: span) > .none }

  /// Whether a text is a venue of the authority table.
  package static func isKnown(_ span: Span) -> Bool { VenueEvidence(of: span) == .known }

  /// The venue that a text names, without its year; `nil`, after a fast filter, for most texts that name none.
  static func certainty(of span: Span) -> VenueMention? {
    guard VenueAuthority.shared.filter.mayOccur(in: span) else { return nil }
    var mention = VenueMention()
    _ = mention.readName(span)
    return mention
  }

  private init() {}

  private mutating func readRemarks(_ span: Span) -> (
    rest: Span, gluedYear: (year: Int, digits: Range<Int>)?
  ) {
    var rest = Self.withoutRank(span).trimming(",.;()[] |-–\"")
    presentation = Self.extractPhrase(Lexicon.shared.presentations, &rest, rule: .venuePresentation)
    status = Self.extractPhrase(Lexicon.shared.statuses, &rest, rule: .venueStatus)
    let glued = Self.gluedYear(in: rest)
    if let glued {
      year = Stated(glued.year, rest.slice(glued.digits), rule: .venueGluedYear)
    }
    return (rest, glued)
  }

  private mutating func setName(from span: Span, glued: (year: Int, digits: Range<Int>)?) {
    var candidate = Self.withoutEditors(Self.withoutLeadIn(span))
    candidate = Self.withoutRemark(Self.cutBeforeNumbers(Self.cutBeforeVolume(candidate)))
    var value = candidate.collapsed
    if let glued, candidate.range.contains(glued.digits.lowerBound) {
      // “ICLR2020 NAS workshop”: the year is inside the name.
      let before = candidate.to(glued.digits.lowerBound).trimming("'-–")
      let after = candidate.from(glued.digits.upperBound).trimming("'-,.")
      value = [before.collapsed, after.collapsed].filter { !$0.isEmpty }.joined(separator: " ")
    }
    value = Self.trimName(value)
    let key = foldedKey(value)
    let isInTable = VenueAuthority.shared.venue(withKey: key) != nil
    isCertain = isInTable || Self.isCertain(candidate, key: key, hasGluedYear: glued != nil)
    // Greek letters alone are a mark: (αβ) for authors in alphabetical order.
    guard
      value.unicodeScalars.contains(where: { $0.isLetter && !(0x370...0x3FF).contains($0.value) }),
      value.unicodeScalars.prefix(2).count == 2
    else { return }
    name =
      glued == nil
      ? Stated(value, Self.place(of: value, in: candidate), rule: .venueName)
      : Stated(value, candidate, rule: .venueGlued)
    isKnown = isInTable
  }

  /// The place of a name in the text that it was read from, without the years and numbers at its ends; all of the text
  /// where the name is not printed as it is.
  private static func place(of name: String, in text: Span) -> Span {
    guard name.unicodeScalars.count < text.count,
      let place = text.first(of: String(name.unicodeScalars.map(TextFold.fold)[...]))
    else { return text }
    return text.slice(place)
  }

  /// The venue after words such as “to appear in”; `nil` when there are none, or what follows is not certainly a venue.
  package static func announced(in span: Span) -> VenueMention? {
    for match in Lexicon.shared.statuses.matches(in: span) where match.value == "accepted" {
      let words = span.slice(match.range)
      guard ["in", "at", "by", "to"].contains(words.lastWord?.foldedString ?? "") else { continue }
      let after = EntryText.segments(of: span.from(match.range.upperBound)).first
      guard let after, case var mention = VenueMention(after), mention.isCertain else { continue }
      mention.status = Stated(match.value, words, rule: .venueStatus)
      return mention
    }
    return nil
  }

  // MARK: Parts

  /// The bracket about another version of the work, closed or not: “ICRA 2020 (extended version: RA-L, 2021)”.
  package static func otherVersion(in span: Span) -> Range<Int>? {
    var rest = span
    while let open = rest.first(of: "(") {
      let inner = span.from(open.upperBound).trimmed
      if Lexicon.shared.versionWords.match(in: inner, at: inner.lower) != nil {
        let end = span.brackets.first { $0.lowerBound == open.lowerBound }?.upperBound
        return open.lowerBound..<(end ?? span.upper)
      }
      rest = span.from(open.upperBound)
    }
    return nil
  }

  private static func withoutOtherVersion(_ span: Span) -> Span {
    otherVersion(in: span).map { span.to($0.lowerBound).trimmed } ?? span
  }

  /// The name without the editors before it: “K. Tunnel (ed.), Robots in Towns”.
  private static func withoutEditors(_ span: Span) -> Span {
    for match in Lexicon.shared.editorWords.matches(in: span) {
      let names = span.to(match.range.lowerBound).trimming("(,: ")
      let rest = span.from(match.range.upperBound).trimming("),.: ")
      if !rest.isEmpty, AuthorList(names) != nil { return rest }
    }
    return span
  }

  /// Removes the first phrase of a table from a span, which becomes the longer of its two sides; `nil`
  /// when no phrase occurs.
  private static func extractPhrase(
    _ table: PhraseTable<String>, _ span: inout Span, rule: Rule
  ) -> Stated<String>? {
    guard let match = table.firstMatch(in: span) else { return nil }
    let stated = Stated(match.value, span.slice(match.range), rule: rule)
    // The venue comes before “oral” and after “to appear”.
    let sides = span.removing(match.range)
    span =
      (sides.max { $0.count < $1.count }
      ?? span.between(match.range.upperBound, match.range.upperBound))
      .trimming(",.;()[] :")
    return stated
  }

  /// The year that ends a word: `NeurIPS21`, `ICLR2020`, `CVPR'21`, `ACM MM25`; `nil` when none does.
  private static func gluedYear(in span: Span) -> (year: Int, digits: Range<Int>)? {
    guard VenueAuthority.shared.filter.mayHaveGluedYear(span) else { return nil }
    for word in span.words
    where word.count >= 4 && span.text.folded[word.upper - 1].isDigit && !word.containsHan {
      let digits = word.range.reversed().prefix { word.text.folded[$0].isDigit }.count
      let letters = word.count - digits
      guard letters >= 2, digits == 2 || digits == 4,
        word.range.prefix(letters).allSatisfy({ word.text.scalars[$0].isLetter }),
        let number = Int(word.from(word.upper - digits).foldedString)
      else { continue }
      let year = digits == 4 ? number : number + (number < 50 ? 2000 : 1900)
      if (1950...2099).contains(year) { return (year, (word.upper - digits)..<word.upper) }
    }
    // `CVPR'21`, `DAFx-18`
    for sign in ["'", "-"] {
      guard let quote = span.first(of: sign), quote.lowerBound > span.lower + 1,
        // “SODA '22”, “EuroSys '25”
        span.text.scalars[quote.lowerBound - 1].isLetter
          || sign == "'" && span.to(quote.lowerBound).hasSuffix(" ")
            && (span.to(quote.lowerBound).lastWord?.scalars.filter(\.isUpper).count ?? 0) > 1,
        sign == "'"
          || span.text.scalars[span.lower].isUpper && span.text.scalars[span.lower + 1].isUpper
      else { continue }
      let rest = span.from(quote.upperBound)
      let digits = rest.range.prefix { rest.text.folded[$0].isDigit }.count
      if digits == 2, let number = Int(rest.to(rest.lower + 2).foldedString) {
        return (number + (number < 50 ? 2000 : 1900), quote.lowerBound..<(rest.lower + 2))
      }
    }
    return nil
  }

  private static let leadIns = [
    "in proceedings of the", "in proceedings of", "proceedings of the", "proceedings of",
    "in proc. of the",
    "in proc. of", "in proc.", "proc. of the", "proc. of", "published in", "appears in",
    "accepted by", "in:", "in the", "in", "at the", "the",
    "发表于", "发表在",
  ]

  private static let leadInsByStart = Dictionary(grouping: leadIns) { $0.unicodeScalars.first }

  private static func withoutLeadIn(_ span: Span) -> Span {
    guard let leadIns = leadInsByStart[span.folded.first] else { return span }
    for leadIn in leadIns where span.hasPrefix(leadIn) {
      let rest = span.from(span.lower + leadIn.unicodeScalars.count)
      if rest.text.folded[rest.range].first?.isLetter == true, leadIn.last?.isLetter == true,
        leadIn.unicodeScalars.allSatisfy(\.isASCII)
      {
        continue
      }
      return rest.trimming(",.:\"")
    }
    return span
  }

  /// The text before the volume, number or pages of a reference, with which the name of a venue ends.
  private static func cutBeforeVolume(_ span: Span) -> Span {
    span.to(volume(in: span) ?? span.upper).trimming(",.;( \"")
  }

  /// The place where a volume, a number or the pages of a reference begin; `nil` when there are none.
  package static func volume(in span: Span) -> Int? {
    let volume = Lexicon.shared.volumeWords.matches(in: span).first { match in
      guard match.range.lowerBound > span.lower else { return false }
      // “Volume 3” is a volume; “Visual Pages of Art” is a name.
      let next = span.from(match.range.upperBound).trimmed.folded.first
      return match.value == "locator" || next?.isDigit ?? true || next == ":" || next == "/"
    }
    return volume?.range.lowerBound
  }

  /// The text before a comma after which there are only numbers: 软件学报,2021,33(2):88-95.
  private static func cutBeforeNumbers(_ span: Span) -> Span {
    let lastLetter = span.range.last { span.text.scalars[$0].isLetter } ?? span.upper
    let comma = (lastLetter..<span.upper).first { span.text.folded[$0] == "," }
    return span.to(comma ?? span.upper).trimming(",.;( \"")
  }

  /// The name without links in brackets (“ICML 2024 [arXiv] [code]”) and without a remark after a year
  /// in brackets (“… Conference (CLUSTER 2021), short paper”).
  private static func withoutRemark(_ span: Span) -> Span {
    var end = span.upper
    if let link = span.first(of: " ["), link.lowerBound > span.lower + 1 { end = link.lowerBound }
    for bracket in span.to(end).brackets where bracket.upperBound < end {
      let isDated = !DateParser.years(in: span.slice(bracket)).isEmpty
      if isDated, span.text.folded[bracket.upperBound] == "," { end = bracket.upperBound }
    }
    return span.to(end).trimmed
  }

  /// The name without the rank of a venue: “(CCF-A)”, “(CCF A类)”, “(IF=8.9)”.
  private static func withoutRank(_ span: Span) -> Span {
    let whole = span.trimming(".,;")
    guard whole.hasSuffix(")") || whole.hasSuffix("]"), let bracket = span.brackets.last,
      span.from(bracket.upperBound).trimming(".,;").isEmpty
    else { return span }
    let text = span.slice(bracket).trimming("()[] ")
    let isRank = ["ccf", "sci", "ei ", "if=", "if:", "if ", "jcr", "core ", "中科院", "清华"].contains {
      text.hasPrefix($0)
    }
    return isRank ? span.to(bracket.lowerBound).trimmed : span
  }

  /// The name without years and numbers at its ends, and without punctuation around it.
  private static func trimName(_ name: String) -> String {
    if isBareName(name) { return name }
    let whole = Array(name.unicodeScalars)
    var rest = whole[...]
    while !rest.isEmpty {
      let start = (rest.lastIndex(of: " ") ?? rest.startIndex - 1) + 1
      let last = rest[start...]
      let before = rest[..<start].last { $0 != " " }
      guard isNumber(last) || before == "," && isDateWord(last) else { break }
      rest = rest[..<start]
      while rest.last == " " { rest.removeLast() }
    }
    while case let first = rest.prefix(while: { $0 != " " }), isYear(first) {
      rest = rest[first.endIndex...].drop { $0 == " " }
    }
    // “48(5)” and “4.3” after the name of a journal are a volume.
    while let last = rest.last, last.isOne(of: nameEdges) { rest.removeLast() }
    while let first = rest.first, first.isOne(of: nameEdges) { rest.removeFirst() }
    let isOpen = rest.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) } > 0
    return (rest.count == whole.count ? name : String(rest)) + (isOpen ? ")" : "")
  }

  /// Whether a name begins and ends with a letter and has no sign before a date, and so nothing to trim. A fast filter:
  /// most names are so.
  private static func isBareName(_ name: String) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first, let last = bytes.last else { return true }
    return Unicode.Scalar(first).isASCIILetter && Unicode.Scalar(last).isASCIILetter
      && !bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") }
  }

  /// Whether a word has no letters: “2021”, “(5)”, “&”.
  private static func isNumber(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    !word.contains { $0.isLetter }
  }

  private static func isYear(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.count == 4, word.allSatisfy(\.isDigit), let first = word.first else { return false }
    return first == "2" && word[word.startIndex + 1] == "0"
      || first == "1" && word[word.startIndex + 1] == "9"
  }

  private static let nameEdges: StaticString = ",.;: \"'-–/“”"

  private static func isDateWord(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let month = String(word.filter { $0.isLetter || $0.isDigit }).lowercased()
    return MonthNames.numbers[month] != nil
  }

  static let certainWords: Set<String> = [
    "conference", "proceedings", "journal", "transactions", "workshop", "workshops", "symposium",
    "letters", "magazine", "arxiv", "annals", "review", "reviews", "ieee", "acm", "lecture",
    "challenge",
  ]

  static let certainHanWords = ["学报", "会议", "期刊"]

  /// Whether a name that is not in the table has words of venues.
  private static func isCertain(_ name: Span, key: String, hasGluedYear: Bool) -> Bool {
    let (known, wordCount) = VenueAuthority.shared.filter.possibleWords(of: key)
    if known.contains(where: certainWords.contains) { return true }
    if name.containsHan, certainHanWords.contains(where: { name.first(of: $0) != nil }) {
      return true
    }
    // A known acronym in a short name: “ICCV workshop”, “NeurIPS Datasets Track”.
    return wordCount <= 6
      && (hasGluedYear || known.contains { VenueAuthority.shared.venue(withKey: $0) != nil })
  }
}
