import Testing

/// SPARQL 1.1 Query Language, section 17.3, and XPath Functions and Operators, section 6.
@Suite("Numbers")
struct NumericTests {
  @Test(
    "Types are promoted: integer, decimal, float, double",
    arguments: [
      ("1 + 2", "3 integer"), ("1 + 2.0", "3.0 decimal"), ("1 / 2", "0.5 decimal"),
      ("1 + 2e0", "3.0E0 double"), ("'1'^^xsd:byte + 1", "2 integer"),
      ("'1'^^xsd:float + 1.5", "2.5E0 float"), ("'1'^^xsd:float + 1e0", "2.0E0 double"),
      ("7 - 2 * 3", "1 integer"), ("-(3)", "-3 integer"), ("2 * 0.5", "1.0 decimal"),
    ])
  func promotion(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(
    "What cannot be calculated is an error, and of doubles infinite",
    arguments: [
      ("1 / 0", "error"), ("1.0 / 0", "error"), ("1e0 / 0", "INF double"),
      ("0e0 / 0 = 0e0 / 0", "false boolean"), ("'1' + 1", "error"),
      ("9223372036854775807 + 1", "error"),
      ("'x'^^xsd:integer + 1", "error"), ("1 + ?unbound", "error"),
      ("'300'^^xsd:byte + 1", "error"),
      ("isNumeric('-1'^^xsd:nonNegativeInteger)", "false boolean"),
      ("isNumeric(99999999999999999999)", "true boolean"),
      ("99999999999999999999 > 1", "true boolean"), ("!99999999999999999999", "false boolean"),
    ])
  func limits(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(
    "Halves are rounded towards positive infinity, types stay",
    arguments: [
      ("ROUND(2.5)", "3.0 decimal"), ("ROUND(-2.5)", "-2.0 decimal"), ("ROUND(2)", "2 integer"),
      ("CEIL(1.2)", "2.0 decimal"), ("FLOOR(-1.2)", "-2.0 decimal"),
      ("ABS(-1.5e0)", "1.5E0 double"),
      ("ROUND('x')", "error"),
      ("ROUND(0.49999999999999994e0)", "0.0E0 double"), ("1 / ROUND(-0.4e0)", "-INF double"),
    ])
  func rounding(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(
    "Values are equal whatever they are written like",
    arguments: [
      ("1 = 1.0", "true boolean"), ("'01'^^xsd:integer = 1", "true boolean"),
      ("1.10 = 1.1", "true boolean"), ("1 = '1'", "false boolean"), ("1 < 1.5", "true boolean"),
      ("'1'^^xsd:unknown = 1", "error"), ("sameTerm(1, 1.0)", "false boolean"),
      ("1 IN (2, 1.0)", "true boolean"), ("1 NOT IN (2, 3)", "true boolean"),
      ("1 IN ('x'^^xsd:unknown, 1)", "true boolean"), ("2 IN ('x'^^xsd:unknown, 1)", "error"),
    ])
  func equality(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }
}
