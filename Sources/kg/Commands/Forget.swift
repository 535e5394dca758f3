import ArgumentParser
import KnowledgeGraph

struct Forget: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Remove a source and all that only it said, or a person from all sources.",
    discussion: """
      kg forget profiles/cv.md
      kg forget "Ada Quill"

      Of a person nothing is left in the file, and reading a source again does not
      bring the person back: the file keeps a hash by which it recognizes them.
      Documents about the person are removed as a whole; other people's papers keep
      their other authors and say that a name was removed.
      """)

  @Argument(help: "A source, as 'kg sources' names it; or a name, a handle or an IRI of a person.")
  var name: String
  @OptionGroup var database: DatabaseOptions

  func perform() throws {
    let path = FilePath(name).name
    let graph = try database.openForUpdate()
    if try graph.forget(path) { return Output.note("forgotten: \(path)") }
    try RawArguments.requireText(name)
    do {
      let documents = try graph.forget(person: name)
      Output.note("forgotten: \(name)")
      documents.forEach { Output.note("with the document about the person: \($0)") }
    } catch UnansweredQuestion.unknownName(_, _, let near) {
      throw Failure(
        .refused,
        "no source and no person '\(path)' in this graph; 'kg sources' lists the sources"
          + (near.isEmpty ? "" : "\n  near names: " + near.joined(separator: ", ")))
    }
  }
}
