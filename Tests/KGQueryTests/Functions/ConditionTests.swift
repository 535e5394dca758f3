import Testing

/// SPARQL 1.1 Query Language, section 17.4.1.
@Suite("Conditions and their errors")
struct ConditionTests {
  @Test(
    "One side can decide whatever the other is",
    arguments: [
      ("true || (1/0 > 1)", "true boolean"), ("(1/0 > 1) || true", "true boolean"),
      ("false || (1/0 > 1)", "error"), ("false && (1/0 > 1)", "false boolean"),
      ("(1/0 > 1) && false", "false boolean"), ("true && (1/0 > 1)", "error"),
      ("!(1/0 > 1)", "error"), ("!''", "true boolean"), ("!'a'", "false boolean"),
      ("!<http://e/a>", "error"), ("!'x'^^xsd:integer", "true boolean"),
    ])
  func connectives(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(
    "IF, COALESCE and BOUND",
    arguments: [
      ("IF(1 < 2, 'a', 1/0)", "a"), ("IF(1/0, 'a', 'b')", "error"), ("COALESCE(1/0, ?x, 'c')", "c"),
      ("COALESCE(1/0)", "error"), ("BOUND(?x)", "false boolean"),
      ("isNumeric('1')", "false boolean"),
      ("isNumeric('x'^^xsd:integer)", "false boolean"), ("isLiteral('')", "true boolean"),
      ("isBLANK(BNODE())", "true boolean"),
      ("DATATYPE('a'@en)", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"),
      ("'a'@en = 'a'@EN", "true boolean"), ("'a' = 'a'@en", "false boolean"),
      ("<http://e/a> = <http://e/b>", "false boolean"), ("<http://e/a> < <http://e/b>", "error"),
    ])
  func functionalForms(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }
}
