import Synchronization
import Foundation
import KnowledgeGraph
import TestSupport
import Testing

/// Where the documents of these tests are.
enum Profiles {
  static let samples = TestData.project.appendingPathComponent("graph-data/profiles").path
  /// Real profiles, which are not part of the project.
  static let seeds = TestData.seeds.folder.path

  /// A graph in memory of the documents in a folder.
  static func graph(of folder: String, reversed: Bool = false) throws -> Graph {
    let graph = try Graph(inMemory: ())
    let files = try SourceFinder.files(at: folder)
    for file in reversed ? files.reversed() : files {
      let name = URL(fileURLWithPath: file.path).lastPathComponent
      _ = try graph.ingest(
        SourceFinder.read(file), path: name, absolutePath: file.absolutePath)
    }
    try graph.resolve()
    return graph
  }

  /// A graph in memory of one made-up profile.
  static func quill() throws -> Graph {
    let graph = try Graph(inMemory: ())
    let page = """
      # Ada Quill

      ## Experience

      - Research Scientist, SenseTime, 2018 – present
      - Research Intern, Alibaba, 2017 – 2018

      ## Publications

      - Ada Quill, Bo Qian. On the Notes of Engines. ICCV, 2021.
      """
    _ = try graph.ingest(Array(page.utf8), path: "ada.md")
    try graph.resolve()
    return graph
  }
}

extension Graph {
  /// The rows of an answer as text, columns of nodes left out.
  func answerRows(_ question: String) throws -> [[String]] {
    let table = try ask(question).table
    return table.rows.map { row in row.compactMap { $0?.literal?.lexicalForm } }
  }
}

extension Graph {
  /// All statements as N-Triples.
  func ntriples() throws -> String {
    let text = Mutex<[UInt8]>([])
    try write(.ntriples) { piece in text.withLock { $0 += piece } }
    return String(decoding: text.withLock { $0 }, as: UTF8.self)
  }
}
