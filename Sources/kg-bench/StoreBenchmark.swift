import Foundation
import KGModel
import KGRDF
import KGStore

/// The measurements themselves, on one store in one folder.
struct StoreBenchmark {
  let file: String
  let folder: String

  private var database: String { folder + "/kg.sqlite" }

  func run(_ report: inout Report) throws {
    try parse(&report)
    let store = try GraphStore(path: database, access: .create)
    try load(store, &report)
    try lookUp(store, &report)
    try change(store, &report)
    try export(store, &report)
  }

  // MARK: Reading

  private func parse(_ report: inout Report) throws {
    let input = try Input(file)
    var chunks = LineChunks(read: input.read)
    var count = 0
    let seconds = try time {
      while let run = try chunks.next() {
        count += try NQuadsChunk(run, hasGraphs: false).lines.count
      }
    }
    report.add("triples", "triples", Double(count), "")
    report.add(
      "parse_per_s", "parse and validate, one thread", Double(count) / seconds, "triples/s")
  }

  private func load(_ store: GraphStore, _ report: inout Report) throws {
    let input = try Input(file)
    let document = RDFDocument(
      path: file, absolutePath: file, format: .ntriples, isLarge: true, read: input.read)
    var count = 0
    let seconds = try time { count = try store.load(document).statementCount }
    report.add("load_s", "load", seconds, "s")
    report.add("load_per_s", "load", Double(count) / seconds, "triples/s")
    report.add("load_peak_mb", "peak memory of the load", Report.peakMegabytes, "MB")
    let size = try FileManager.default.attributesOfItem(atPath: database)[.size] as? Int ?? 0
    report.add(
      "bytes_per_triple", "size on disk", Double(size) / Double(max(count, 1)), "bytes/triple")
  }

  // MARK: Asking

  private func lookUp(_ store: GraphStore, _ report: inout Report) throws {
    let sample = try authorships(2_000)
    guard !sample.isEmpty else { return }
    try measure("authors_us", "authors of a paper", sample, &report) {
      _ = try store.triples(subject: $0.subject, predicate: .iri(Schema.author), object: nil)
    }
    try measure("papers_us", "papers of a person", sample, &report) {
      _ = try store.triples(subject: nil, predicate: .iri(Schema.author), object: $0.object)
    }
    try measure("ask_us", "is this triple stored?", sample, &report) {
      _ = try store.triples(
        subject: $0.subject, predicate: .iri($0.predicate), object: $0.object)
    }
    let names = try sample.prefix(500).compactMap {
      try store.triples(subject: $0.object, predicate: .iri(Schema.name), object: nil).first?
        .object.literal?.lexicalForm
    }
    try measure("name_us", "nodes with a name", names, &report) {
      _ = try store.names(withKeys: [foldedKey($0)])
    }
  }

  /// A sample of the authorships, from all parts of the file.
  private func authorships(_ count: Int) throws -> [Triple] {
    var found: [Triple] = []
    try NQuadsParser(.ntriples, read: Input(file).read).parse { quad, line in
      if line % 97 < 3, quad.triple.predicate == Schema.author { found.append(quad.triple) }
    }
    let step = max(1, found.count / count)
    return stride(from: 0, to: found.count, by: step).map { found[$0] }
  }

  private func measure<Item>(
    _ key: String, _ what: String, _ items: some Collection<Item>, _ report: inout Report,
    _ body: (Item) throws -> Void
  ) throws {
    var times: [Double] = []
    for item in items { times.append(try time { try body(item) }) }
    report.add(key, what + ", median", Self.median(times) * 1e6, "µs")
  }

  // MARK: A small change

  private func change(_ store: GraphStore, _ report: inout Report) throws {
    var times: [Double] = []
    for number in 0..<300 {
      let text = Self.paper(number)
      let document = RDFDocument(
        path: "paper-\(number)", absolutePath: "/paper-\(number)", format: .ntriples,
        read: reading(Array(text.utf8)))
      times.append(try time { _ = try store.load(document) })
    }
    let update = Self.median(times) * 1e3
    let commit = try rawCommit() * 1e3
    report.add("update_ms", "a paper of 12 triples added durably, median", update, "ms")
    report.add("commit_ms", "a row added by SQLite alone, median", commit, "ms")
    report.add("update_ratio", "the latter over the former", commit / update, "")
  }

  private static func paper(_ number: Int) -> String {
    let paper = "<https://kg.example/bench/\(number)>"
    let authors = (0..<8).map { author in
      "\(paper) <https://schema.org/author> <https://kg.example/person/\(String(format: "%08d", number * 8 + author))> .\n"
    }
    return """
      \(paper) <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/ScholarlyArticle> .
      \(paper) <https://schema.org/name> "A measured change, number \(number)" .
      \(paper) <https://schema.org/datePublished> "2026"^^<http://www.w3.org/2001/XMLSchema#gYear> .
      \(paper) <https://schema.org/isPartOf> <https://kg.example/venue/00000001> .

      """ + authors.joined()
  }

  /// The least time of a durable commit: one row in a table of its own, with the same settings.
  private func rawCommit() throws -> Double {
    let database = try Database(path: folder + "/raw.sqlite")
    try database.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER PRIMARY KEY, b)")
    var times: [Double] = []
    for number in 0..<2000 {
      times.append(
        try time {
          try database.transaction(.immediate) {
            try database.execute("INSERT INTO t VALUES (?, 1)", [number])
          }
        })
    }
    return Self.median(times)
  }

  // MARK: Writing

  private func export(_ store: GraphStore, _ report: inout Report) throws {
    let count = try store.statistics().tripleCount
    let seconds = try time { try store.write(.ntriples) { _ in } }
    report.add("export_per_s", "export, sorted", Double(count) / seconds, "triples/s")
  }

  // MARK: Measuring

  private func time(_ body: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(body) / .seconds(1)
  }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}

/// A file, read as it comes.
private final class Input {
  private let handle: FileHandle

  init(_ path: String) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: path])
    }
    self.handle = handle
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    max(0, Foundation.read(handle.fileDescriptor, buffer.baseAddress, buffer.count))
  }
}
