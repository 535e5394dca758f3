public import ArgumentParser
import Foundation
public import KnowledgeGraph

struct Ask: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask a question in plain words, in English or Chinese.",
    discussion: """
      kg query "coauthors of Fengwei Yu"
      kg query "余锋伟的合作者"

      'kg queries' lists what can be asked.
      """)

  @Argument(help: "The question.") var question: String
  @OptionGroup var database: DatabaseOptions
  @Option(help: "table, json, csv or tsv (default: table).") var format: ResultFormat = .table
  @Flag(help: "Show the SPARQL that the question stands for.") var explain = false
  @Option(help: "At most so many rows.") var limit: Int?

  func perform() throws {
    let graph = try database.open()
    let library = try QuestionFolder.library()
    let answer = try graph.ask(question, library: library)
    if explain { Output.note(answer.sparql) }
    var result = answer.result
    if case .solutions(let table)? = result, let limit, limit >= 0 {
      result = .solutions(
        SolutionTable(variables: table.variables, rows: Array(table.rows.prefix(limit))))
    }
    let extras: [(String, JSONValue)] = [
      ("question", .string(answer.question)), ("sparql", .string(answer.sparql)),
      ("completeness", .string(answer.completeness.rawValue)),
      ("notes", .array(answer.notes.map { .string($0) })),
    ]
    Output.answer(ResultWriter.text(result, format: format, extras: extras, hidesNodes: true))
    if format != .json { answer.notes.forEach { Output.note("note: \($0)") } }
  }
}

extension ResultFormat: ExpressibleByArgument {}
