import ArgumentParser
import Foundation
import KnowledgeGraph

struct Extract: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print what documents say, without a graph.",
    discussion: """
      kg extract cv.md | python3 -m json.tool

      One JSON object a document and line, or N-Quads with one graph a document;
      or the text as it was read, a block a line, to see how it was understood.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, nq, text }

  @Argument(help: "Files and folders; '-' is standard input.") var paths: [String]
  @Option(help: "json, nq or text.") var format: Format = .json
  @Option(help: "The owner's name, for a document that does not say it.") var owner: String?
  @Flag(help: "Keep e-mail addresses, telephone numbers, gender, age and the like.")
  var includePersonal = false

  func perform() throws {
    try RawArguments.requireText(owner ?? "")
    var failures: [Failure] = []
    var done = 0
    for file in Ingest.files(paths, &failures) {
      do {
        let extraction = try ProfileExtractor.extract(
          file, owner: owner, includesPersonalData: includePersonal)
        write(extraction, file)
        for unread in extraction.summary.unreadableFiles {
          Output.note("\(file.path)/\(unread.path): \(unread.reason)")
        }
        done += 1
      } catch {
        let failure = Failure(error)
        Output.error(
          failure.message.hasPrefix(file.path)
            ? failure.message : "\(file.path): \(failure.message)")
        failures.append(failure)
      }
    }
    if let first = failures.first {
      throw ExitCode(done > 0 ? Failure.Code.refused.rawValue : first.code.rawValue)
    }
  }

  private func write(_ extraction: ProfileExtractor.Extraction, _ file: SourceFile) {
    switch format {
    case .json:
      // The last piece of a document ends its line.
      var last = ""
      ProfileJSON.write(extraction, document: file.path) { piece in
        if !last.isEmpty { Output.piece(last) }
        last = piece
      }
      Output.answer(last)
    case .text: Output.answer(extraction.blockText)
    case .nq: writeQuads(of: extraction, file)
    }
  }

  /// The statements in the order of the document, a batch sorted at a time: a list of a hundred thousand works has a
  /// million.
  private func writeQuads(of extraction: ProfileExtractor.Extraction, _ file: SourceFile) {
    let source = SourceKey(path: file.path)
    let name = PathText(file.path).name
    // Reading so many papers has used much memory that is free now.
    if extraction.record.papers.count > 10_000 { FreedMemory.releaseUnused() }
    // Statements that several batches have, about one person or venue, are written once. A hash of 64 bits of each
    // is enough to remember them.
    var written: Set<Int> = []
    ProfileEmitter.forEachBatch(of: extraction, source: source, documentName: name) { batch in
      let lines = batch.filter { written.insert($0.triple.hashValue).inserted }
        .map { NTriplesWriter.line(Quad($0.triple, graph: .iri(source.document))) }
      if !lines.isEmpty { Output.answer(lines.sorted().joined(separator: "\n")) }
    }
  }
}
