import KGSPARQL
import Testing

@testable import KGQuery

@Suite("Splits of a basic graph pattern")
struct PatternSplitTests {
  private func patterns(_ text: String) throws -> [TriplePattern] {
    let query = try SPARQLParser(prefixes: [("", "http://e/")]).parse("ASK { \(text) }")
    guard case .basic(let patterns) = query.algebra else { return [] }
    return patterns
  }

  @Test(
    "There is a split for each variable that alone connects the parts",
    arguments: [
      ("?a :p ?b . ?b :q ?c", ["b": 2]), ("?a :p ?b . ?a :q ?b", [:]),
      ("?a :p ?b . ?b :q ?c . ?c :r ?d", ["b": 2, "c": 2]),
      ("?p :by ?a . ?p :by ?b . ?p :in ?v", ["p": 3]), ("?a :p ?b . ?c :q ?d", [:]),
    ])
  func splits(text: String, parts: [String: Int]) throws {
    let splits = PatternSplit.all(of: try patterns(text))
    let found = Dictionary(uniqueKeysWithValues: splits.map { ($0.variable.name, $0.parts.count) })
    #expect(found == parts)
  }

  @Test("Parts that differ in names only have a renaming")
  func names() throws {
    let part = try patterns("?p :by ?a . ?a :at ?x")
    #expect(
      try PatternSplit.names(of: part, in: patterns("?p :by ?b . ?b :at ?y"))
        == [
          Variable("p"): Variable("p"), Variable("a"): Variable("b"), Variable("x"): Variable("y"),
        ])
    #expect(try PatternSplit.names(of: part, in: patterns("?p :by ?b . ?b :in ?y")) == nil)
    #expect(try PatternSplit.names(of: part, in: patterns("?p :by ?b . ?b :at ?b")) == nil)
  }
}
