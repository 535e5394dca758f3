internal import KGText

/// Makes the authors of a reference agree: the names of one list have one form.
///
/// The model labels a token by what is near it, so that in a long list a name is cut at its comma, joined with the next,
/// or passed over, though its neighbours show what it is. Labels outside the list stay as they are.
struct AuthorAgreement {
  private(set) var labels: [ReferenceLabel]
  private let context: ReferenceContext

  /// Tokens of signs and remarks between a name and the comma after it: “(advisor)”, “*†”.
  private static let longestRemark = 8
  /// Words of a name that the model did not see.
  private static let longestName = 4

  init(_ labels: [ReferenceLabel], _ context: ReferenceContext) {
    (self.labels, self.context) = (labels, context)
    let runs = authors
    guard let first = runs.first, let last = runs.last else { return }
    if (first.lowerBound..<last.upperBound).contains(where: { shape($0).isSign(";") }) {
      joinBetweenSemicolons(runs)
    } else {
      joinInverted(runs)
      splitAtCommas(authors)
      splitAfterInitials(authors)
    }
    takeNeighbours()
    takeNameBeforeColon()
  }

  /// The tokens of each author of the longest list.
  private var authors: [Range<Int>] {
    let runs = FieldRun.runs(labels, context.tokens)
    return ReferenceReading.authors(runs).map(\.tokens)
  }

  private func shape(_ token: Int) -> TokenShape { context.tokens[token].shape }

  private func commas(in run: Range<Int>) -> [Int] { run.filter { shape($0).isSign(",") } }

  private func hasInitial(_ run: Range<Int>) -> Bool {
    run.contains { shape($0) == .initial || shape($0) == .twoCapitals }
  }

  /// Whether a name is a word or two with a hyphen.
  private func isOneWord(_ run: Range<Int>) -> Bool {
    run.count == 1 || run.count == 3 && shape(run.lowerBound + 1).isSign("-")
  }

  // MARK: Names in two parts

  /// Joins two names that have nothing but a comma between them.
  private mutating func join(_ first: Range<Int>, _ second: Range<Int>) {
    guard second.lowerBound == first.upperBound + 1, shape(first.upperBound).isSign(",") else {
      return
    }
    labels[first.upperBound] = .author
    labels[second.lowerBound] = .author
  }

  /// “Quill, Ada; Foe, Bo”: where semicolons separate names, commas do not.
  private mutating func joinBetweenSemicolons(_ runs: [Range<Int>]) {
    var group: [Range<Int>] = []
    for (place, run) in runs.enumerated() {
      group.append(run)
      let next = place + 1 < runs.count ? runs[place + 1].lowerBound : run.upperBound
      let gap = run.upperBound..<next
      let isEnd = gap.contains { shape($0).isSign(";") || context.kinds[$0] == .and }
      guard isEnd || gap.isEmpty else { continue }
      if group.count == 2 { join(group[0], group[1]) }
      group = []
    }
  }

  /// “Quill, Ada, Bo Foe, and Cy Dee”, where only the first name is inverted, and “Quill, Ada, Foe, Bo und Dee, Cy”,
  /// where the last one shows that all are.
  private mutating func joinInverted(_ runs: [Range<Int>]) {
    guard runs.count > 1 else { return }
    // Of two names the second must show by its length that it is none of the families of a list.
    let rest = runs.dropFirst(runs.count > 2 ? 2 : 1)
    let isWhole = rest.allSatisfy { !isOneWord($0) && commas(in: $0).isEmpty }
    if isOneWord(runs[0]), isWhole, commas(in: runs[1]).isEmpty {
      if runs.count > 2 || !hasInitial(runs[1]) { join(runs[0], runs[1]) }
    } else if let last = runs.last, !commas(in: last).isEmpty,
      context.kinds[last.lowerBound - 1] == .and
    {
      pair(runs.dropLast())
    }
  }

  /// Every second comma of the names separates two.
  private mutating func pair(_ runs: ArraySlice<Range<Int>>) {
    let parts = runs.flatMap { run in
      let cuts = [run.lowerBound - 1] + commas(in: run) + [run.upperBound]
      return zip(cuts, cuts.dropFirst()).map { $0 + 1..<max($1, $0 + 1) }
    }
    guard parts.count.isMultiple(of: 2), !parts.contains(where: \.isEmpty) else { return }
    for (place, part) in parts.enumerated() {
      let isSecond = !place.isMultiple(of: 2)
      labels[part.lowerBound] = isSecond ? .author : .firstOfAuthor
      guard place > 0, parts[place - 1].upperBound + 1 == part.lowerBound else {
        if isSecond { labels[part.lowerBound] = .firstOfAuthor }
        continue
      }
      labels[part.lowerBound - 1] = isSecond ? .author : .other
    }
  }

  // MARK: Two names in one

  /// “Quill, Foe, Dee, Roe”: where most names after the first have no comma, none has. The first may be inverted, unless
  /// the others are single words.
  private mutating func splitAtCommas(_ runs: [Range<Int>]) {
    let later = runs.dropFirst()
    var inverted = later.filter { !commas(in: $0).isEmpty }
    let plain = later.filter { commas(in: $0).isEmpty }
    guard let first = runs.first, later.count > 1, plain.count > inverted.count else { return }
    if plain.allSatisfy(isOneWord) { inverted.append(first) }
    for run in inverted {
      for comma in commas(in: run) where !areInitials(comma + 1..<run.upperBound) {
        labels[comma] = .other
        if comma + 1 < run.upperBound { labels[comma + 1] = .firstOfAuthor }
      }
    }
  }

  /// “Quill AB, Foe C”: a name that ends with its initials is whole, so that no comma is within the next one.
  private mutating func splitAfterInitials(_ runs: [Range<Int>]) {
    for run in runs {
      let cuts = [run.lowerBound - 1] + commas(in: run) + [run.upperBound]
      let parts = zip(cuts, cuts.dropFirst()).map { $0 + 1..<max($1, $0 + 1) }
      guard parts.count > 1, parts.allSatisfy(endsWithInitials) else { continue }
      for part in parts.dropFirst() {
        labels[part.lowerBound - 1] = .other
        labels[part.lowerBound] = .firstOfAuthor
      }
    }
  }

  private func endsWithInitials(_ name: Range<Int>) -> Bool {
    guard let first = name.first, let last = name.last(where: { !shape($0).isSign(".") }) else {
      return false
    }
    return first < last && areInitials(last..<last + 1) && shape(last).isWord
      && !areInitials(first..<first + 1)
  }

  private func areInitials(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy {
      shape($0) == .initial || shape($0) == .twoCapitals || shape($0).isSign(".-")
    }
  }

  // MARK: Names passed over

  /// What stands after a name and a comma or “and”, and looks like a name, is one, too.
  private mutating func takeNeighbours() {
    let runs = authors
    let areWords = runs.dropFirst().allSatisfy(isOneWord)
    for run in runs {
      var end = run.upperBound
      while let name = name(after: end, mayBeOneWord: areWords) {
        for token in name { labels[token] = .author }
        labels[name.lowerBound] = .firstOfAuthor
        end = name.upperBound
      }
    }
  }

  private func isOther(_ token: Int) -> Bool { token < labels.count && labels[token] == .other }

  private func separates(_ token: Int) -> Bool {
    shape(token).isSign(",;") || context.kinds[token] == .and
  }

  private func isRemark(_ token: Int) -> Bool {
    context.depths[token] > 0 || shape(token).isMark || shape(token).isNumber
  }

  private func name(after end: Int, mayBeOneWord: Bool) -> Range<Int>? {
    var sign = end
    while isOther(sign), !separates(sign), isRemark(sign), sign - end < Self.longestRemark {
      sign += 1
    }
    var start = sign
    while isOther(start), separates(start) { start += 1 }
    guard start > sign, isOther(start), let chunk = context.chunks[start], chunk.isNameLike,
      chunk.tokens.lowerBound == start, chunk.wordCount <= Self.longestName,
      chunk.wordCount > 1 || mayBeOneWord || hasInitial(chunk.tokens),
      chunk.tokens.allSatisfy(mayBeInName)
    else { return nil }
    let after = chunk.tokens.upperBound..<min(chunk.tokens.upperBound + 4, labels.count)
    return after.contains { context.kinds[$0] == .editor } ? nil : chunk.tokens
  }

  private func mayBeInName(_ token: Int) -> Bool {
    guard isOther(token) else { return false }
    switch context.venues[token] {
    case .acronym, .name: return false
    case .none, .word: break
    }
    return hasKindOfName(token)
  }

  private func hasKindOfName(_ token: Int) -> Bool {
    switch context.kinds[token] {
    case .none, .particle, .surname: true
    default: shape(token) == .initial
    }
  }

  /// “Ada Quill, Bo Foe: Slow machines. Venue”, where the last name was taken for the head of the title. A title between
  /// commas keeps it.
  private mutating func takeNameBeforeColon() {
    guard let comma = authors.last?.upperBound, comma + 1 < labels.count,
      shape(comma).isSign(","), labels[comma + 1] == .firstOfTitle,
      let chunk = context.chunks[comma + 1], chunk.isNameLike,
      chunk.tokens.lowerBound == comma + 1, 2...Self.longestName ~= chunk.wordCount,
      // “Slow-Loom: Weaving at Night” is a title.
      !isOneWord(chunk.tokens), chunk.tokens.allSatisfy(hasKindOfName)
    else { return }
    let colon = chunk.tokens.upperBound
    guard let stop = labels[(comma + 1)...].firstIndex(where: { $0.field != .title }),
      stop > colon + 2, shape(colon).isSign(":"), !shape(stop).isSign(",")
    else { return }
    for token in chunk.tokens { labels[token] = .author }
    labels[comma + 1] = .firstOfAuthor
    labels[colon] = .other
    labels[colon + 1] = .firstOfTitle
  }
}
