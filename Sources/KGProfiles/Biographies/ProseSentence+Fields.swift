internal import KGLexicon
internal import KGModel
internal import KGText

/// Fields of study.
extension ProseSentence {
  /// Characters of a name in Chinese.
  private static let longestName = 4
  /// Words of a field.
  private static let longestField = 7
  /// Characters of a field in Chinese.
  private static let longestHanField = 14

  /// The field after a degree: “Ph.D. degree in computer science”; `nil` where none is stated.
  func field(after degree: Span) -> Span? {
    let rest = span.from(degree.upper)
    let following = rest.words.prefix { words.isWord(.programme, $0) }
    let start = following.last?.upper ?? rest.lower
    guard let place = rest.from(start).words.first?.lower,
      span.between(start, place).trimmed.isEmpty,
      let end = words.end(of: .field, at: place, in: span)
    else { return nil }
    return noun(at: end)
  }

  /// “M.Sc. Informatics, X”: capitalized words between a degree and a comma.
  func fieldWithoutPreposition(after degree: Span) -> Span? {
    guard let noun = noun(at: degree.upper), noun.text.scalars[noun.lower].isUpper,
      noun.lower == degree.upper + 1, span.from(noun.upper).hasPrefix(",")
    else { return nil }
    return noun
  }

  /// The words from a place up to the next mark or preposition.
  func noun(at start: Int) -> Span? {
    var upper = start
    var last = start
    var count = 0
    for word in span.from(start).words {
      let gap = span.between(last, word.lower)
      guard count < Self.longestField, gap.folded.allSatisfy({ $0.isOne(of: " -&/'") }) else {
        break
      }
      let mark = marks.first { $0.span.range.overlaps(word.range) }
      let isJoin = ["and", "of", "&", "for"].contains(word.foldedString)
      guard mark.map({ isJoin && $0.isCue }) ?? true,
        isJoin || !words.isWord(.fieldEnd, word)
      else { break }
      if !isJoin { upper = word.upper }
      last = word.upper
      count += 1
    }
    // “and” before another degree or verb
    let noun = span.between(start, upper).trimmed
    return noun.isEmpty ? nil : noun
  }

  /// The field in front of a degree or its word, in Chinese: 信号与信息处理 of 获信号与信息处理专业博士学位.
  func hanField(before end: Int) -> Span? {
    var lower = end
    while lower > span.lower, end - lower < Self.longestHanField,
      span.text.scalars[lower - 1].isEastAsian || span.text.scalars[lower - 1] == " ",
      isFree(lower - 1..<lower) || isConjunction(lower - 1)
    {
      lower -= 1
    }
    return hanNoun(span.between(lower, end))
  }

  /// The field after a verb: 学习 | 自动化.
  func hanField(after start: Int) -> Span? {
    let run = span.from(start).range.prefix {
      span.text.scalars[$0].isEastAsian && isFree($0..<$0 + 1)
    }
    return hanNoun(span.between(start, start + run.count))
  }

  private func isConjunction(_ place: Int) -> Bool {
    marks.contains { $0.word == .and && $0.span.range.contains(place) && $0.span.count == 1 }
      && span.text.scalars[place].isHan
  }

  private func hanNoun(_ run: Span) -> Span? {
    var run = run
    for subject in words.phrases(.subject, in: run).reversed() where subject.upper == run.upper {
      run = run.to(subject.lower)
    }
    let uncovered = uncovered(run.lower, run.upper)
    guard let first = uncovered.first, let last = uncovered.last else { return nil }
    // 陈岚博士毕业于X: a name at the start of a sentence
    if run.lower == span.lower, run.count <= Self.longestName, Surname.begins(run.string) {
      return nil
    }
    let noun = run.between(first.lower, last.upper)
    return (2...Self.longestHanField).contains(noun.count)
      && !Lexicon.shared.organizationWords.contains(noun) ? noun : nil
  }

  /// The field that its own word follows, in a part of the sentence: 通信工程 | 专业.
  func hanField(in range: Range<Int>) -> Span? {
    words.phrases(.subject, in: span.slice(range)).lazy.compactMap { hanField(before: $0.lower) }
      .first
  }
}

extension ProseMark {
  var isCue: Bool { word != nil }
}
