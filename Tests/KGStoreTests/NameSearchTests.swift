import KGModel
import KGQuery
import KGSPARQL
import KGStore
import TestSupport
import Testing

/// Conditions on names use the index of words, and give the same rows as without it.
@Suite("Searching names in queries")
struct NameSearchTests {
  private static let names = [
    "Fengwei Yu", "Fengwei O'Brien", "fengwei yu", "José Ángel", "Jose Angel", "余锋伟", "于锋",
    "Yu 锋伟 Fengwei",
    "AI-Lab", "ai lab", "Xu-Feng", "ﬁne Arts", "2021 Group", "L’Oréal", "a_b", "İstanbul", "",
  ]

  private func rows(_ condition: String, plain: Bool) throws -> Set<String> {
    let store = try GraphStore.inMemory()
    // Values of a property that is not a name are not in the index.
    let property = plain ? IRI("http://e/label") : Schema.name
    try store.add(
      Self.names.enumerated().map { triple("n\($0.offset)", property, .string($0.element)) })
    let text = "SELECT ?n { ?s <\(property.value)> ?n FILTER (\(condition)) }"
    let query = try SPARQLParser().parse(text)
    return try store.withQuerySource { source in
      let prepared = try PreparedQuery(query, source: source)
      #expect(prepared.plan.explanation().contains("name_words") != plain, "\(condition)")
      guard case .solutions(let table) = try prepared.result() else { return [] }
      return Set(table.rows.compactMap { $0[0]?.literal?.lexicalForm })
    }
  }

  @Test(
    "Gives the same rows with and without the index",
    arguments: [
      "STRSTARTS(?n, 'Feng')", "STRSTARTS(?n, 'Fengwei ')", "STRSTARTS(?n, 'Fengwei Y')",
      "CONTAINS(?n, 'ngwe')", "CONTAINS(LCASE(?n), 'ngwei y')", "CONTAINS(?n, 'Jose')",
      "CONTAINS(?n, '锋伟')", "CONTAINS(?n, '锋')", "CONTAINS(?n, 'O\\'B')",
      "CONTAINS(?n, 'I-L')",
      "CONTAINS(?n, ' Yu')", "CONTAINS(?n, 'ine')", "CONTAINS(?n, '21 G')",
      "CONTAINS(?n, 'nothing')",
      "CONTAINS(?n, 'a_b')", "CONTAINS(LCASE(?n), 'stanb')",
    ])
  func agreement(condition: String) throws {
    #expect(try rows(condition, plain: false) == rows(condition, plain: true))
  }
}
