import Foundation
import KGModel
import KGRDF
import Testing

/// The test suites of the W3C, which are not part of the project.
private enum Suites {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/suites/w3c/rdf/rdf11")
  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
  static let absent: Comment = "needs the suites of the W3C in ../shared/suites, which are absent"
}

/// What a manifest says of a test.
private struct ConformanceTest {
  let name: String
  let kind: String
  let action: URL
  let result: URL?
  let base: String

  static func all(_ suite: String) throws -> [ConformanceTest] {
    let folder = Suites.folder.appendingPathComponent(suite)
    let base = "https://w3c.github.io/rdf-tests/rdf/rdf11/\(suite)/"
    let manifest = try [UInt8](Data(contentsOf: folder.appendingPathComponent("manifest.ttl")))
    let quads = try parse(manifest, .turtle, base: base + "manifest.ttl").map(\.quad.triple)
    let vocabulary = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
    func value(_ subject: Term, _ property: String) -> Term? {
      quads.first { $0.subject == subject && $0.predicate.value == vocabulary + property }?.object
    }
    func file(_ subject: Term, _ property: String) -> URL? {
      value(subject, property)?.iri.map {
        folder.appendingPathComponent(String($0.value.dropFirst(base.count)))
      }
    }
    return quads.compactMap { triple in
      guard triple.predicate == RDF.type,
        let kind = triple.object.iri?.value.split(separator: "#").last,
        let action = file(triple.subject, "action"),
        let name = value(triple.subject, "name")?.literal?.lexicalForm
      else { return nil }
      return ConformanceTest(
        name: name, kind: String(kind), action: action, result: file(triple.subject, "result"),
        base: base + action.lastPathComponent)
    }
  }

  func holds() throws -> Bool {
    let format = RDFFormat(path: action.path) ?? .turtle
    let bytes = try [UInt8](Data(contentsOf: action))
    if kind.contains("Negative") {
      do {
        _ = try parse(bytes, format, base: base)
        return false
      } catch { return error is RDFSyntaxError }
    }
    let found = try parse(bytes, format, base: base).map(\.quad)
    guard let result else { return true }
    let expected = try parse([UInt8](Data(contentsOf: result)), .nquads).map(\.quad)
    return isomorphic(Set(found), Set(expected))
  }
}

/// Whether two datasets differ in the labels of blank nodes only (RDF 1.1 Concepts, section 3.6): tries
/// all ways to map one's nodes to the other's, most telling first; enough for small ones.
private func isomorphic(_ left: Set<Quad>, _ right: Set<Quad>) -> Bool {
  func nodes(_ quads: Set<Quad>) -> [Term] {
    Array(
      Set(
        quads.flatMap { [$0.triple.subject, $0.triple.object, $0.graph].compactMap { $0 } }.filter {
          if case .blankNode = $0 { true } else { false }
        }))
  }
  func signature(_ node: Term, _ quads: Set<Quad>) -> [String] {
    func shown(_ term: Term?) -> String {
      guard let term else { return "" }
      if term == node { return "*" }
      if case .blankNode = term { return "_" }
      return NTriplesWriter.text(term)
    }
    return quads.map {
      [
        shown($0.triple.subject), $0.triple.predicate.value, shown($0.triple.object),
        shown($0.graph),
      ]
      .joined(separator: " ")
    }.filter { $0.contains("*") }.sorted()
  }
  let (from, to) = (nodes(left), nodes(right))
  guard left.count == right.count, from.count == to.count else { return false }
  let candidates = from.map { node in
    let wanted = signature(node, left)
    return (node, to.filter { signature($0, right) == wanted })
  }.sorted { $0.1.count < $1.1.count }
  func extend(_ map: [Term: Term], _ rest: ArraySlice<(Term, [Term])>) -> Bool {
    guard let (node, choices) = rest.first else {
      let mapped = left.map { quad in
        Quad(
          Triple(
            map[quad.triple.subject] ?? quad.triple.subject, quad.triple.predicate,
            map[quad.triple.object] ?? quad.triple.object),
          graph: quad.graph.map { map[$0] ?? $0 })
      }
      return Set(mapped) == right
    }
    return choices.contains { choice in
      guard !map.values.contains(choice) else { return false }
      return extend(map.merging([node: choice]) { $1 }, rest.dropFirst())
    }
  }
  return extend([:], candidates[...])
}

@Suite("Suites of the W3C", .enabled(if: Suites.areThere, Suites.absent))
struct ConformanceTests {
  @Test("every test holds", arguments: [("rdf-n-triples", 70), ("rdf-turtle", 313)])
  func suite(name: String, count: Int) throws {
    let tests = try ConformanceTest.all(name)
    #expect(tests.count == count)
    for test in tests {
      #expect(throws: Never.self, "\(test.name)") {
        let holds = try test.holds()
        #expect(holds, "\(test.name)")
      }
    }
  }
}
