import ArgumentParser
import KnowledgeGraph

struct Query: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask a question in plain words, in English or Chinese.",
    usage: "kg query [<options>] \"<question>\"",
    discussion: """
      kg query "coauthors of Fengwei Yu"
      kg query "余锋伟的合作者"

      'kg queries' lists what can be asked.
      """)

  @Argument(help: ArgumentHelp("The question, in quotes.", valueName: "question"))
  var words: [String]
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var rows: RowOptions
  @Flag(help: "Show the SPARQL of the question.") var explain = false
  @Option(help: "At most this many rows.") var limit: Int?

  private var question: String { words.joined(separator: " ") }

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must be 0 or more") }
  }

  func perform() throws {
    // Here, and not when the arguments are validated: an option that does not exist is reported first.
    if words.count > 1 {
      throw Failure(
        .usage, "the question needs quotes: kg query \(Misspelling.quoted(question))")
    }
    try RawArguments.requireText(question)
    let graph = try database.open()
    let answer = try graph.ask(question, library: try QuestionFolder.library())
    if explain { Output.note(answer.sparql) }
    var result = answer.result
    if case .solutions(let table)? = result, let limit {
      result = .solutions(
        SolutionTable(variables: table.variables, rows: Array(table.rows.prefix(limit))))
    }
    let extras: [(String, JSONValue)] = [
      ("question", .string(answer.question)), ("sparql", .string(answer.sparql)),
      ("completeness", .string(answer.completeness.rawValue)),
      ("notes", .array(answer.notes.map { .string($0) })),
    ]
    rows.print(result, extras: extras, hidesNodes: true)
    if rows.format != .json { answer.notes.forEach { Output.note("note: \($0)") } }
  }
}
