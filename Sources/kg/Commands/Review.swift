import ArgumentParser
import KnowledgeGraph

struct Review: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Decide pairs of people who may be one and may be two.",
    discussion: """
      kg review
      kg review --list --format json

      Shows each pair with what speaks for and against one person, the likeliest
      first, and asks: y (one person), n (two people), s (skip: you cannot say
      either), q (quit). Each answer is kept at once; 'kg undo' takes back the last
      one. Answers are lines of standard input.
      """)

  @Flag(help: "Print the pairs and ask nothing.") var list = false
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var rows: RowOptions

  func perform() throws {
    guard !list, rows.format == .table else {
      let graph = try database.open()
      let pairs = try graph.undecidedIdentities().map(graph.reviewPair)
      return rows.format == .json
        ? Output.answer(JSONValue.array(pairs.map(\.json)).encoded)
        : rows.print(Graph.table(of: pairs))
    }
    let graph = try database.openForUpdate()
    let pairs = try graph.undecidedIdentities()
    guard !pairs.isEmpty else { return Output.note("nothing to review: all is decided") }
    var answered = 0
    for (place, pair) in pairs.enumerated() {
      guard let first = pair.first.iri, let second = pair.second.iri else { continue }
      Output.answer("\(place + 1) of \(pairs.count): \(try graph.reviewPair(pair).text)")
      guard let outcome = Self.ask() else { break }
      try graph.record([
        IdentityJudgement(outcome, first: first, second: second, date: JudgedNames.today)
      ])
      answered += 1
    }
    guard answered > 0 else { return }
    // Once for all answers.
    try graph.resolve()
    Output.note("\(answered) answer\(answered == 1 ? "" : "s") kept")
  }

  /// Asks until the answer is one of the letters; `nil` to quit.
  private static func ask() -> IdentityOutcome? {
    while let answer = Input.answer(to: "one person? [y]es, [n]o, [s]kip, [q]uit: ") {
      switch answer.lowercased().first {
      case "y": return .same
      case "n": return .different
      case "s": return .undecided
      case "q": return nil
      default: continue
      }
    }
    return nil
  }
}
