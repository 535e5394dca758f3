import ArgumentParser
import KnowledgeGraph

struct Sources: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List the sources in the graph.", discussion: "kg sources --format json")

  @OptionGroup var database: DatabaseOptions
  @Option(help: "table, json, csv or tsv (default: table).") var format: ResultFormat = .table

  func perform() throws {
    Output.answer(
      ResultWriter.text(.solutions(try database.open().sourceTable()), format: format, extras: []))
  }
}
