import ArgumentParser
import Foundation
import KnowledgeGraph
import Synchronization

/// The graph that a subcommand works on.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: .customLong("db"), help: "The graph's file (default: $KG_DB, else graph-data/kg.sqlite).")
  var path: String?

  var resolvedPath: String {
    path ?? Environment["KG_DB"] ?? "graph-data/kg.sqlite"
  }

  /// Opens the graph for reading.
  func open() throws -> Graph { try open(.readOnly) }

  /// Opens the graph for reading. Where none is named and there is none in the usual place: an empty graph, and a note
  /// that says so.
  func openOrEmpty() throws -> Graph {
    let isNamed = path != nil || Environment["KG_DB"] != nil
    guard !isNamed, !FileManager.default.fileExists(atPath: resolvedPath) else { return try open() }
    Output.note(
      "note: no graph at \(resolvedPath), so the query is run on an empty one; name one with --db or $KG_DB"
    )
    return try Self.reporting { try Graph(inMemory: ()) }
  }

  /// Opens the graph for changes; there must be one.
  func openForUpdate() throws -> Graph { try open(.change) }

  /// Opens the graph for changes, making the file and its folder when there is none.
  func openForChanges() throws -> Graph { try open(.create) }

  private func open(_ access: GraphStore.Access) throws -> Graph {
    // SQLite takes names as UTF-8.
    if resolvedPath.hasEscapedBytes {
      throw Failure(
        .usage, "\(FilePath(resolvedPath).name): the name of a graph's file has to be UTF-8")
    }
    return try Self.reporting { try Graph(path: resolvedPath, access: access) }
  }

  private static func reporting(_ body: () throws -> Graph) throws -> Graph {
    do {
      let graph = try body()
      opened.withLock { $0.append(graph) }
      return graph
    } catch {
      throw Failure(error)
    }
  }

  /// The graphs of this process. They are closed when the subcommand is done, and never released: that would take
  /// longer than answering a small question.
  private static let opened = Mutex<[Graph]>([])

  static func closeAll() {
    // Everything is committed; a write-ahead log that stays is read by the next process that opens the file.
    for graph in opened.withLock({ $0 }) { try? graph.close() }
  }
}
