import TestSupport
import Testing

/// SPARQL 1.1 Query Language, sections 17.3 and 17.4.1.7, for every pair of kinds of terms.
@Suite("Comparisons of terms")
struct ValueTests {
  /// The outcomes of an operator between a term and all samples, with `L` and `R` in the place of operands.
  private func outcomes(_ pattern: String, _ left: TermSample) throws -> [String] {
    try values(
      TermSample.all.map { right in
        pattern.replacing("L", with: left.text).replacing("R", with: right.text)
      })
  }

  private func text(_ outcome: Bool?) -> String { outcome.map { "\($0) boolean" } ?? "error" }

  private func expected(
    _ left: TermSample, _ outcome: (TermSample, TermSample) -> Bool?
  ) -> [String] {
    TermSample.all.map { text(outcome(left, $0)) }
  }

  @Test("= compares values, and fails where one is not known", arguments: TermSample.all)
  func equality(left: TermSample) throws {
    let equal = expected(left, TermSample.areEqual)
    #expect(try outcomes("L = R", left) == equal)
    #expect(try outcomes("R = L", left) == equal)
    #expect(try outcomes("L IN (R)", left) == equal)
  }

  @Test("!= is the opposite of =, with the same errors", arguments: TermSample.all)
  func inequality(left: TermSample) throws {
    let different = expected(left) { TermSample.areEqual($0, $1).map { !$0 } }
    #expect(try outcomes("L != R", left) == different)
    #expect(try outcomes("R != L", left) == different)
    #expect(try outcomes("L NOT IN (R)", left) == different)
  }

  @Test(
    "<, <=, > and >= order values of one kind and fail for others", arguments: TermSample.all)
  func order(left: TermSample) throws {
    let less = expected(left, TermSample.isLess)
    let atMost = expected(left, TermSample.isAtMost)
    #expect(try outcomes("L < R", left) == less)
    #expect(try outcomes("R > L", left) == less)
    #expect(try outcomes("L <= R", left) == atMost)
    #expect(try outcomes("R >= L", left) == atMost)
  }

  @Test("sameTerm compares terms, not values", arguments: TermSample.all)
  func sameTerm(left: TermSample) throws {
    #expect(
      try outcomes("sameTerm(L, R)", left)
        == TermSample.all.map { "\($0.text == left.text) boolean" })
  }

  @Test(
    "Pairs that show the rule",
    arguments: [
      ("'a'@en = 'a'^^<http://e/t>", "false boolean"),
      ("'a'@en != 'a'^^<http://e/t>", "true boolean"),
      ("'a'@en = 'x'^^xsd:integer", "false boolean"), ("'a' = 'a'^^<http://e/t>", "error"),
      ("'a' != 'a'^^<http://e/t>", "error"), ("1 = 'x'^^xsd:integer", "error"),
      ("'x'^^xsd:integer = 'x'^^xsd:integer", "true boolean"),
      ("<http://e/a> = 'a'^^<http://e/t>", "false boolean"),
      ("BNODE() = 'a'^^<http://e/t>", "false boolean"), ("BNODE() = BNODE()", "false boolean"),
      ("'P1M'^^xsd:duration = 'P30D'^^xsd:duration", "false boolean"),
      ("'P1M'^^xsd:duration < 'P30D'^^xsd:duration", "error"),
      ("'P1Y'^^xsd:yearMonthDuration = 'P12M'^^xsd:duration", "true boolean"),
      ("'a' IN ('b'^^<http://e/t>, 'a')", "true boolean"), ("'a' IN ('b'^^<http://e/t>)", "error"),
      ("'a'@en IN ('b'^^<http://e/t>)", "false boolean"),
      ("'a'@en NOT IN ('b'^^<http://e/t>)", "true boolean"),
      ("1 IN ()", "false boolean"), ("?x IN ()", "false boolean"), ("?x IN (1)", "error"),
    ])
  func pairs(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }
}
