import ArgumentParser
import KnowledgeGraph

struct Stats: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what is in the graph.", discussion: "kg stats --format json")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var rows: RowOptions

  func perform() throws {
    rows.print(try database.open().statistics())
  }
}
