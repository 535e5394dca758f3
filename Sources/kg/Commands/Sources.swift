import ArgumentParser
import KnowledgeGraph

struct Sources: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List the sources in the graph.", discussion: "kg sources --format json")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var rows: RowOptions

  func perform() throws {
    rows.print(try database.open().sourceTable())
  }
}
