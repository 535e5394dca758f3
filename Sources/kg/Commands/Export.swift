import ArgumentParser
import Foundation
import KGExport
import KnowledgeGraph

struct Export: KGCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw or write out the graph or a part of it.",
    discussion: """
      kg export --around "Fengwei Yu" --format svg -o fengwei-yu.svg
      kg export --format nt > graph.nt

      dot, svg, png and pdf draw the network around a person; nt writes every
      statement, sorted.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case dot, svg, png, pdf, nt

    var picture: PictureFormat? { PictureFormat(rawValue: rawValue) }
  }

  @OptionGroup var database: DatabaseOptions
  @Option(help: "dot, svg, png, pdf or nt (default: by the ending of the output file, else dot).")
  var format: Format?
  @Option(help: "The person in the middle.") var around: String?
  @Option(help: "How far the network goes, in steps.") var depth = 1
  @Option(name: .shortAndLong, help: "The file to write (default: standard output).") var output:
    String?

  func validate() throws {
    if !(1...6).contains(depth) { throw ValidationError("--depth goes from 1 to 6") }
  }

  func perform() throws {
    let format =
      format ?? output.flatMap { path in
        path.split(separator: ".").last.flatMap { Format(rawValue: $0.lowercased()) }
      } ?? (around == nil ? .nt : .dot)
    let graph = try database.open()
    guard let picture = format.picture else { return try write([UInt8](graph.ntriples().utf8)) }
    guard let around else {
      throw Failure(.usage, "a picture needs --around NAME: whose network shall be drawn?")
    }
    try write(graph.picture(around: around, depth: depth, format: picture))
  }

  private func write(_ bytes: [UInt8]) throws {
    guard let output, output != "-" else { return Output.bytes(bytes) }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw Failure(.cannotCreate, "\(output): cannot be written: \(error.localizedDescription)")
    }
  }
}
