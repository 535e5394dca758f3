import KGModel
import KGQuery
import KGQuerySource
import KGRDF
import KGSPARQL

/// A source without data, for expressions of constants.
final class EmptySource: QuerySource {
  let attachments = SourceAttachments()
  var mayContinue: (() -> Bool)?
  private var terms: [Term] = []
  private var ids: [Term: Int64] = [:]

  func termID(of term: Term) -> Int64 {
    if let known = ids[term] { return known }
    terms.append(term)
    ids[term] = Int64(terms.count)
    return Int64(terms.count)
  }

  func termID(ofComputed term: Term) -> (id: Int64, isNew: Bool) { (termID(of: term), false) }
  func release(_ ids: [Int64]) {}
  func term(_ id: Int64) -> Term { terms[Int(id) - 1] }
  func prefetchTerms(_ ids: [Int64]) {}
  func restricted(to dataset: DatasetClause) -> any QuerySource { EmptySource() }
  func namedGraphs() -> [Int64] { [] }
  func prepared(
    _ algebra: Algebra, graph: ActiveGraph, bindings: [Variable]
  ) -> (any PreparedPart)? { nil }
  func open(_ part: any PreparedPart, bindings: [[Int64]]?) -> any SolutionCursor { NoSolutions() }
}

private final class NoSolutions: SolutionCursor {
  func next(_ count: Int) -> RowBatch? { nil }
}

private let prefixes = [(prefix: "xsd", namespace: "http://www.w3.org/2001/XMLSchema#")]

/// The value of an expression in N-Triples, plain strings as their texts; `error` for an error.
func value(_ expression: String) throws -> String { try values([expression])[0] }

/// The values of several expressions, see ``value(_:)``.
func values(_ expressions: [String]) throws -> [String] {
  let columns = expressions.enumerated().map { "(\($1) AS ?v\($0))" }
  let query = try SPARQLParser(prefixes: prefixes)
    .parse("SELECT \(columns.joined(separator: " ")) {}")
  guard case .solutions(let table) = try PreparedQuery(query, source: EmptySource()).result()
  else { return [] }
  return table.rows[0].map { $0.map(text) ?? "error" }
}

private func text(_ term: Term) -> String {
  if let literal = term.literal, literal.datatype == XSD.string, literal.languageTag == nil {
    return literal.lexicalForm
  }
  return NTriplesWriter.text(term)
    .replacing("^^<http://www.w3.org/2001/XMLSchema#", with: " ").replacing(">", with: "")
    .replacing("\"", with: "").replacing("<", with: "")
}

/// The rows of VALUES in the order of ORDER BY.
func ordered(_ terms: [String]) throws -> [String] {
  let query = try SPARQLParser(prefixes: prefixes).parse(
    "SELECT ?v { VALUES ?v { \(terms.joined(separator: " ")) } } ORDER BY ?v")
  guard case .solutions(let table) = try PreparedQuery(query, source: EmptySource()).result()
  else { return [] }
  return table.rows.map { row -> String in
    guard let term = row[0] else { return "-" }
    return term.literal?.lexicalForm ?? term.iri?.value ?? "_"
  }
}
