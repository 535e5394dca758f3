public import ArgumentParser
import Foundation
public import KnowledgeGraph

extension RDFFormat: ExpressibleByArgument {}

struct Ingest: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read documents into the graph.",
    discussion: """
      kg ingest profiles/ more/cv.md dump.nt.gz

      Files are read by their content: Markdown (also R Markdown and Quarto), HTML,
      LaTeX, PDF, org-mode, reStructuredText, jemdoc, Typst, plain text, JSON Resume,
      YAML and BibTeX as profiles; N-Triples, N-Quads, Turtle and TriG as
      statements; files compressed with gzip or zstd are unpacked. A folder
      or archive with the configuration of a Jekyll or Hugo site, or with LinkedIn's
      data export, is one profile, any other folder is searched for documents. A document that was read
      before replaces what it said. Each is in the graph wholly or not at all.
      A file or a subfolder that cannot be read is named, and the rest is read.
      A file whose name is not UTF-8 is named by its percent-encoded file: URI.
      """)

  @Argument(help: "Files and folders; '-' is standard input.") var paths: [String]
  @OptionGroup var database: DatabaseOptions
  @Option(help: "The RDF syntax, where neither name nor content shows it.") var format: RDFFormat?
  @Option(help: "The owner's name, for a document that does not say it.") var owner: String?
  @Flag(help: "Keep e-mail addresses, telephone numbers, gender, age and the like.")
  var includePersonal = false
  @Flag(name: .shortAndLong, help: "List the lines that could not be read.") var verbose = false

  func perform() throws {
    try RawArguments.requireText(owner ?? "")
    var failures: [Failure] = []
    let files = Self.files(paths, &failures)
    // The reasons have been printed.
    guard !files.isEmpty else {
      throw ExitCode((failures.first?.code ?? .noInput).rawValue)
    }
    let graph = try database.openForChanges()
    var progress = Progress(total: files.count, unit: "documents")
    var reports = ReportOutput()
    var done = 0
    var profiles: [IngestReport] = []
    for (index, file) in files.enumerated() {
      do {
        let report = try read(file, into: graph)
        done += 1
        if report.summary != nil { profiles.append(report) }
        progress.around {
          for line in ReportText.lines(report, verbose: verbose) { reports.write(line) }
        }
      } catch {
        let failure = Failure(error)
        // A place in the document follows its name without a space: dump.nt:3:14.
        let separator = error is RDFSyntaxError ? ":" : ": "
        let message =
          failure.message.hasPrefix(file.path)
          ? failure.message : file.path + separator + failure.message
        failures.append(Failure(failure.code, message))
        progress.around { Output.error(message) }
      }
      progress.show(done: index + 1)
    }
    progress.erase()
    if done > 0 {
      var line = IdentityProgressLine()
      defer { line.erase() }
      try graph.resolve { line.show($0) }
    }
    for report in profiles {
      if let owner = report.summary?.owner, let papers = try graph.unownedPaperCount(of: report) {
        Output.note(
          "note: \(report.path): \(papers) \(papers == 1 ? "paper" : "papers"), none of whose authors could be tied "
            + "to \(owner); where one of them is, say so: kg same \(Misspelling.quoted(owner)) NAME"
        )
      }
    }
    if let failure = reports.failure {
      if failures.isEmpty { throw failure }
      Output.error(failure.message)
    }
    if let first = failures.first {
      throw ExitCode(done > 0 ? Failure.Code.refused.rawValue : first.code.rawValue)
    }
  }

  private func read(_ file: SourceFile, into graph: Graph) throws -> IngestReport {
    var progress: Progress?
    defer { progress?.erase() }
    return try graph.ingest(
      file, format: format, owner: owner, includesPersonalData: includePersonal
    ) { now in
      var shown =
        progress
        ?? Progress(total: now.totalByteCount.map { $0 >> 20 }, unit: "MB", subject: file.path)
      let isRead = now.byteCount == now.totalByteCount
      shown.show(
        done: now.byteCount >> 20,
        detail: "\(now.statementCount) statements" + (isRead ? "; writing the indexes" : ""),
        isLast: isRead)
      progress = shown
    }
  }

  /// The files of all paths. A path or a subfolder that cannot be read is reported at once and does not stop the others.
  static func files(_ paths: [String], _ failures: inout [Failure]) -> [SourceFile] {
    var files: [SourceFile] = []
    func report(_ problem: UnreadablePath) {
      let failure = Failure(problem)
      Output.error(failure.message)
      failures.append(failure)
    }
    for path in paths {
      do {
        files +=
          path == "-"
          ? [SourceFile.standardInput] : try SourceFinder.files(at: path, skipped: report)
      } catch {
        report(error)
      }
    }
    return files
  }
}
