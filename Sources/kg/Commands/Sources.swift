import ArgumentParser
import KGModel
import KGQuery
import KGSPARQL
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

struct Forget: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Remove a source and all that only it said.",
    discussion: "kg forget profiles/cv.md")

  @Argument(help: "The source, as 'kg sources' names it.") var source: String
  @OptionGroup var database: DatabaseOptions

  func perform() throws {
    guard try database.openForUpdate().forget(source) else {
      throw Failure(.refused, "no source '\(source)' in this graph; 'kg sources' lists them")
    }
    Output.note("forgotten: \(source)")
  }
}
