import KGModel
import TestSupport

/// A small graph with terms of every kind, and queries that fit it.
struct RandomGraph {
  /// In the default graph and in two named ones.
  let quads: Set<Quad>

  private static let nodes = ["a", "b", "c", "d", "e"]
  private static let predicates = ["knows", "author", "name", "year"]
  private static let literals: [Term] = [
    .string("x"), .string("余锋伟"), .string(""), .integer(7), .integer(-3),
    .literal(Literal("07", datatype: XSD.integer)), .literal(Literal("x", languageTag: "en")),
    .literal(Literal("2021", datatype: XSD.gYear)),
    .literal(Literal("2021-05", datatype: XSD.gYearMonth)), .boolean(true),
  ]

  private static func iri(_ name: String) -> Term { .iri("http://e/" + name) }

  /// A triple for every node, predicate and literal.
  static let everyTerm: Set<Triple> = Set(
    nodes.flatMap { node in
      predicates.flatMap { predicate in
        (literals + nodes.map(iri)).map { Triple(iri(node), IRI("http://e/" + predicate), $0) }
      }
    })

  init(_ random: inout SeededRandom) {
    let all = Self.everyTerm.sorted { "\($0)" < "\($1)" }
    quads = Set(
      (0..<22).compactMap { index in
        let graph = index < 14 ? nil : Self.iri(index % 2 == 0 ? "g" : "a")
        return all.randomElement(using: &random).map { Quad($0, graph: graph) }
      })
  }

  // MARK: Queries

  func query(_ random: inout SeededRandom) -> String {
    let pattern = group(&random, depth: 2)
    switch Int.random(in: 0..<12, using: &random) {
    case 9: return "SELECT DISTINCT ?a ?e { \(chain(&random)) }"
    case 10:
      return
        "SELECT ?a ?e (COUNT(DISTINCT ?c) AS ?n) { \(chain(&random)) FILTER(STR(?a) < STR(?e)) } GROUP BY ?a ?e"
    case 11:
      return
        "SELECT ?a ?c { \(triple(&random)) OPTIONAL { \(chain(&random)) FILTER(\(condition(&random))) } }"
    case 0: return "ASK { \(pattern) }"
    case 5:
      return
        "SELECT ?a (SUM(?b) AS ?n) (AVG(?b) AS ?m) (STRLEN(GROUP_CONCAT(?p)) AS ?o) { \(pattern) } GROUP BY ?a"
    case 6: return "SELECT ?c (COUNT(DISTINCT *) AS ?n) { \(pattern) } GROUP BY ?c HAVING (?n > 1)"
    case 7: return "SELECT * { { SELECT DISTINCT ?a ?c { \(pattern) } } \(triple(&random)) }"
    case 1: return "SELECT DISTINCT ?a ?b { \(pattern) }"
    case 2: return "SELECT ?a (COUNT(?b) AS ?n) (COUNT(*) AS ?m) { \(pattern) } GROUP BY ?a"
    case 3:
      return "SELECT ?b (MIN(STR(?a)) AS ?n) (COUNT(DISTINCT ?c) AS ?m) { \(pattern) } GROUP BY ?b"
    case 4: return "SELECT (COUNT(?a) AS ?n) (MAX(STR(?c)) AS ?m) { \(pattern) }"
    default: return "SELECT ?a ?b ?c { \(pattern) } ORDER BY ?b"
    }
  }

  private func group(_ random: inout SeededRandom, depth: Int) -> String {
    var parts = [triple(&random)]
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let inner = depth > 0 ? group(&random, depth: depth - 1) : triple(&random)
      switch Int.random(in: 0..<15, using: &random) {
      case 0: parts.append("OPTIONAL { \(inner) }")
      case 1: parts.append("{ \(inner) } UNION { \(triple(&random)) }")
      case 2: parts.append("FILTER (\(condition(&random)))")
      case 3: parts.append("FILTER EXISTS { \(triple(&random)) }")
      case 4: parts.append("MINUS { \(inner) }")
      case 5: parts.append("\(place(&random)) \(path(&random)) \(place(&random)) .")
      case 6: parts.append("OPTIONAL { \(inner) FILTER (\(condition(&random))) }")
      case 7: parts.append("GRAPH \(place(&random)) { \(inner) }")
      case 8: parts.append("BIND (\(value(&random)) AS ?d\(parts.count)\(depth))")
      case 9: parts.append("VALUES (?a ?b) { (:a UNDEF) (:b 7) (UNDEF :none) }")
      case 10: parts.append("FILTER NOT EXISTS { \(inner) }")
      case 11:
        parts.append(
          "{ SELECT ?a (COUNT(*) AS ?n\(parts.count)\(depth)) { \(inner) } GROUP BY ?a }")
      case 12: parts.append(namedGraph(&random))
      default: parts.append(triple(&random))
      }
    }
    return parts.joined(separator: " ")
  }

  /// A group over each named graph with the graph's variable in its parts, which do not see its value.
  private func namedGraph(_ random: inout SeededRandom) -> String {
    let part =
      [
        "OPTIONAL { \(triple(&random)) }",
        "OPTIONAL { \(triple(&random)) FILTER (\(condition(&random))) }",
        "OPTIONAL { GRAPH ?a { \(triple(&random)) } }",
        "OPTIONAL { { ?b ?q ?c FILTER (\(condition(&random))) } }",
        "MINUS { \(triple(&random)) }", "FILTER EXISTS { \(triple(&random)) }",
        "FILTER NOT EXISTS { \(triple(&random)) }", "FILTER (\(condition(&random)))",
        "{ SELECT ?b { \(triple(&random)) } }", "{ SELECT ?a ?b { \(triple(&random)) } }",
        "BIND (?a AS ?x)", "VALUES ?a { :a :b }", "GRAPH ?a { \(triple(&random)) }",
        "GRAPH ?b { \(triple(&random)) }", "?a \(path(&random)) ?b .",
      ].randomElement(using: &random) ?? ""
    return "GRAPH ?a { \(triple(&random)) \(part) }"
  }

  /// Patterns of which each has a variable of the one before.
  private func chain(_ random: inout SeededRandom) -> String {
    let names = ["?a", "?b", "?c", "?d", "?e", "?f"]
    return (0..<Int.random(in: 2...5, using: &random)).map { step in
      let (start, end) = (names[step], names[step + 1])
      let predicate = predicate(&random)
      return Bool.random(using: &random)
        ? "\(start) \(predicate) \(end) ." : "\(end) \(predicate) \(start) ."
    }.shuffled(using: &random).joined(separator: " ")
  }

  private func triple(_ random: inout SeededRandom) -> String {
    let predicate = Bool.random(using: &random) ? "?p" : predicate(&random)
    return "\(place(&random)) \(predicate) \(object(&random)) ."
  }

  private func place(_ random: inout SeededRandom) -> String {
    ["?a", "?b", "?c", "?a", "?b", ":a", ":b", ":none"].randomElement(using: &random) ?? "?a"
  }

  private func object(_ random: inout SeededRandom) -> String {
    Int.random(in: 0..<5, using: &random) == 0
      ? ["7", "\"x\"", "\"余锋伟\"", "true"].randomElement(using: &random) ?? "7" : place(&random)
  }

  private func predicate(_ random: inout SeededRandom) -> String {
    ":" + (Self.predicates.randomElement(using: &random) ?? "knows")
  }

  private func path(_ random: inout SeededRandom) -> String {
    let (p, q) = (predicate(&random), predicate(&random))
    return [
      "\(p)*", "\(p)+", "\(p)?", "^\(p)", "\(p)/\(q)", "\(p)|\(q)", "(\(p)|\(q))*", "(^\(p)/\(q))+",
      "^(\(p)*)", "!\(p)", "!(^\(p)|\(q))", "(\(p)*/\(q))*", "(\(p)/\(q)?)+", "(\(p)?)*",
    ].randomElement(using: &random) ?? p
  }

  private func value(_ random: inout SeededRandom) -> String {
    [
      "?b + 1", "STR(?a)", "CONCAT(STR(?b), 'x')", "IF(BOUND(?c), ?c, 1)", "COALESCE(?c, ?b)",
      "?a", "7", "STRLEN(STR(?b)) * 2", "LANG(?b)", "DATATYPE(?c)",
    ].randomElement(using: &random) ?? "1"
  }

  private func condition(_ random: inout SeededRandom) -> String {
    let simple = [
      "?a != :a", "?b = :b", "BOUND(?c)", "!BOUND(?b)", "STR(?b) = \"x\"", "STR(?c) > \"http\"",
      "?a IN (:a, :c)", "SUBSTR(STR(?b), 1, 4) >= \"2021\"", "STRSTARTS(STR(?a), \"http\")",
      "CONTAINS(STR(?b), \"锋\")", "?b = 7", "?c < 8", "?a = ?b", "ISIRI(?b)",
    ]
    let (first, second) = (
      simple.randomElement(using: &random) ?? "", simple.randomElement(using: &random) ?? ""
    )
    return ["\(first)", "!(\(first))", "\(first) && \(second)", "\(first) || \(second)"]
      .randomElement(using: &random) ?? first
  }
}
