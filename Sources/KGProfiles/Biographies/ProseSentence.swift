internal import KGLexicon
internal import KGModel
internal import KGText

/// A sentence with its parts marked: organizations, units, roles, degrees, dates, advisers, cues.
///
/// Each part is found by the table or the annotator that knows it, without regard to the others; of two that overlap the
/// one that says more wins: names of advisers before dates, dates before organizations, these before roles and degrees, and
/// all of them before cues.
struct ProseSentence {
  let span: Span
  let words: BiographyWords
  /// Whether words are written without spaces between them.
  let isEastAsian: Bool
  /// The cues of the sentence, also those within names.
  let cues: [PhraseTable<BiographyCue>.Match]
  /// From left to right, without overlaps.
  private(set) var marks: [ProseMark] = []

  /// - Parameter cue: A cue that is needed.
  /// - Returns: `nil` when no language has words for it, it names no organization, role or degree, or lacks the cue.
  init?(_ sentence: Span, with cue: BiographyWord? = nil) {
    span = sentence
    isEastAsian = Self.isEastAsian(sentence)
    guard
      let words = Lexicon.shared.biographyWords.words(for: sentence, isEastAsian: isEastAsian)
    else { return nil }
    self.words = words
    cues = words.cues.matches(in: sentence)
    guard cue.map({ word in cues.contains { $0.value.word == word } }) ?? true else { return nil }
    markAdvisers()
    markDates()
    markPlaces()
    let masks = words.phrases(.mask, in: sentence)
    markTitles(masks: masks)
    markUnits(masks: masks)
    for cue in cues where !masks.contains(where: { $0.range.overlaps(cue.range) }) {
      let mark = ProseMark(kind: .cue(cue.value), span: sentence.slice(cue.range))
      if isEastAsian, cue.value.word == .other, !mark.isWithinAdvisers(marks) {
        // 学会 and 基金 count also within names: a member or a grant holder has no position there.
        marks.append(mark)
      } else {
        add(mark.kind, mark.span)
      }
    }
    guard marks.contains(where: { $0.isPlace || $0.isTitle || $0.isAdvisers }),
      cue.map({ word in marks.contains { $0.word == word } }) ?? true
    else { return nil }
    markSigns()
    markNames()
    marks.sort { $0.span.lower < $1.span.lower }
  }

  /// By most of the words: English sentences may contain a name in Han, Chinese ones names in Latin letters.
  private static func isEastAsian(_ sentence: Span) -> Bool {
    let words = sentence.words
    let eastAsian = words.count { $0.text.scalars[$0.lower].isEastAsian }
    return eastAsian * 2 > words.count
  }

  // MARK: Adding

  /// Adds a mark unless another one is there.
  mutating func add(_ kind: ProseMark.Kind, _ part: Span) {
    guard !part.isEmpty, isFree(part.range) else { return }
    marks.append(ProseMark(kind: kind, span: part))
  }

  func isFree(_ range: Range<Int>) -> Bool {
    !marks.contains { $0.span.range.overlaps(range) }
  }

  /// Removes the mark added last if it is such a one.
  mutating func removeLastMark(where isWanted: (ProseMark) -> Bool) -> ProseMark? {
    guard let last = marks.last, isWanted(last) else { return nil }
    return marks.removeLast()
  }

  /// Characters of the longest cue in a language without spaces.
  private static let longestCue = 5

  /// The cue that ends at a place, in a language without spaces.
  func cue(endingAt place: Int) -> BiographyCue? {
    (1...Self.longestCue).reversed().lazy.compactMap { length -> BiographyCue? in
      guard place - length >= span.lower,
        let match = words.cues.match(in: span.to(place), at: place - length),
        match.range.upperBound == place
      else { return nil }
      return match.value
    }.first
  }

  private mutating func markAdvisers() {
    // In Chinese, names after a comma are those of another clause; 、 joins advisers.
    for mention in clauses.flatMap({ Advisers.mentions(in: $0, withWeakCues: true) }) {
      add(.advisers(mention.names), span.slice(mention.range))
    }
    markAdvisersBetweenCues()
  }

  /// The parts between commas; in Chinese 、 joins.
  private var clauses: [Span] {
    guard isEastAsian else { return [span] }
    var clauses: [Span] = []
    var start = span.lower
    for index in span.range
    where span.text.folded[index].isOne(of: ",;") && span.text.scalars[index] != "、" {
      clauses.append(span.between(start, index))
      start = index + 1
    }
    return clauses + [span.from(start)]
  }

  /// 由陈岚教授和李芷教授共同指导: the names are between two words.
  private mutating func markAdvisersBetweenCues() {
    for cue in cues where cue.value.word == .advised {
      guard
        let by = cues.last(where: {
          $0.value.word == .by && $0.range.upperBound <= cue.range.lowerBound
        })
      else { continue }
      let names = Advisers.names(
        at: span.between(by.range.upperBound, cue.range.lowerBound).trimmed)
      guard let last = names.last, cue.range.lowerBound - last.span.upper <= Self.longestTitle
      else {
        continue
      }
      add(.advisers(names), span.between(by.range.lowerBound, cue.range.upperBound))
    }
  }

  /// Characters of a title after a name: 讲席教授.
  private static let longestTitle = 6

  private mutating func markDates() {
    for found in DateParser.intervals(in: span) where !isBirth(span.to(found.range.lowerBound)) {
      add(.date(found.value), span.slice(found.range))
    }
  }

  /// “born 1979”: the age is not read.
  private func isBirth(_ before: Span) -> Bool {
    words.phrases(.birth, in: before).last.map {
      span.between($0.upper, before.upper).trimmed.isEmpty
    } ?? false
  }

  private mutating func markPlaces() {
    let barriers = marks.map(\.span.range)
    let masks = words.phrases(.mask, in: span)
    let places =
      isEastAsian
      ? ProsePlaces.inEastAsian(span, cues: cues, barriers: barriers)
      : ProsePlaces.inLatin(span, cues: cues)
    for place in places where !masks.contains(where: { $0.range.contains(place.range) }) {
      // 华中科技大学 | 图像识别研究所
      let isPart =
        isEastAsian && marks.last?.isPlace == true && marks.last?.span.upper == place.lower
      add(isPart ? .unit : .place, OrganizationText.withoutDateBracket(place))
    }
  }

  private mutating func markSigns() {
    span.text.folded.walk(span.range) { index, scalar in
      let kind: ProseMark.Kind? =
        switch scalar {
        case ",", ":": span.text.scalars[index] == "、" ? .cue(Self.listSign) : .comma
        case ";": .semicolon
        case "(", "[": .opening
        case ")", "]": .closing
        case "—", "–", "|", "•": .comma
        case "·" where index > span.lower && span.text.scalars[index - 1].isBlank: .comma
        default: nil
        }
      if let kind { add(kind, span.between(index, index + 1)) }
      return index + 1
    }
  }

  /// 、 joins the words of a list.
  private static let listSign = BiographyCue(word: .and, time: nil)

  // MARK: Subjects

  /// Marks the names of people before verbs, “Ada Quill joined X”, and after “with”.
  private mutating func markNames() {
    guard !isEastAsian else { return }
    for mark in marks where mark.word == .with {
      let words = span.from(mark.span.upper).words.prefix(Self.longestName).prefix { word in
        word.text.scalars[word.lower].isUpper && isFree(word.range)
      }
      guard words.count > 1, let first = words.first, let last = words.last else { continue }
      let name = span.between(first.lower, last.upper)
      if PersonNameText.isName(name) { add(.person, name) }
    }
    let sorted = marks.sorted { $0.span.lower < $1.span.lower }
    for (index, mark) in sorted.enumerated() where mark.isVerb || mark.isTime {
      let before = index > 0 ? sorted[index - 1].span.upper : span.lower
      let gap = span.between(before, mark.span.lower).trimmed
      if gap.count <= PersonNameText.longest, !gap.isEmpty, PersonNameText.isName(gap) {
        add(.name, gap)
      }
    }
  }

  /// Words of a name.
  private static let longestName = 4

  // MARK: Gaps

  /// The words of a part of the sentence that no mark and no small word covers.
  func uncovered(_ lower: Int, _ upper: Int) -> [Span] {
    guard lower < upper else { return [] }
    let part = span.between(lower, upper)
    let small = (words.phrases(.small, in: part) + words.phrases(.filler, in: part)).map(\.range)
    return part.words.filter { word in
      !marks.contains { $0.span.range.overlaps(word.range) }
        && !small.contains { $0.overlaps(word.range) }
        && !word.scalars.allSatisfy(\.isDigit) && !word.hasSuffix("ly")
        && MonthNames.numbers[word.foldedString] == nil
    }
  }
}

extension ProseMark {
  fileprivate func isWithinAdvisers(_ marks: [ProseMark]) -> Bool {
    marks.contains { $0.isAdvisers && $0.span.range.overlaps(span.range) }
  }

  var isAdvisers: Bool { if case .advisers = kind { true } else { false } }
  var isTime: Bool { word == .time }
}
