import Testing

/// XPath Functions and Operators, section 10.
@Suite("Dates and times")
struct MomentTests {
  @Test(
    "Moments are compared as what they are, time zones counted",
    arguments: [
      ("'2020-01-01T00:00:00Z'^^xsd:dateTime = '2020-01-01T02:00:00+02:00'^^xsd:dateTime", "true"),
      ("'2020-01-01T00:00:00Z'^^xsd:dateTime < '2020-01-01T00:00:00.001Z'^^xsd:dateTime", "true"),
      ("'2020-01-01'^^xsd:date < '2020-01-02'^^xsd:date", "true"),
      ("'2015'^^xsd:gYear < '2020'^^xsd:gYear", "true"),
      ("'-0044-03-15'^^xsd:date < '0001-01-01'^^xsd:date", "true"),
      ("'24:00:00'^^xsd:time = '00:00:00'^^xsd:time", "true"),
      ("'PT36H'^^xsd:dayTimeDuration = 'P1DT12H'^^xsd:dayTimeDuration", "true"),
    ])
  func comparison(expression: String, expected: String) throws {
    #expect(try value(expression) == expected + " boolean")
  }

  @Test(
    "An impossible date is an error",
    arguments: [
      "'2020-02-30'^^xsd:date < '2021-01-01'^^xsd:date", "YEAR('2020')",
      "YEAR('2020-13-01'^^xsd:date)",
      "HOURS('2020-01-01'^^xsd:date)",
    ])
  func refusals(expression: String) throws {
    #expect(try value(expression) == "error")
  }

  @Test(
    "Parts of a moment",
    arguments: [
      ("YEAR('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)", "2011 integer"),
      ("MONTH('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)", "1 integer"),
      ("DAY('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)", "10 integer"),
      ("HOURS('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)", "14 integer"),
      ("MINUTES('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)", "45 integer"),
      ("SECONDS('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)", "13.815 decimal"),
      ("TIMEZONE('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)", "-PT5H dayTimeDuration"),
      ("TZ('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)", "-05:00"),
      ("TZ('2011-01-10T14:45:13.815Z'^^xsd:dateTime)", "Z"),
      ("TZ('2011-01-10T14:45:13.815'^^xsd:dateTime)", ""),
      ("TIMEZONE('2011-01-10T14:45:13'^^xsd:dateTime)", "error"),
      ("YEAR('2011-12-31T24:00:00Z'^^xsd:dateTime)", "2012 integer"),
      ("HOURS('2011-12-31T24:00:00Z'^^xsd:dateTime)", "0 integer"),
      ("xsd:string('2020-01-01T00:00:00.50+00:00'^^xsd:dateTime)", "2020-01-01T00:00:00.5Z"),
    ])
  func parts(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }
}
