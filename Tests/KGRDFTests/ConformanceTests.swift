import Foundation
import KGModel
import KGRDF
import TestSupport
import Testing

/// The tests that the W3C publishes for N-Triples and Turtle. All pass.
@Suite(
  "W3C tests", .enabled(if: RDFSuite.absence == nil, Comment(rawValue: RDFSuite.absence ?? "")))
struct ConformanceTests {
  @Test("Each test of the manifest", arguments: [(RDFSuite.ntriples, 70), (RDFSuite.turtle, 313)])
  func manifest(suite: RDFSuite, count: Int) throws {
    let entries = try suite.entries()
    #expect(entries.count == count)
    for entry in entries {
      let result = Result { try suite.graph(of: entry.action) }
      switch entry.kind {
      case "TestTurtlePositiveSyntax", "TestNTriplesPositiveSyntax":
        #expect(throws: Never.self, "\(entry.name)") { try result.get() }
      case "TestTurtleNegativeSyntax", "TestTurtleNegativeEval", "TestNTriplesNegativeSyntax":
        #expect(throws: RDFSyntaxError.self, "\(entry.name)") { try result.get() }
      case "TestTurtleEval":
        let expected = try suite.graph(of: #require(entry.result))
        let isSame = Isomorphism.holds(try result.get(), expected)
        #expect(isSame, "\(entry.name)")
      default: Issue.record("\(entry.name) has an unknown kind, \(entry.kind)")
      }
    }
  }

  @Test("The graph of each document is the same after writing and parsing it")
  func roundTrip() throws {
    let suite = RDFSuite.turtle
    for entry in try suite.entries() where entry.kind == "TestTurtleEval" {
      let triples = try suite.graph(of: entry.action)
      var writer = TurtleWriter(.turtle)
      var output: [UInt8] = []
      writer.begin(to: &output)
      for triple in triples { writer.write(Quad(triple), to: &output) }
      writer.finish(to: &output)
      #expect(try quads(output).map(\.triple) == triples, "\(entry.name)")
    }
  }
}

/// A folder of a suite. The suites are not part of the repository.
struct RDFSuite: Sendable {
  struct Entry {
    let name: String
    /// The local name of its class.
    let kind: String
    let action: String
    let result: String?
  }

  static let ntriples = RDFSuite("rdf-n-triples")
  static let turtle = RDFSuite("rdf-turtle")

  private let folder: URL
  private let base: String

  /// Why the tests cannot run; `nil` when both suites are there.
  static let absence = ntriples.absence ?? turtle.absence

  private let absence: String?

  private init(_ name: String) {
    let path = "w3c/rdf/rdf11/\(name)"
    folder = TestData.suites.folder.appendingPathComponent(path)
    absence = TestData.suites.absence(of: path)
    base = "https://w3c.github.io/rdf-tests/rdf/rdf11/\(name)/"
  }

  /// The triples of a file of the suite.
  func graph(of file: String) throws -> [Triple] {
    let document = try Data(contentsOf: folder.appendingPathComponent(file))
    return try quads(Array(document), RDFFormat(path: file) ?? .turtle, base: base + file)
      .map(\.triple)
  }

  /// The tests of the manifest, in its order.
  func entries() throws -> [Entry] {
    let manifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
    let triples = try graph(of: "manifest.ttl")
    let facts = Dictionary(grouping: triples, by: \.subject)
    func value(_ subject: Term, _ predicate: IRI) -> Term? {
      facts[subject]?.first { $0.predicate == predicate }?.object
    }
    var entries: [Entry] = []
    var list = triples.first { $0.predicate == IRI(manifest + "entries") }?.object
    while let node = list, let test = value(node, RDF.first) {
      list = value(node, RDF.rest)
      let file = { (predicate: String) in
        value(test, IRI(manifest + predicate))?.iri.map { String($0.value.dropFirst(base.count)) }
      }
      entries.append(
        Entry(
          name: try #require(value(test, IRI(manifest + "name"))?.literal).lexicalForm,
          kind: String(
            try #require(value(test, RDF.type)?.iri).value
              .trimmingPrefix("http://www.w3.org/ns/rdftest#")),
          action: try #require(file("action")), result: file("result")))
    }
    return entries
  }
}
