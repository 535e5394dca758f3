import ArgumentParser
import KnowledgeGraph

struct Stats: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what is in the graph.", discussion: "kg stats --format json")

  @OptionGroup var database: DatabaseOptions
  @Option(help: "table, json, csv or tsv (default: table).") var format: ResultFormat = .table

  func perform() throws {
    let table = try database.open().statistics()
    Output.answer(ResultWriter.text(.solutions(table), format: format, extras: []))
  }
}
