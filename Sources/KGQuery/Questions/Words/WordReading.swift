internal import KGModel

/// Reads a question by its words when no phrasing fits: the names in it, and what the other words mean.
///
/// A question of the library is meant when it takes the names that were found, knows every other word,
/// and one of its phrasings says no more than was asked. A word that nothing explains is not passed
/// over: then the question is not understood.
public struct WordReading {
  public enum Result: Sendable {
    case reading(QuestionLibrary.Reading)
    /// The names that were found, and the words that were not.
    case unread(names: [String], words: [String])
  }

  private let library: QuestionLibrary
  private let spotter: NameSpotter
  private let lexicon: ConceptLexicon

  public init(library: QuestionLibrary, index: any NameIndex) {
    self.library = library
    lexicon = ConceptLexicon()
    spotter = NameSpotter(index: index, lexicon: lexicon)
  }

  public func read(_ question: String) throws -> Result {
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

  /// The one question that fits best; `nil` when two fit as well.
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

  /// What the words of a phrasing mean; `nil` when the table lacks one of them.
  private func concepts(_ wording: String) -> Set<String>? {
    let readings = lexicon.read(QuestionWords(wording).words.map(\.text))
    guard readings.allSatisfy({ $0.concept != nil }) else { return nil }
    return Set(readings.compactMap(\.concept)).subtracting([ConceptLexicon.stopWord])
  }

  private static func sorted(_ kinds: [Question.ParameterKind]) -> [String] {
    kinds.map(\.rawValue).sorted()
  }

  /// Parameters of one kind take the names in the order in which they stand.
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
