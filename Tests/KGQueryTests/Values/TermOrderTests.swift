import Testing

/// SPARQL 1.1 Query Language, section 15.1.
@Suite("ORDER BY")
struct TermOrderTests {
  @Test("Unbound, then IRIs, then literals; numbers by value across their types")
  func mixed() throws {
    #expect(
      try ordered(["10", "\"b\"", "<http://e/z>", "UNDEF", "2.5", "1e0", "<http://e/a>", "\"a\""])
        == ["-", "http://e/a", "http://e/z", "1e0", "2.5", "10", "a", "b"])
  }

  @Test("Strings by their code points, dates by their days")
  func withinAKind() throws {
    #expect(try ordered(["\"é\"", "\"z\"", "\"Z\"", "\"余\""]) == ["Z", "z", "é", "余"])
    #expect(
      try ordered([
        "'2020-01-02'^^xsd:date", "'2019-12-31'^^xsd:date", "'2020-01-01'^^xsd:date",
      ]) == ["2019-12-31", "2020-01-01", "2020-01-02"])
  }
}
