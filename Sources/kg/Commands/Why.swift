import ArgumentParser
import KnowledgeGraph

struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show where a fact is from, and why names are one person.",
    discussion: """
      kg why "Fengwei Yu"
      kg why "Fengwei Yu" "Ruihao Gong"
      kg why same "Fengwei Yu" "F. Yu"

      One name: which names are one person and why, and every statement.
      Two: what connects them. Each line names the file, the line, the words, what
      they are, and the rule that read them. 'same': whether two names are those of
      one person, and what speaks for and against it.
      """, subcommands: [WhyFact.self, WhySame.self], defaultSubcommand: WhyFact.self)
}

struct WhyFact: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "fact",
    abstract: "Show where the facts about one name, or about what connects two, are from.",
    discussion: """
      kg why "Fengwei Yu"
      kg why "Fengwei Yu" "Ruihao Gong"

      'fact' may be left out.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "One or two names or IRIs.") var names: [String]
  @OptionGroup var database: DatabaseOptions
  @Option(help: "text or json.") var format: Format = .text
  @Flag(help: "Show personal data that was kept when it was read.") var includePersonal = false

  func validate() throws {
    if !(1...2).contains(names.count) {
      throw ValidationError(
        "give one name or two; a name of several words needs quotes: \"Ada Quill\"")
    }
  }

  func perform() throws {
    for name in names { try RawArguments.requireText(name) }
    let graph = try database.open()
    let answer: WhyAnswer
    do {
      answer = try graph.why(
        names[0], names.count > 1 ? names[1] : nil, includesPersonalData: includePersonal)
    } catch let problem as UnansweredQuestion {
      throw Self.withHintAtQuotes(problem, names)
    }
    Output.answer(format == .json ? answer.json.encoded : answer.text)
  }

  /// Two words that are not names may be one name without its quotes.
  private static func withHintAtQuotes(_ problem: UnansweredQuestion, _ names: [String])
    -> any Error
  {
    guard case .unknownName = problem, names.count == 2,
      !names.contains(where: { $0.contains(" ") })
    else { return problem }
    let whole = Misspelling.quoted(names.joined(separator: " "))
    return Failure(.refused, "\(problem)\n  one name of two words needs quotes: kg why \(whole)")
  }
}
