internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads claims of numbers: “over 50 papers”, “h-index: 31”, 发表论文五十余篇.
///
/// They are kept as claims and never counted as papers or patents.
enum Claims {
  static func read(_ part: Outline.Part) -> [ClaimRecord] {
    let isList = part.isAbout(.publications) || part.isAbout(.patents)
    return part.blocks.flatMap { block -> [ClaimRecord] in
      // The title of a listed paper or patent may contain such words.
      if isList, block.isListItem || block.kind == .tableRow || block.span.count > 300 { return [] }
      return block.span.split(at: "\n;").flatMap(read)
    }
  }

  static func read(_ line: Span) -> [ClaimRecord] {
    return Lexicon.shared.claimWords.matches(in: line).compactMap { match in
      guard !match.value.hasPrefix("@"),
        let number = match.range.lowerBound > line.lower && line.containsHan
          ? hanNumber(around: match.range, in: line)
          : (match.value == "h-index" ? nil : number(before: match.range, in: line))
            ?? number(after: match.range, match.value, in: line),
        // “One paper” is not a claim: the paper itself is listed.
        number.value > 1
      else { return nil }
      let span = line.between(
        min(number.range.lowerBound, match.range.lowerBound),
        max(number.range.upperBound, match.range.upperBound))
      return ClaimRecord(
        subject: match.value, count: Stated(number.value, span, rule: .claimNumber),
        isLowerBound: number.isLowerBound)
    }
  }

  /// Keeps the first of the claims that state the same number of the same things.
  static func distinct(_ claims: [ClaimRecord]) -> [ClaimRecord] {
    var seen: Set<[String]> = []
    return claims.filter { seen.insert([$0.subject, String($0.count.value)]).inserted }
  }

  private struct Number {
    let value: Int
    let range: Range<Int>
    let isLowerBound: Bool
  }

  /// “50+ papers”, “more than 50 peer-reviewed papers”.
  private static func number(before noun: Range<Int>, in line: Span) -> Number? {
    let words = Array(line.to(noun.lowerBound).words.suffix(6))
    guard let place = words.lastIndex(where: { value(of: $0) != nil }),
      let last = words.last, let value = value(of: words[place]),
      // “2021 papers” are the papers of a year.
      !(1900...2100).contains(value) || words[place].to(words[place].upper).contains(",")
    else { return nil }
    let number = thousands(endingAt: place, in: words) ?? (value, words[place].range)
    let gap = line.between(number.1.upperBound, noun.lowerBound)
    guard last.upper <= noun.lowerBound, gap.words.count <= 4,
      !gap.folded.contains(where: { $0.isOne(of: ",.;:()&") }),
      !gap.words.contains(where: {
        ["of", "in", "on", "the", "my", "our"].contains($0.foldedString)
      })
    else { return nil }
    // “Top 10 papers”, “Figure 3 papers”, “GPT-4 papers”: the number belongs to a name.
    let before = line.to(number.1.lowerBound)
    if let lead = before.lastWord,
      ["top", "best", "phase", "version", "no"].contains(lead.foldedString)
    {
      return nil
    }
    if before.folded.last == "-" || before.folded.last?.isLetter == true { return nil }
    return Number(
      value: number.0, range: number.1,
      isLowerBound: gap.hasPrefix("+") || isAtLeast(before))
  }

  /// “citations: 5,000+”, “h-index of 31”.
  private static func number(
    after noun: Range<Int>, _ subject: String, in line: Span
  ) -> Number? {
    guard subject == "citations" || subject == "h-index" else { return nil }
    let rest = line.from(noun.upperBound)
    guard let first = rest.folded.firstIndex(where: \.isDigit), first - noun.upperBound <= 6,
      rest.to(first).folded.allSatisfy({ $0.isOne(of: " :(of=是为达") })
    else { return nil }
    var end = first
    while end < line.upper, line.text.folded[end].isDigit || line.text.folded[end] == ",",
      end - first < 9
    {
      end += 1
    }
    let digits = line.between(first, end).trimming(",")
    guard let value = Int(digits.foldedString.filter { $0 != "," }) else { return nil }
    return Number(
      value: value, range: digits.range, isLowerBound: line.from(digits.upper).hasPrefix("+"))
  }

  /// 发表论文50余篇, 50余篇SCI论文: a number with a classifier (篇) in the same clause.
  private static func hanNumber(around noun: Range<Int>, in line: Span) -> Number? {
    let clause = clause(around: noun, in: line)
    for measure in Lexicon.shared.claimWords.matches(in: clause)
    where measure.value == "@classifier" || clause.slice(measure.range).foldedString == "篇" {
      guard measure.range.lowerBound - noun.upperBound <= 12,
        noun.lowerBound - measure.range.upperBound <= 12
      else { continue }
      var end = measure.range.lowerBound
      var isLowerBound = line.text.scalars[end].isOne(of: "余多")
      while end > clause.lower, line.text.folded[end - 1].isOne(of: " +余多") {
        isLowerBound = isLowerBound || line.text.folded[end - 1] != " "
        end -= 1
      }
      var start = end
      while start > clause.lower, isDigit(line.text.folded[start - 1]) { start -= 1 }
      guard let value = HanNumber.value(of: line.between(start, end).foldedString) else { continue }
      return Number(
        value: value, range: start..<measure.range.upperBound,
        isLowerBound: isLowerBound || isAtLeast(clause.to(start)))
    }
    return nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || HanNumber.digits.contains(scalar)
  }

  private static func clause(around place: Range<Int>, in line: Span) -> Span {
    let stops: (Unicode.Scalar) -> Bool = { $0.isOne(of: ",.;:()") }
    let start = line.range.last { $0 < place.lowerBound && stops(line.text.folded[$0]) }
    let end = line.range.first { $0 >= place.upperBound && stops(line.text.folded[$0]) }
    return line.between(start.map { $0 + 1 } ?? line.lower, end ?? line.upper)
  }

  private static func isAtLeast(_ before: Span) -> Bool {
    let lead = before.from(max(before.lower, before.upper - 16)).trimmed
    return lead.hasSuffix(">")
      || Lexicon.shared.claimWords.matches(in: lead).contains {
        $0.value == "@atLeast" && $0.range.upperBound == lead.upper
      }
  }

  private static let words = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "hundred": 100,
  ]

  private static func value(of word: Span) -> Int? {
    let text = word.foldedString
    return words[text] ?? (text.count <= 7 ? Int(text) : nil)
  }

  /// `1,234`, where each group of digits is a word.
  private static func thousands(endingAt place: Int, in words: [Span]) -> (Int, Range<Int>)? {
    var digits = words[place].foldedString
    var start = words[place].lower
    var index = place
    while index > 0, words[index].count == 3, words[index].lower == words[index - 1].upper + 1,
      words[index].text.folded[words[index].lower - 1] == ",",
      words[index - 1].folded.allSatisfy(\.isDigit)
    {
      index -= 1
      digits = words[index].foldedString + digits
      start = words[index].lower
    }
    return index < place ? Int(digits).map { ($0, start..<words[place].upper) } : nil
  }
}
