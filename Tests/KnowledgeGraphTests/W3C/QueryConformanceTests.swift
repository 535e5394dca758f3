import Foundation
import KGModel
import KGQuery
import KGSPARQL
import KnowledgeGraph
import TestSupport
import Testing

/// The SPARQL tests that the W3C publishes; no test that can be read is known to fail.
@Suite(
  "W3C query tests",
  .enabled(if: QueryManifest.absence == nil, Comment(rawValue: QueryManifest.absence ?? "")))
struct QueryConformanceTests {
  @Test("Each test of the group", arguments: QueryManifest.all)
  func group(manifest: QueryManifest) throws {
    for entry in try manifest.entries() {
      switch entry.kind {
      case "PositiveSyntaxTest", "PositiveSyntaxTest11":
        #expect(throws: Never.self, "\(entry.name)") { try query(entry, manifest) }
      case "NegativeSyntaxTest", "NegativeSyntaxTest11":
        #expect(throws: SPARQLSyntaxError.self, "\(entry.name)") { try query(entry, manifest) }
      case "QueryEvaluationTest", "CSVResultFormatTest": try evaluate(entry, manifest)
      default: Issue.record("\(entry.name) is of an unknown kind, \(entry.kind)")
      }
    }
  }

  private func query(_ entry: QueryManifest.Entry, _ manifest: QueryManifest) throws -> Query {
    try SPARQLParser(base: manifest.base(of: entry.query))
      .parse(String(contentsOf: entry.query, encoding: .utf8))
  }

  private func evaluate(_ entry: QueryManifest.Entry, _ manifest: QueryManifest) throws {
    // There is no parser for RDF/XML.
    let files = entry.data + entry.namedGraphs.map(\.file) + [entry.result].compactMap { $0 }
    guard !files.contains(where: { $0.pathExtension == "rdf" }) else { return }
    let query = try query(entry, manifest)
    var quads = try entry.data.flatMap { try manifest.quads(of: $0) }
    var graphs = entry.namedGraphs
    if entry.data.isEmpty, graphs.isEmpty, let dataset = query.dataset {
      // What FROM names is a file of the folder.
      graphs = (dataset.defaultGraphs + dataset.namedGraphs).compactMap { iri in
        iri.value.split(separator: "/").last.map {
          (iri.value, entry.query.deletingLastPathComponent().appendingPathComponent(String($0)))
        }
      }
    }
    for (index, graph) in graphs.enumerated() {
      // Blank nodes of two files are two nodes.
      quads += try manifest.quads(of: graph.file, graph: graph.name).map {
        $0.relabelled("g\(index)")
      }
    }
    let graph = try Graph(quads: quads)
    let result = try graph.store.withQuerySource {
      try PreparedQuery(query, source: $0).result()
    }
    let file = try #require(entry.result)
    if ["csv", "tsv"].contains(file.pathExtension) {
      let format = try #require(ResultFormat(rawValue: file.pathExtension))
      let expected = try String(contentsOf: file, encoding: .utf8)
      let isSame = fields(ResultWriter.text(result, format: format)) == fields(expected)
      return #expect(isSame, "\(manifest.group): \(entry.name)")
    }
    let expected = try #require(
      try ExpectedResult.read(file, of: manifest, isGraph: result.isGraph),
      "\(file.lastPathComponent)")
    let isSame = agree(result, expected, isLax: entry.isLax)
    #expect(isSame, "\(manifest.group): \(entry.name)")
  }

  // MARK: Comparison

  private func agree(_ result: QueryResult, _ expected: QueryResult, isLax: Bool) -> Bool {
    switch (result, expected) {
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.graph(let left), .graph(let right)): return Isomorphism.holds(left, right)
    case (.solutions(let left), .solutions(let right)):
      guard Set(left.variables) == Set(right.variables) else { return false }
      let places = right.variables.compactMap { left.variables.firstIndex(of: $0) }
      let rows = left.rows.map { row in places.map { row[$0].map(comparable) } }
      let others = right.rows.map { $0.map { $0.map(comparable) } }
      if isLax { return Set(rows).isSubset(of: others) }
      return Isomorphism.holds(rows, others)
    default: return false
    }
  }

  /// Numbers of one datatype are compared by value, as the suites' forms differ.
  private func comparable(_ term: Term) -> Term {
    guard case .literal(let literal) = term else { return term }
    if let tag = literal.languageTag {
      return .literal(Literal(literal.lexicalForm, languageTag: tag.lowercased()))
    }
    guard [XSD.integer, XSD.decimal, XSD.float, XSD.double].contains(literal.datatype),
      let value = Double(literal.lexicalForm)
    else { return term }
    return .literal(Literal(value.description, datatype: literal.datatype))
  }

  /// The fields of lines in no order, blank nodes alike, numbers by value.
  private func fields(_ text: String) -> [[String]] {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "\t" }.map { field in
        field.hasPrefix("_:") ? "_:" : Double(field)?.description ?? String(field)
      }
    }
    return lines.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension QueryResult {
  fileprivate var isGraph: Bool {
    if case .graph = self { true } else { false }
  }
}

extension Quad {
  fileprivate func relabelled(_ mark: String) -> Quad {
    func changed(_ term: Term) -> Term {
      guard case .blankNode(let node) = term else { return term }
      return .blankNode(BlankNode(mark + node.label))
    }
    return Quad(
      Triple(changed(triple.subject), triple.predicate, changed(triple.object)), graph: graph)
  }
}
