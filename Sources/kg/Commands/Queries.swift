import ArgumentParser
import KnowledgeGraph

struct Queries: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries",
    abstract: "List the questions that can be asked.",
    discussion: """
      kg queries

      $KG_QUERIES names a folder of your own questions, one .rq file each.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Option(help: "table or json.") var format: Format = .table

  func perform() throws {
    let questions = try QuestionFolder.library().questions
    switch format {
    case .table:
      for question in questions {
        Output.answer("\(question.name): \(question.asks)")
        for phrasing in Self.samples(question) { Output.answer("    \(phrasing)") }
      }
    case .json:
      let values = questions.map { question in
        JSONValue.object([
          ("name", .string(question.name)), ("asks", .string(question.asks)),
          ("parameters", .array(question.parameters.map { .string($0) })),
          ("phrasings", .array(question.phrasings.map { .string($0) })),
        ])
      }
      Output.answer(JSONValue.array(values).encoded)
    }
  }

  /// One phrasing in each language.
  private static func samples(_ question: Question) -> [String] {
    let plain = question.phrasings.map(QuestionLibrary.plain)
    return [plain.first { !$0.containsHan }, plain.first { $0.containsHan }].compactMap { $0 }
  }
}
