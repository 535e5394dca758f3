import KGText
import Testing

@testable import KGReaders

@Suite("BibTeX: syntax")
struct BibTeXParserTests {
  @Test(
    "Fields are read whatever separates them",
    arguments: [
      "@article{quill, title = {Engines}, year = {1843}}",
      "@article{quill, title = {Engines}, year = {1843},}",
      "@article{quill,\n  title = {Engines},\n  year = {1843},\n}\n",
      "@article{quill,\r\n  title = {Engines},\r\n  year = {1843},\r\n}\r\n",
      "@article{quill,\r  title = {Engines},\r  year = {1843},\r}\r",
      "@ARTICLE (quill, TITLE = \"Engines\", Year = 1843)",
      "@article{quill, title = {Engines} year = 1843}",
      "@article{quill title = {Engines}, year = 1843}",
      "@article{quill,, title = {Engines},, year = 1843}",
      "@article{quill, title {Engines}, year = 1843}",
      "@article\n{\n  quill\n,\n  title\n=\n{Engines}\n,\n  year = 1843\n}",
      "@article{quill, % a remark\n title = {Engines}, % another\n % note = {none},\n year = 1843}",
      "@article{quill, title = \"Engines\", title = {Wheels}, year = 1843}",
    ])
  func separators(text: String) {
    let (entries, problems) = bibTeX(text)
    #expect(entries.map(\.key) == ["quill"])
    #expect(entries.first?.type == "article")
    #expect(entries.first?.value("title") == "Engines")
    #expect(entries.first?.value("year") == "1843")
    #expect(problems == [])
  }

  @Test(
    "Brackets, quotation marks and signs within a value are part of it",
    arguments: [
      ("{Engines (and Mills)}", "Engines (and Mills)"),
      ("{10.1000/S0893(05)80023-1}", "10.1000/S0893(05)80023-1"),
      ("\"The {\"}Mill{\"} of {Dr. \"Q\"}\"", "The \"Mill\" of Dr. \"Q\""),
      ("{A = B, or @ C #1 at 50% off}", "A = B, or @ C #1 at 50% off"),
      ("\"G\\\"odel\"", "Gödel"),
      ("{The $n$-th \\{Set\\}}", "The n-th {Set}"),
      ("{ada@mill.example}", "ada@mill.example"),
      ("{One\n\n   two}", "One two"),
      ("Nature Engines", "Nature Engines"),
    ])
  func signsInValues(value: String, expected: String) {
    let (entries, problems) = bibTeX("@misc{a, title = \(value), year = 1843}")
    #expect(entries.first?.value("title") == expected)
    #expect(entries.first?.value("year") == "1843")
    #expect(problems == [])
  }

  @Test(
    "A key is anything up to the comma",
    arguments: [
      "DBLP:conf/mill/QuillF21", "10.1000/S0893-6080(05)80023-1", "quill's_mill+2", "奎尔2021",
      "quill 2021 mill", "a=b", "\"q\"", "#1", "",
    ])
  func keys(key: String) {
    let entries = bibTeX("@misc{\(key), title = {Engines}}").entries
    #expect(entries.map(\.key) == [key])
    #expect(entries.first?.value("title") == "Engines")
  }

  @Test("In an entry in parentheses, keys and values may contain parentheses")
  func parentheses() {
    let entries = bibTeX("@misc(mill(2), title = {Engines (2)}, year = 1843)\n@misc(b, title={B})")
      .entries
    #expect(entries.map(\.key) == ["mill(2)", "b"])
    #expect(entries.first?.value("title") == "Engines (2)")
  }

  @Test("Text between entries is a comment; so is what a comment or a preamble contains")
  func comments() {
    let (entries, problems) = bibTeX(
      """
      Written by ada@mill.example (2019) for @home {users}.
      @comment{ @article{no, title = {No}} }
      @Comment no braces here
      @preamble{ "\\newcommand{\\mill}{M}" # { (x) } }
      @article{a, title = {Engines}} trailing words @article{b, title = {Mills}}
      """)
    #expect(entries.map(\.key) == ["a", "b"])
    #expect(problems == [])
  }

  @Test("A line with % holds entries; one that begins with %@ is commented out, and is named")
  func percent() {
    let (entries, problems) = bibTeX(
      """
      % Encoding: UTF-8 @article{a, title = {Engines}}
      %@article{b,
      %  title = {Mills}
      %}
      % @string{x = "X"}
      @article{c, title = {Wheels}}
      """)
    #expect(entries.map(\.key) == ["a", "c"])
    #expect(problems == ["2: commented out with %"])
  }

  @Test(
    "An entry that is not closed ends where the next one begins, and is named",
    arguments: [
      ("@article{a, title = {Engines", "1: a value is not closed"),
      ("@article{a, title = {Engines}, year = {1843}", "1: the entry is not closed"),
      ("@article{a, title = {Engines,\n year = {1843}\n}", "1: a value is not closed"),
      ("@article{a, title = \"Engines,\n year = \"1843\"\n}", "1: a value is not closed"),
      ("@article{a, title = \"Engines}", "1: a value is not closed"),
      ("@article{a, title = {Engines {of Mills},\n  year = 1843,\n}", "1: a value is not closed"),
    ])
  func unclosed(text: String, problem: String) {
    for next in ["@article{b, title = {Mills}}", "  @custom{b,\n title = {Mills}}"] {
      let (entries, problems) = bibTeX(text + "\n" + next)
      #expect(entries.map(\.key) == ["a", "b"])
      #expect(entries.first?.value("title")?.hasPrefix("Engines") == true)
      #expect(entries.first?.value("title")?.contains("year") == false)
      #expect(entries.last?.value("title") == "Mills")
      #expect(problems == [problem])
    }
  }

  @Test("An entry that is not closed on a line with others does not swallow them")
  func unclosedWithinLine() {
    let (entries, problems) = bibTeX(
      "@article{a, title = {Engines @article{b, title = {Mills}} @article{c, title = {Wheels}}")
    #expect(entries.map(\.key) == ["a", "b", "c"])
    #expect(problems == ["1: a value is not closed"])
  }

  @Test("A closing brace too many loses no field, and is named")
  func extraBrace() {
    let (entries, problems) = bibTeX("@misc{a,\n title = {Engines}},\n year = {1843}\n}\n@misc{b}")
    #expect(entries.map(\.key) == ["a", "b"])
    #expect(entries.first?.value("year") == "1843")
    #expect(problems == ["2: a closing brace too many"])
  }

  @Test("Entries of an unknown type are entries where they have a key and a field")
  func unknownTypes() {
    let entries = bibTeX("@talk{a, title = {Engines}} @mill{no} @ mill {b,\n title = {Mills}}")
      .entries
    #expect(entries.map(\.type) == ["talk", "mill"])
  }

  @Test("Thousands of values without an end are read in a time that grows with their number")
  func manyUnclosed() {
    let text = String(repeating: "@article{a, title = {Engines ", count: 5000)
    #expect(bibTeX(text).entries.count == 5000)
  }
}
