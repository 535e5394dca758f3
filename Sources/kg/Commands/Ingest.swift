import ArgumentParser
import Foundation
import KGIngest
import KnowledgeGraph

struct Ingest: KGCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read documents into the graph.",
    discussion: """
      kg ingest profiles/ more/cv.md

      Files are read as what their content is (Markdown, HTML, plain text);
      folders are searched for documents. A document that was read before
      replaces what it said. Each is in the graph wholly or not at all.
      """)

  @Argument(help: "Files and folders; '-' is standard input.") var paths: [String]
  @OptionGroup var database: DatabaseOptions
  @Option(help: "The owner's name, for a document that does not say it.") var owner: String?
  @Flag(name: .shortAndLong, help: "List the lines that could not be read.") var verbose = false

  func perform() throws {
    var failures: [Failure] = []
    let files = Self.files(paths, &failures)
    // Why there are none has been told.
    guard !files.isEmpty else {
      throw ExitCode((failures.first?.code ?? .noInput).rawValue)
    }
    let graph = try database.openForChanges()
    var progress = Progress(total: files.count, unit: "documents")
    var done = 0
    for (index, file) in files.enumerated() {
      do {
        let report = try read(file, into: graph)
        done += 1
        progress.around {
          for line in ReportText.lines(report, verbose: verbose) { Output.answer(line) }
        }
      } catch {
        let failure = Failure(error)
        let message =
          failure.message.hasPrefix(file.path)
          ? failure.message : "\(file.path): \(failure.message)"
        failures.append(Failure(failure.code, message))
        progress.around { Output.error(message) }
      }
      progress.show(done: index + 1)
    }
    progress.erase()
    if done > 0 { try graph.resolve() }
    if let first = failures.first {
      throw ExitCode(done > 0 ? Failure.Code.refused.rawValue : first.code.rawValue)
    }
  }

  private func read(_ file: SourceFile, into graph: Graph) throws -> IngestReport {
    if file.path == "-" {
      let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
      return try graph.ingest(bytes, path: "stdin", absolutePath: "stdin", owner: owner)
    }
    return try graph.ingest(file, owner: owner)
  }

  /// The files of all paths; a path that cannot be read is told at once and does not stop the others.
  static func files(_ paths: [String], _ failures: inout [Failure]) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in paths {
      do {
        files += path == "-" ? [SourceFile.standardInput] : try SourceFinder.files(at: path)
      } catch {
        let failure = Failure(error)
        Output.error(failure.message)
        failures.append(failure)
      }
    }
    return files
  }
}
