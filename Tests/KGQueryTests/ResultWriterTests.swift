import KGModel
import KGQuery
import KGSPARQL
import Testing

@Suite("Result formats")
struct ResultWriterTests {
  private let table = QueryResult.solutions(
    SolutionTable(
      variables: [Variable("name"), Variable("papers"), Variable("node")],
      rows: [
        [.string("余锋伟"), .integer(13), .iri("https://kg.example/a/person/x")],
        [.string("A \"B\",\tC"), .integer(2), .iri("https://kg.example/a/person/y")],
        [nil, .literal(Literal("x", languageTag: "en")), .iri("https://kg.example/a/person/z")],
      ]))

  @Test("A table is aligned by the width of its characters on a terminal, numbers to the right")
  func alignedTable() {
    let small = QueryResult.solutions(
      SolutionTable(
        variables: [Variable("name"), Variable("papers")],
        rows: [[.string("余锋伟"), .integer(13)], [.string("Ada"), .integer(2)]]))
    #expect(
      ResultWriter.text(small, format: .table) == """
        name    papers
        ──────  ──────
        余锋伟      13
        Ada          2
        2 rows

        """)
  }

  @Test("In a table that is too wide the widest columns are shortened, numbers never")
  func shortenedTable() {
    let rows: [[Term?]] = [
      [.string("Notes on the Engines of Others"), .string("Ada Quill"), .integer(1_234_567_890)],
      [.string("关于他人的引擎的笔记和评论"), .string("余锋伟"), .integer(2)],
    ]
    let wide = QueryResult.solutions(
      SolutionTable(variables: ["title", "name", "n"].map { Variable($0) }, rows: rows))
    #expect(
      ResultWriter.text(wide, format: .table, width: 40) == """
        title              name                n
        ─────────────────  ─────────  ──────────
        Notes on the Eng…  Ada Quill  1234567890
        关于他人的引擎的…  余锋伟              2
        2 rows

        """)
    #expect(
      ResultWriter.text(wide, format: .table, width: 10).contains("Notes o…  Ada Qui…  1234567890"))
    #expect(ResultWriter.text(wide, format: .table).contains("Notes on the Engines of Others"))
    #expect(
      ResultWriter.text(wide, format: .csv, width: 10).contains("Notes on the Engines of Others"))
  }

  @Test("Columns of our own nodes are left out for people, unless rows would look alike")
  func hiddenNodes() {
    #expect(!ResultWriter.text(table, format: .table, hidesNodes: true).contains("node"))
    let namesakes = QueryResult.solutions(
      SolutionTable(
        variables: [Variable("name"), Variable("node")],
        rows: [
          [.string("Wei Wang"), .iri("https://kg.example/a/person/wei-wang")],
          [.string("Wei Wang"), .iri("https://kg.example/b/person/wei-wang")],
        ]))
    #expect(
      ResultWriter.text(namesakes, format: .table, hidesNodes: true).contains("/b/person/wei-wang"))
  }

  @Test("Control characters of a document do not reach the terminal")
  func controlCharacters() {
    let hostile = QueryResult.solutions(
      SolutionTable(variables: [Variable("n")], rows: [[.string("a\u{1B}[31m\u{202E}b")]]))
    #expect(ResultWriter.text(hostile, format: .table).contains("a [31m b"))
  }

  @Test("A quotation mark is doubled in CSV, also before a combining mark")
  func combiningMark() {
    let table = QueryResult.solutions(
      SolutionTable(variables: [Variable("name")], rows: [[.string("a\"\u{301},b")]]))
    #expect(
      ResultWriter.text(table, format: .csv).unicodeScalars.elementsEqual(
        "name\r\n\"a\"\"\u{301},b\"\r\n".unicodeScalars))
  }

  @Test("CSV and TSV are quoted as the recommendation says")
  func csvAndTSV() {
    #expect(
      ResultWriter.text(table, format: .csv)
        == "name,papers,node\r\n余锋伟,13,https://kg.example/a/person/x\r\n"
        + "\"A \"\"B\"\",\tC\",2,https://kg.example/a/person/y\r\n"
        + ",x,https://kg.example/a/person/z\r\n")
    #expect(
      ResultWriter.text(table, format: .tsv)
        == "?name\t?papers\t?node\n\"余锋伟\"\t13\t<https://kg.example/a/person/x>\n"
        + "\"A \\\"B\\\",\\tC\"\t2\t<https://kg.example/a/person/y>\n"
        + "\t\"x\"@en\t<https://kg.example/a/person/z>\n")
  }

  @Test("JSON leaves unbound variables out and has the types of terms")
  func json() {
    let small = QueryResult.solutions(
      SolutionTable(
        variables: [Variable("a"), Variable("b")],
        rows: [
          [.iri("http://e/x"), nil], [.integer(1), .literal(Literal("x", languageTag: "en"))],
        ]))
    #expect(
      ResultWriter.text(small, format: .json, extras: [("question", .string("q"))])
        == #"{"head": {"vars": ["a", "b"]}, "results": {"bindings": [\#n"#
        + #"{"a": {"type": "uri", "value": "http://e/x"}},\#n"#
        + #"{"a": {"type": "literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}, "#
        + #""b": {"type": "literal", "value": "x", "xml:lang": "en"}}\#n]}, "question": "q"}"#
        + "\n")
  }

  @Test("XML escapes what markup means, and replaces what it cannot say")
  func xml() {
    let hostile = QueryResult.solutions(
      SolutionTable(variables: [Variable("n")], rows: [[.string("<a> & \"b\"\r\u{1}")], [nil]]))
    let text = ResultWriter.text(hostile, format: .xml)
    #expect(text.contains("<literal>&lt;a&gt; &amp; &quot;b&quot;&#xD;\u{FFFD}</literal>"))
    #expect(text.contains("<result>\n    </result>"))
    #expect(ResultWriter.text(.boolean(false), format: .xml).contains("<boolean>false</boolean>"))
  }

  @Test("Graphs are N-Triples or TriG, or Turtle when another form is asked for")
  func graphs() {
    let graph = QueryResult.graph([
      Triple(.iri("http://e/x"), IRI("http://e/p"), .integer(1))
    ])
    #expect(
      ResultWriter.text(graph, format: .nt)
        == "<http://e/x> <http://e/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n")
    #expect(ResultWriter.text(graph, format: .json).hasSuffix("<http://e/x> <http://e/p> 1 .\n"))
    #expect(ResultWriter.text(graph, format: .trig).hasSuffix("<http://e/x> <http://e/p> 1 .\n"))
  }

  @Test("A yes/no question that the sources do not answer is null, not false")
  func unknown() {
    #expect(ResultWriter.text(nil, format: .json) == "{\"head\": {}, \"boolean\": null}\n")
    #expect(ResultWriter.text(nil, format: .table) == "unknown\n")
    #expect(ResultWriter.text(.boolean(true), format: .csv) == "true\n")
  }
}
