internal import KGModel

/// Reads a question by its words when no phrasing matches: the names in it, and the meanings of the other words.
///
/// A question of the library is meant when its parameters fit the names, its phrasings contain the meanings of
/// all other words, and one phrasing has no further meaning. An unknown word is never ignored: then the
/// question is not understood.
package struct WordReading {
  /// Whether a question was understood.
  package enum Result: Sendable {
    case reading(QuestionLibrary.Reading)
    /// The names that were found, and the words that are unknown; no words when they fit no question or several.
    case unread(names: [String], words: [String])
  }

  private let library: QuestionLibrary
  private let spotter: NameSpotter
  private let lexicon: ConceptLexicon

  /// - Parameter index: The names of the graph that is asked.
  package init(library: QuestionLibrary, index: any NameIndex) {
    self.library = library
    lexicon = ConceptLexicon()
    spotter = NameSpotter(index: index, lexicon: lexicon)
  }

  /// - Throws: Errors of the index.
  package func read(_ question: String) throws -> Result {
    let words = QuestionWords(question)
    let mentions = try spotter.mentions(in: words)
    let taken = Set(mentions.flatMap { Array($0.range) })
    let rest = words.words.indices.filter { !taken.contains($0) }.map { words.words[$0].text }
    let readings = lexicon.read(rest)
    let unknown = readings.filter { $0.concept == nil }.flatMap { rest[$0.range] }
    let names = mentions.map(\.text)
    guard unknown.isEmpty, !mentions.isEmpty else { return .unread(names: names, words: unknown) }
    let asked = Set(readings.compactMap(\.concept)).subtracting([ConceptLexicon.stopWord])
    guard !asked.isEmpty, let best = best(asked, mentions) else {
      return .unread(names: names, words: [])
    }
    return .reading(best)
  }

  /// The question that fits best; `nil` when two fit equally well.
  private func best(
    _ asked: Set<String>, _ mentions: [NameSpotter.Mention]
  ) -> QuestionLibrary.Reading? {
    let kinds = mentions.map(\.kind)
    var found: [(question: Question, fit: Int)] = []
    for question in library.questions {
      guard Self.sorted(question.kinds) == Self.sorted(kinds) else { continue }
      let phrasings = Set(question.patterns.flatMap(\.wordings).compactMap(concepts))
      guard asked.isSubset(of: phrasings.reduce(into: []) { $0.formUnion($1) }) else { continue }
      let fitting = phrasings.filter { !$0.isEmpty && $0.isSubset(of: asked) }
      guard let fit = fitting.map(\.count).max() else { continue }
      found.append((question, fitting.contains(asked) ? 100 : fit))
    }
    guard let fit = found.map(\.fit).max() else { return nil }
    let winners = found.filter { $0.fit == fit }
    guard winners.count == 1, let winner = winners.first else { return nil }
    return QuestionLibrary.Reading(
      question: winner.question, values: Self.values(winner.question, mentions))
  }

  /// The meanings of the words of a phrasing; `nil` when the table does not have one of them.
  private func concepts(_ wording: String) -> Set<String>? {
    let readings = lexicon.read(QuestionWords(wording).words.map(\.text))
    guard readings.allSatisfy({ $0.concept != nil }) else { return nil }
    return Set(readings.compactMap(\.concept)).subtracting([ConceptLexicon.stopWord])
  }

  private static func sorted(_ kinds: [Question.ParameterKind]) -> [String] {
    kinds.map(\.rawValue).sorted()
  }

  /// Parameters of one kind get the names in their order in the question.
  private static func values(
    _ question: Question, _ mentions: [NameSpotter.Mention]
  ) -> [String: String] {
    var rest = mentions
    var values: [String: String] = [:]
    for parameter in question.parameters {
      let kind = Question.ParameterKind(name: parameter)
      guard let place = rest.firstIndex(where: { $0.kind == kind }) else { continue }
      values[parameter] = rest.remove(at: place).text
    }
    return values
  }
}

extension Question {
  fileprivate var kinds: [ParameterKind] { parameters.compactMap(ParameterKind.init(name:)) }
}
