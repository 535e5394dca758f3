import ArgumentParser
import KnowledgeGraph

struct Why: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show where a fact is from, and why names are one person.",
    discussion: """
      kg why "Fengwei Yu"
      kg why "Fengwei Yu" "Ruihao Gong"

      One name: which names are one person and why, and every statement.
      Two: what ties them. Each line names the file, the line, the words and
      the rule that read them.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "One or two names or IRIs.") var names: [String]
  @OptionGroup var database: DatabaseOptions
  @Option(help: "text or json.") var format: Format = .text
  @Flag(help: "Show personal data that were kept when they were read.") var includePersonal = false

  func validate() throws {
    if !(1...2).contains(names.count) { throw ValidationError("give one name or two") }
  }

  func perform() throws {
    let graph = try database.open()
    let explanation = try graph.why(
      names[0], names.count > 1 ? names[1] : nil, includesPersonalData: includePersonal)
    Output.answer(format == .json ? explanation.json.encoded : explanation.text)
  }
}
