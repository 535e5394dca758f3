import TestSupport
import Testing

@testable import KGQuery

/// SPARQL 1.1 Query Language, section 15.1.
@Suite("ORDER BY")
struct SortKeyTests {
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

  @Test("Terms of all kinds have one order, which agrees with < wherever that is defined")
  func allKinds() {
    let samples = TermSample.all
    let keys = samples.map { SortKey($0.term) }
    let orders = keys.map { left in keys.map { left.compare(to: $0) } }
    let places = samples.indices
    for a in places {
      for b in places {
        let (one, other) = (samples[a], samples[b])
        #expect((orders[a][b] == .before) == (orders[b][a] == .after), "\(one) and \(other)")
        if TermSample.isLess(one, other) == true {
          #expect(orders[a][b] == .before, "\(one) before \(other)")
        }
        // A term that is not after another one is not after those that follow it either.
        guard orders[a][b] != .after else { continue }
        let broken = places.filter { orders[b][$0] != .after && orders[a][$0] == .after }
        #expect(broken.isEmpty, "\(one), \(other), \(broken.map { samples[$0] })")
      }
    }
  }

  @Test("Durations without a common order have one here", arguments: 0..<6)
  func durations(seed: UInt64) throws {
    let durations = ["P1M", "P30D", "P31D", "P1Y", "P365D", "-P1M", "PT0S", "P1M1D"].map {
      "'\($0)'^^xsd:duration"
    }
    var random = SeededRandom(seed)
    #expect(
      try ordered(durations.shuffled(using: &random))
        == ["-P1M", "PT0S", "P30D", "P1M", "P31D", "P1M1D", "P365D", "P1Y"])
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
