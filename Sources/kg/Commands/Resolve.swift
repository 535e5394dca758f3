import ArgumentParser
import KnowledgeGraph

struct Resolve: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Decide anew which nodes are one person or one work.",
    discussion: """
      kg resolve --dry-run
      kg resolve --format json

      Ingesting does this by itself. The table has a row for each decision with
      what speaks for it and against it, in bits; JSON has the nodes of each
      person and work: {"clusters": [["IRI", "IRI"]]}.
      """)

  @Flag(help: "Print the decisions and store nothing.") var dryRun = false
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var rows: RowOptions

  func perform() throws {
    var line = IdentityProgressLine()
    let identity =
      dryRun
      ? try database.open().proposedIdentity { line.show($0) }
      : try database.openForUpdate().resolve { line.show($0) }
    line.erase()
    if rows.format == .json {
      Output.answer(identity.json.encoded)
    } else {
      rows.print(identity.table)
    }
  }
}
