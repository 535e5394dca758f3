internal import KGLexicon
internal import KGModel

/// Finds the names in a question, whatever the words around them are.
struct NameSpotter {
  struct Mention {
    let kind: Question.ParameterKind
    let text: String
    /// The indices of its words in the question.
    let range: Range<Int>
  }

  private let index: any NameIndex
  private let lexicon: ConceptLexicon
  /// Longer names, such as titles, are found by their first words.
  private let maximumWords = 24

  init(index: any NameIndex, lexicon: ConceptLexicon) {
    self.index = index
    self.lexicon = lexicon
  }

  /// The names from left to right. Of overlapping names the longest is taken, then the leftmost.
  func mentions(in question: QuestionWords) throws -> [Mention] {
    var mentions: [Mention] = []
    var isTaken = Array(repeating: false, count: question.words.count)
    func take(_ mention: Mention) {
      guard !isTaken[mention.range].contains(true) else { return }
      mention.range.forEach { isTaken[$0] = true }
      mentions.append(mention)
    }
    try printedNames(question).sorted {
      ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound)
    }.forEach(take)
    for range in unreadRuns(question, isTaken) {
      if let mention = try otherForm(question, range) { take(mention) }
    }
    return mentions.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Names as they are in the graph or the authority tables, and years.
  private func printedNames(_ question: QuestionWords) throws -> [Mention] {
    var ranges: [String: [Range<Int>]] = [:]
    var found: [Mention] = []
    for start in question.words.indices {
      for end in (start + 1)...min(question.words.count, start + maximumWords) {
        let text = question.typed(start..<end)
        let readings = lexicon.read(question.words[start..<end].map(\.text))
        if readings.allSatisfy({ $0.concept != nil }) { continue }
        ranges[foldedKey(text), default: []].append(start..<end)
        let edges = [readings.first?.concept, readings.last?.concept]
        if !edges.contains(ConceptLexicon.stopWord), let kind = authority(text) {
          found.append(Mention(kind: kind, text: text, range: start..<end))
        }
      }
    }
    for thing in try index.names(withKeys: ranges.keys.sorted()) {
      guard let kind = Self.kind(of: thing) else { continue }
      for range in ranges[foldedKey(thing.name)] ?? [] {
        found.append(Mention(kind: kind, text: question.typed(range), range: range))
      }
    }
    return found
  }

  private func authority(_ text: String) -> Question.ParameterKind? {
    if text.count == 4, (1900...2100).contains(Int(text) ?? 0) { return .year }
    if VenueAuthority.shared.venue(named: text) != nil { return .venue }
    return OrganizationAuthority.shared.match(text) != nil ? .organization : nil
  }

  private static func kind(of thing: NamedThing) -> Question.ParameterKind? {
    let kinds: [(IRI, Question.ParameterKind)] = [
      (Schema.person, .person), (Schema.organization, .organization),
      (Schema.eventSeries, .venue), (Schema.periodical, .venue), (Schema.scholarlyArticle, .paper),
    ]
    return kinds.first { thing.types.contains($0.0) }?.1
  }

  /// Ranges of words that neither belong to a name nor are in the lexicon.
  private func unreadRuns(_ question: QuestionWords, _ isTaken: [Bool]) -> [Range<Int>] {
    var isOpen = isTaken.map { !$0 }
    for reading in lexicon.read(question.words.map(\.text)) where reading.concept != nil {
      reading.range.forEach { isOpen[$0] = false }
    }
    var runs: [Range<Int>] = []
    var start: Int?
    for place in 0...isOpen.count {
      if place < isOpen.count, isOpen[place] {
        start = start ?? place
      } else if let first = start {
        runs.append(first..<place)
        start = nil
      }
    }
    return runs
  }

  private static func isSystemName(_ text: String) -> Bool {
    text.dropFirst().contains { $0.isUppercase || $0.isNumber }
  }

  /// A name in a form that is not in the graph: with the family name first, in pinyin, with initials, or a part
  /// of a title.
  private func otherForm(_ question: QuestionWords, _ range: Range<Int>) throws -> Mention? {
    let text = question.typed(range)
    let lookup = NameLookup(index: index)
    for kind in [Question.ParameterKind.person, .organization, .paper] {
      // An ordinary word is in many titles; the name of a system is not (BRECQ, QDrop, GPT-4).
      if kind == .paper, range.count < 2, !Self.isSystemName(text) { continue }
      if case .found = try lookup.find(text, kind) {
        return Mention(kind: kind, text: text, range: range)
      }
    }
    return nil
  }
}
