import ArgumentParser
import KnowledgeGraph

struct Check: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that the graph's file is sound.",
    discussion: """
      kg check

      Compares everything that is kept more than once. Exit code 65 means that
      something is wrong.
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var rows: RowOptions

  func perform() throws {
    let results = try database.open().check()
    rows.print(
      SolutionTable(
        variables: [Variable("checked"), Variable("result")],
        rows: results.map { [.string($0.subject), .string($0.problem ?? "ok")] }))
    guard results.contains(where: { $0.problem != nil }) else { return }
    throw Failure(
      .data,
      """
      \(database.resolvedPath): not sound; ingest the sources ('kg sources') into a new file with --db, \
      or go back to a copy; what can still be read is written by 'kg export --format nq'
      """)
  }
}
