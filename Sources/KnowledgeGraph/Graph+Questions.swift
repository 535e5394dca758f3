public import KGModel
public import KGQuery
internal import KGRDF
internal import KGSPARQL
public import KGStore

extension Graph {
  /// Answers a plain question, in English or Chinese.
  ///
  /// - Parameter library: The questions that can be asked; the built-in ones when `nil`.
  /// - Throws: ``UnansweredQuestion`` when it is not understood or names what the graph does not know.
  public func ask(_ question: String, library: QuestionLibrary? = nil) throws -> Answer {
    let library = try library ?? .builtIn()
    let readings = library.readings(of: question)
    guard !readings.isEmpty else {
      throw UnansweredQuestion.notUnderstood(
        question, understood: try understoodNames(in: question),
        nearest: library.nearestPhrasings(to: question))
    }
    // A looser reading may succeed where the first one names nothing that is known.
    var firstProblem: (any Error)?
    for reading in readings {
      do {
        return try answer(question, reading)
      } catch let problem as UnansweredQuestion {
        firstProblem = firstProblem ?? problem
      }
    }
    throw firstProblem ?? UnansweredQuestion.notUnderstood(question, understood: [], nearest: [])
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
    guard case .solutions(let table) = try query(sparql) else {
      return Answer(
        question: text, sparql: sparql, table: SolutionTable(variables: [], rows: []),
        completeness: .unknown, notes: notes)
    }
    let missing = try gap(reading.question, values)
    if let missing { notes.append(missing) }
    if table.rows.isEmpty, missing == nil { notes.append("the sources in this graph name none") }
    let completeness: Answer.Completeness =
      table.rows.isEmpty ? .unknown : missing == nil ? .complete : .partial
    return Answer(
      question: text, sparql: sparql, table: table, completeness: completeness, notes: notes)
  }

  /// What the sources say they leave out, in words.
  private func gap(_ question: Question, _ values: [String: String]) throws -> String? {
    guard let gap = question.gap, let sparql = question.gapQuery(with: values),
      case .solutions(let table) = try query(sparql),
      let count = table.rows.first?.first??.literal.flatMap({ Int($0.lexicalForm) }), count > 0
    else { return nil }
    return gap.message.split(separator: "{n}", omittingEmptySubsequences: false)
      .joined(separator: String(count))
  }

  // MARK: Parameters

  private func value(_ typed: String, _ kind: Question.ParameterKind) throws -> (
    term: String, note: String?
  ) {
    if kind == .year { return try (year(typed), nil) }
    if let node = Self.iri(typed) { return (NTriplesWriter.text(node), nil) }
    let thing = try find(typed, kind)
    let isSame = foldedKey(thing.name) == foldedKey(typed)
    return (
      NTriplesWriter.text(thing.node), isSame ? nil : "'\(typed)' is read as \(thing.name)"
    )
  }

  private func year(_ typed: String) throws -> String {
    let digits = typed.filter { $0.isASCII && $0.isNumber }
    guard digits.count == 4 else { throw UnansweredQuestion.noYear(typed) }
    return "\"\(digits)\""
  }

  /// The one thing of this name.
  public func find(_ name: String, _ kind: Question.ParameterKind) throws -> NamedThing {
    if let node = Self.iri(name) { return NamedThing(node: node, name: name) }
    let lookup = NameLookup(index: store)
    let result: NameLookup.Result
    let kindName: String
    switch kind {
    case .person, .year:
      kindName = "person"
      result = try lookup.person(name)
    case .organization:
      kindName = "organization"
      if let known = OrganizationAuthority.shared.match(name) {
        let node = Term.iri("https://kg.example/organization/" + known.id)
        if try !store.triples(subject: node, predicate: nil, object: nil).isEmpty {
          return NamedThing(node: node, name: known.allNames.first ?? name)
        }
      }
      result = try lookup.thing(name, ofType: [Schema.organization])
    case .venue:
      kindName = "venue"
      if let known = VenueAuthority.shared.venue(named: name) {
        return NamedThing(node: .iri("https://kg.example/venue/" + known.id), name: known.name)
      }
      result = try lookup.thing(name, ofType: [Schema.eventSeries, Schema.periodical])
    case .paper:
      kindName = "paper"
      result = try lookup.thing(name, ofType: [Schema.scholarlyArticle])
    }
    switch result {
    case .found(let things) where things.count == 1: return things[0]
    case .found(let things):
      throw UnansweredQuestion.ambiguousName(
        name, candidates: things.prefix(10).map { ($0.node.iri?.value ?? "", $0.name) })
    case .unknown(let near): throw UnansweredQuestion.unknownName(name, kind: kindName, near: near)
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

  /// Names of the graph that a question contains, for the message that it was not understood.
  private func understoodNames(in question: String) throws -> [String] {
    try store.names(matching: question, limit: 3).map(\.name)
  }
}

extension GraphStore: NameIndex {
  public func candidates(for text: String, ofType type: IRI) throws -> [NamedThing] {
    try names(matching: text, limit: 50).filter { $0.types.contains(type) }
      .map { NamedThing(node: $0.entity, name: $0.name) }
  }

  public func names(ofType type: IRI) throws -> [NamedThing] {
    let pairs: [(Term, String)] = try names(ofType: type)
    return pairs.map { NamedThing(node: $0.0, name: $0.1) }
  }
}
