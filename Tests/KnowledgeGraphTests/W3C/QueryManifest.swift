import Foundation
import KGModel
import KGRDF
import TestSupport
import Testing

/// A group of the W3C's SPARQL tests: a folder of the suites beside the project, which are not part of it.
struct QueryManifest: Sendable, CustomTestStringConvertible {
  struct Entry {
    let name: String
    /// The local name of its class.
    let kind: String
    let query: URL
    let data: [URL]
    let namedGraphs: [(name: String, file: URL)]
    let result: URL?
    /// Whether REDUCED leaves the number of rows open.
    let isLax: Bool
  }

  let group: String
  var testDescription: String { group }

  private static let path = "w3c/sparql"
  private static let root = TestData.suites.folder.appendingPathComponent(path)
  private static let suites = ["sparql10", "sparql11"]

  /// Why the tests cannot run; `nil` when both suites are there.
  static let absence = suites.compactMap { TestData.suites.absence(of: "\(path)/\($0)") }.first

  /// Where the suites are published: what relative IRIs are below.
  private static let published = "https://w3c.github.io/rdf-tests/sparql/"

  /// Every group that is there.
  static let all: [QueryManifest] = suites.flatMap { suite in
    let folder = root.appendingPathComponent(suite).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // absent
    return names.sorted().map { QueryManifest(group: "\(suite)/\($0)") }
  }

  private var folder: URL { Self.root.appendingPathComponent(group) }

  func base(of file: URL) -> String { Self.published + group + "/" + file.lastPathComponent }

  /// The statements of a Turtle file.
  func quads(of file: URL, graph: String? = nil) throws -> [Quad] {
    var quads: [Quad] = []
    var parser = TurtleParser(
      .turtle, base: IRI(base(of: file)), read: reading(Array(try Data(contentsOf: file))))
    try parser.parse { quad, _ in
      quads.append(Quad(quad.triple, graph: graph.map { .iri($0) }))
    }
    return quads
  }

  /// The tests of the manifest, in its order.
  func entries() throws -> [Entry] {
    let facts = Facts(try quads(of: folder.appendingPathComponent("manifest.ttl")).map(\.triple))
    var entries: [Entry] = []
    var list = facts.triples.first { $0.predicate == IRI(Facts.manifest + "entries") }?.object
    while let node = list, let test = facts.value(node, RDF.first.value) {
      list = facts.value(node, RDF.rest.value)
      let action = try #require(facts.value(test, Facts.manifest + "action"))
      let query = facts.value(action, Facts.query + "query") ?? action
      entries.append(
        Entry(
          name: facts.value(test, Facts.manifest + "name")?.literal?.lexicalForm ?? "\(test)",
          kind: facts.value(test, RDF.type.value)?.iri?.value.split(separator: "#").last.map(
            String.init) ?? "",
          query: try #require(file(query)),
          data: facts.values(action, Facts.query + "data").compactMap(file),
          namedGraphs: facts.values(action, Facts.query + "graphData").compactMap { graph in
            let named = facts.value(graph, Facts.query + "graph") ?? graph
            let name = facts.value(graph, RDFS.namespace + "label")?.literal?.lexicalForm
            return file(named).map { (name ?? base(of: $0), $0) }
          },
          result: facts.value(test, Facts.manifest + "result").flatMap(file),
          isLax: facts.value(test, Facts.manifest + "resultCardinality") != nil))
    }
    return entries
  }

  private func file(_ term: Term) -> URL? {
    guard let iri = term.iri?.value, iri.hasPrefix(Self.published) else { return nil }
    return Self.root.appendingPathComponent(String(iri.dropFirst(Self.published.count)))
  }
}

/// Triples to be asked one by one.
struct Facts {
  static let manifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
  static let query = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"

  let triples: [Triple]
  private let bySubject: [Term: [Triple]]

  init(_ triples: [Triple]) {
    self.triples = triples
    bySubject = Dictionary(grouping: triples, by: \.subject)
  }

  func values(_ subject: Term, _ predicate: String) -> [Term] {
    (bySubject[subject] ?? []).filter { $0.predicate.value == predicate }.map(\.object)
  }

  func value(_ subject: Term, _ predicate: String) -> Term? { values(subject, predicate).first }
}
