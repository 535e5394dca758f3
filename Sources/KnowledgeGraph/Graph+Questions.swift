internal import KGModel
public import KGQuery
internal import KGRDF
internal import KGSPARQL
internal import KGStore

extension Graph {
  /// Answers a plain question, in English or Chinese.
  ///
  /// - Parameter library: The questions that can be asked; the built-in ones when `nil`.
  /// - Returns: An answer without rows, or without a result for yes/no, when the sources say nothing.
  /// - Throws: ``UnansweredQuestion`` when it is not understood or names what the graph does not know;
  ///   ``QueryError`` or ``StoreError`` when its query fails.
  public func ask(_ question: String, library: QuestionLibrary? = nil) throws -> Answer {
    let library = try library ?? .builtIn()
    // A less specific reading may succeed where the names in the first one are unknown.
    var firstProblem: UnansweredQuestion?
    for reading in library.readings(of: question) {
      do {
        return try answer(question, reading)
      } catch let problem as UnansweredQuestion {
        firstProblem = firstProblem ?? problem
      }
    }
    switch try WordReading(library: library, index: store).read(question) {
    case .reading(let reading): return try answer(question, reading)
    case .unread(let names, let words):
      // An unknown name that contains a known one was cut out of the question wrongly.
      if let firstProblem, !firstProblem.isName(containing: names) { throw firstProblem }
      throw UnansweredQuestion.notUnderstood(
        question, understood: names, unread: words,
        nearest: library.nearestPhrasings(to: question))
    }
  }

  private func answer(_ text: String, _ reading: QuestionLibrary.Reading) throws -> Answer {
    var values: [String: String] = [:]
    var notes: [String] = []
    for parameter in reading.question.parameters {
      guard let typed = reading.values[parameter],
        let kind = Question.ParameterKind(name: parameter)
      else {
        continue
      }
      let value = try self.value(typed, kind)
      values[parameter] = value.term
      if let note = value.note { notes.append(note) }
    }
    let sparql = reading.question.sparql(with: values)
    let result = try query(sparql)
    let missing = try gap(reading.question, values)
    if let missing { notes.append(missing) }
    let isEmpty = result.isEmpty
    if isEmpty, missing == nil { notes.append("the sources don't say") }
    return Answer(
      question: text, sparql: sparql, result: result == .boolean(false) ? nil : result,
      completeness: isEmpty ? .unknown : missing == nil ? .complete : .partial, notes: notes)
  }

  /// What the sources say they leave out, in words.
  private func gap(_ question: Question, _ values: [String: String]) throws -> String? {
    guard let gap = question.gap, let sparql = question.gapQuery(with: values),
      case .solutions(let table) = try query(sparql),
      let count = table.rows.first?.first??.literal.flatMap({ Int($0.lexicalForm) }), count > 0
    else { return nil }
    let inWords = values.mapValues { $0.filter { $0 != "\"" } }
    return Question.fill(gap.message, with: inWords.merging(["n": String(count)]) { $1 })
  }

  // MARK: Parameters

  private func value(_ typed: String, _ kind: Question.ParameterKind) throws -> (
    term: String, note: String?
  ) {
    // The phrasings take four digits for a year and nothing else.
    if kind == .year { return ("\"\(typed)\"", nil) }
    if kind == .text { return (NTriplesWriter.text(.string(typed)), nil) }
    if let node = Self.iri(typed) { return (NTriplesWriter.text(node), nil) }
    let thing = try find(typed, kind)
    let isSame = foldedKey(thing.name) == foldedKey(typed)
    return (
      NTriplesWriter.text(thing.node), isSame ? nil : "'\(typed)' is read as \(thing.name)"
    )
  }

  /// More things of one name are counted only.
  private static let mostCandidates = 10

  /// The one thing of this name, or with this handle. An IRI is taken as it is, whether the graph knows it or not.
  ///
  /// - Throws: ``UnansweredQuestion`` when the name is unknown or can mean several; ``StoreError``.
  public func find(_ name: String, _ kind: Question.ParameterKind) throws -> NamedThing {
    if let node = Self.iri(name) { return NamedThing(node: node, name: name, types: []) }
    let things = try things(withHandle: name, kind)
    switch things.isEmpty ? try NameLookup(index: store).find(name, kind) : .found(things) {
    case .found(let things) where things.count == 1: return things[0]
    case .found(let things):
      throw UnansweredQuestion.ambiguousName(
        name, count: things.count, candidates: try candidates(things.prefix(Self.mostCandidates)))
    case .unknown(let near):
      throw UnansweredQuestion.unknownName(name, kind: kind.rawValue, near: near)
    }
  }

  /// The things of a kind with a handle; empty when the text is none.
  private func things(
    withHandle text: String, _ kind: Question.ParameterKind
  ) throws -> [NamedThing] {
    try store.nodes(withHandle: text).compactMap { node in
      let types = try store.triples(subject: node, predicate: .iri(RDF.type), object: nil)
        .compactMap(\.object.iri)
      guard kind != .person || types.contains(Schema.person) else { return nil }
      return NamedThing(node: node, name: try label(node), types: types)
    }
  }

  /// An IRI typed in place of a name, with or without angle brackets.
  private static func iri(_ typed: String) -> Term? {
    let bare =
      typed.hasPrefix("<") && typed.hasSuffix(">") ? String(typed.dropFirst().dropLast()) : typed
    guard bare.hasPrefix("http://") || bare.hasPrefix("https://"), !bare.contains(" ") else {
      return nil
    }
    return .iri(bare)
  }
}
