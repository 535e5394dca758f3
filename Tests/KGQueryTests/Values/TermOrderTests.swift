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

  @Test("Values that are the same stay as they came, for the next condition to decide")
  func sameValues() throws {
    #expect(try ordered(["1.0", "1", "1e0", "0"]) == ["0", "1.0", "1", "1e0"])
    #expect(
      try ordered([
        "'2020-01-01T01:00:00+01:00'^^xsd:dateTime", "'2020-01-01T00:00:00Z'^^xsd:dateTime",
      ]) == ["2020-01-01T01:00:00+01:00", "2020-01-01T00:00:00Z"])
  }

  @Test("Moments with and without time zones, and of different types, have one order")
  func moments() throws {
    let values = [
      "'2020-01-01T02:00:00+05:00'^^xsd:dateTime", "'2020-01-01T01:00:00'^^xsd:dateTime",
      "'2020-01-01T00:00:00Z'^^xsd:dateTime", "'2020-01-01'^^xsd:date",
    ]
    let expected = try ordered(values)
    for _ in 0..<10 { #expect(try ordered(values.shuffled()) == expected) }
    #expect(
      expected == [
        "2020-01-01", "2020-01-01T02:00:00+05:00", "2020-01-01T00:00:00Z", "2020-01-01T01:00:00",
      ])
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
