import ArgumentParser
import KnowledgeGraph

struct Forget: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Remove a source and all that only it said.",
    discussion: "kg forget profiles/cv.md")

  @Argument(help: "The source, as 'kg sources' names it.") var source: String
  @OptionGroup var database: DatabaseOptions

  func perform() throws {
    let name = FilePath(source).name
    guard try database.openForUpdate().forget(name) else {
      throw Failure(.refused, "no source '\(name)' in this graph; 'kg sources' lists them")
    }
    Output.note("forgotten: \(name)")
  }
}
