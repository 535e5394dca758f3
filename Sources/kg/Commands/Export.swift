import ArgumentParser
import KnowledgeGraph

struct Export: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Draw or write out the graph or a part of it.",
    discussion: """
      kg export --around "Fengwei Yu" --format svg -o fengwei-yu.svg
      kg export --format nt > graph.nt
      kg export -o graph.trig
      kg export --resolved -o people.ttl

      dot, svg, png and pdf draw the network around a person. nt, nq, ttl and
      trig write every statement as it was said, sorted: the same statements
      give the same bytes. nt and ttl leave out named graphs. With --resolved
      all nodes of one person or work are one, for tools that know nothing of
      the decisions. The name
      of an output file ends in its format (x.svg, x.ttl); another ending is
      refused, unless --format is given and the ending is not a known one.
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(
    help: """
      The format of the output (default: the ending of the output file, else dot with --around and \
      nt without).
      """)
  var format: ExportFormat?
  @Option(help: "The person in the middle.") var around: String?
  @Option(help: "How far the network goes, in steps from coauthor to coauthor.") var depth = 1
  @Flag(help: "Write all nodes of one person or work as one.") var resolved = false
  @Option(name: .shortAndLong, help: "The file to write (default: standard output).") var output:
    String?

  func validate() throws {
    if !(1...6).contains(depth) { throw ValidationError("--depth must be between 1 and 6") }
  }

  func perform() throws {
    try RawArguments.requireText(around ?? "")
    let format =
      try ExportFormat.chosen(format, output: output) ?? (around == nil ? .nt : .dot)
    let graph = try database.open()
    if let picture = format.picture {
      if resolved {
        throw Failure(.usage, "--resolved is for nt, nq, ttl and trig; pictures show people as one")
      }
      guard let around else {
        throw Failure(.usage, "a picture needs --around NAME, the person whose network is drawn")
      }
      let bytes = try graph.picture(around: around, depth: depth, format: picture)
      let file = try OutputFile(output)
      try file.write(bytes)
      try file.finish()
    } else if let rdf = format.rdf {
      if around != nil {
        throw Failure(.usage, "--around is for pictures; \(format) writes the whole graph")
      }
      let file = try OutputFile(output)
      try graph.write(rdf, isResolved: resolved) { try file.write($0) }
      try file.finish()
    }
  }
}
