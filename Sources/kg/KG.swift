import ArgumentParser
import Foundation
import Logging

/// The command. Every subcommand states its name: deriving it from the type's takes a millisecond or two at each
/// start.
@main
struct KG: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kg",
    abstract:
      "A knowledge graph of AI researchers, built from their CVs and pages on your own machine.",
    discussion: """
      kg ingest profiles/
      kg query "coauthors of Fengwei Yu"
      kg query "余锋伟的合作者"
      kg ingest dump.nt.gz more.ttl
      kg export --around "Fengwei Yu" --format svg -o fengwei-yu.svg

      The graph is one SQLite file: --db FILE, else $KG_DB, else
      graph-data/kg.sqlite. KG_LOG=debug logs the steps and their times.

      Exit codes: 0 done; 1 refused or partly failed, with the reason; 64 wrong
      usage or a question that was not understood; 65 bad data; 66 input cannot
      be read; 70 a bug of kg; 73, 74 output or temporary files ($TMPDIR) cannot
      be written.
      """,
    version: "0.1.0",
    subcommands: [
      Ingest.self, Extract.self, Query.self, SPARQL.self, Why.self, Export.self, Resolve.self,
      Same.self, Different.self, Review.self, Undo.self, Sources.self, Forget.self, Stats.self,
      Check.self,
      Queries.self,
    ])

  /// Without a subcommand: the help, as an error.
  func run() throws {
    Output.note(KG.helpMessage())
    throw ExitCode(Failure.Code.usage.rawValue)
  }

  static func main() {
    HeapPages.useLargePages()
    StandardStreams.prepare()
    let level = Environment["KG_LOG"].flatMap { Logger.Level(rawValue: $0) } ?? .warning
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = level
      return handler
    }
    let arguments = RawArguments.escaped()
    if let failure = Misspelling.failure(arguments) { failure.exit() }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Prints help, the version, or what is wrong with the arguments, and ends with the code of it.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code.isSuccess {
      Output.answer(message)
    } else if !message.isEmpty {
      Output.note(Misspelling.explained(message))
    }
    Foundation.exit(code.rawValue)
  }
}
