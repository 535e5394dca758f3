import ArgumentParser
import KGModel
import KnowledgeGraph

struct Why: KGCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show where a fact is from, and why names are one person.",
    discussion: """
      kg why "Fengwei Yu"                    the names of a person, why they are one, and every statement
      kg why "Fengwei Yu" "Ruihao Gong"      what ties two people

      Each line names the file, the line, the words and the rule that read them.
      """)

  @Argument(help: "One or two names or IRIs.") var names: [String]
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if !(1...2).contains(names.count) { throw ValidationError("give one name or two") }
  }

  func perform() throws {
    let graph = try database.open()
    let explanation = try graph.why(names)
    Output.answer(json ? explanation.json.encoded : explanation.text)
  }
}
