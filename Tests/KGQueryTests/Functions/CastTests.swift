import Testing

/// SPARQL 1.1 Query Language, section 17.5.
@Suite("Casts")
struct CastTests {
  @Test(
    "Between types, by value",
    arguments: [
      ("xsd:integer('7')", "7 integer"), ("xsd:integer(7.9)", "7 integer"),
      ("xsd:integer(-7.9)", "-7 integer"), ("xsd:integer(true)", "1 integer"),
      ("xsd:integer('7.0')", "error"), ("xsd:integer(1e400)", "error"),
      ("xsd:decimal('1.50')", "1.5 decimal"), ("xsd:decimal(1e-2)", "0.01 decimal"),
      ("xsd:boolean('1')", "true boolean"), ("xsd:boolean(0.0)", "false boolean"),
      ("xsd:boolean('yes')", "error"), ("xsd:string(<http://e/a>)", "http://e/a"),
      ("xsd:string(1.10)", "1.1"), ("xsd:double('INF')", "INF double"),
      ("xsd:dateTime('2020-01-01T00:00:00')", "2020-01-01T00:00:00 dateTime"),
      ("xsd:dateTime('2021-01-01+00:00'^^xsd:date)", "2021-01-01T00:00:00+00:00 dateTime"),
      ("xsd:date(' 2021-01-01T10:00:00Z '^^xsd:dateTime)", "2021-01-01Z date"),
      ("xsd:dateTime('2020-01-01')", "error"), ("xsd:integer(<http://e/a>)", "error"),
    ])
  func casts(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }
}
