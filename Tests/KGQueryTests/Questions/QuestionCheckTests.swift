import Testing

@testable import KGQuery

/// What is wrong with a file in `$KG_QUERIES`, and where.
@Suite("The check of a question")
struct QuestionCheckTests {
  private func fault(_ text: String) -> String? {
    do throws(InvalidQuestion) {
      try Question(parsing: text, file: "own.rq").check(file: "own.rq")
      return nil
    } catch {
      return error.description
    }
  }

  /// The fault of a question about a person and a year with one more line in its header, the sixth.
  private func fault(header line: String) -> String? {
    fault(
      """
      # name: notes
      # asks: The notes of a person in a year
      # parameter: person
      # parameter: year
      # en: notes (of|by) {person} in {year}
      \(line)
      SELECT ?note { ?note schema:author {person} ; schema:datePublished {year} }
      """)
  }

  @Test(
    "A phrasing gives each parameter of the question one value in each of its wordings",
    arguments: [
      ("# zh: {person}{year}的笔记", nil),
      ("# en: ({person}'s {year} notes|notes of {person} [in] {year})", nil),
      ("# en: notes of {person}", "own.rq:6: the phrasing lacks {year}"),
      (
        "# en: notes of {person} [in {year}]",
        "own.rq:6: the phrasing lacks {year} in some of its alternatives"
      ),
      (
        "# en: (his|{person}'s) notes in {year}",
        "own.rq:6: the phrasing lacks {person} in some of its alternatives"
      ),
      (
        "# en: notes of {person} and {person} in {year}",
        "own.rq:6: the phrasing contains {person} more than once"
      ),
      (
        "# en: notes of {person} about {foo} in {year}",
        "own.rq:6: the phrasing contains {foo}, but the header has no line '# parameter: foo'"
      ),
      (
        "# en: notes of {person} [at {venue}] in {year}",
        "own.rq:6: the phrasing contains {venue}, but the header has no line '# parameter: venue'"
      ),
      ("# zh: ({person}{year}的笔记", "own.rq:6: in the phrasing, '(' has no ')'"),
    ] as [(String, String?)])
  func phrasings(line: String, expected: String?) {
    #expect(fault(header: line) == expected)
  }

  @Test(
    "Parameters are known, declared once and used by the query",
    arguments: [
      (
        "# parameter: planet",
        "own.rq:6: parameter 'planet' is unknown; use person, other, organization, whole, venue, paper, year or text"
      ),
      ("# parameter: year", "own.rq:6: parameter 'year' is declared twice"),
      ("# parameter: text", "own.rq:6: the query does not use {text}"),
    ])
  func parameters(line: String, expected: String) {
    #expect(fault(header: line) == expected)
  }

  @Test(
    "A gap has a pattern, which is SPARQL, and a message",
    arguments: [
      ("# gap: ?missing schema:author {person} | notes without a year: {n}", nil),
      ("# gap: ?missing schema:author {person}", "own.rq:6: a gap is 'pattern | message'"),
    ] as [(String, String?)])
  func gap(line: String, expected: String?) {
    #expect(fault(header: line) == expected)
  }

  @Test("A fault in the gap or the query has the line where it is")
  func lines() throws {
    let gap = try #require(fault(header: "# gap: ?missing exx:author {person} | {n}"))
    #expect(gap.hasPrefix("own.rq:6: in the gap: prefix 'exx' is not declared"))
    let query = try #require(
      fault("# name: all\n# asks: All\n# en: all\nSELECT ?x\n{ ?x exx:p ?y }"))
    #expect(query.hasPrefix("own.rq:5: prefix 'exx' is not declared"))
  }

  @Test("Every built-in question passes")
  func builtIn() throws {
    for question in try QuestionLibrary.builtIn().questions {
      #expect(throws: Never.self, "\(question.name)") { try question.check(file: question.name) }
    }
  }
}
