import Foundation
import Testing

@Suite("The command line")
struct CommandTests {
  @Test("Documents are read, each with what was found in it")
  func ingest() throws {
    let line = try CommandLine()
    try line.write(
      "ada.md", "# Ada Quill\n\n## Publications\n\n- Ada Quill. Notes on Engines. ICCV, 2021.\n")
    let result = try line.kg("ingest", ".")
    #expect(result.output == "ada.md: markdown, Ada Quill, 1 paper\n")
    #expect(result.error == "")
    #expect(result.code == 0)
    #expect(
      try line.kg("ingest", "./ada.md").output
        == "ada.md: markdown, Ada Quill, 1 paper (unchanged)\n")
  }

  @Test("Ingesting says where none of the authors is the owner")
  func unownedPapers() throws {
    let line = try CommandLine()
    try line.write(
      "ada.md",
      "# Ada Quill\n\n## Publications\n\n- Bo Rao, Cy Orr. Notes on Engines. ICCV, 2021.\n")
    #expect(
      try line.kg("ingest", "ada.md").error
        == "note: ada.md: 1 paper, none of whose authors could be tied to Ada Quill; where one of them is, say so: "
        + "kg same \"Ada Quill\" NAME\n")
    _ = try line.kg("same", "Ada Quill", "Bo Rao")
    #expect(try line.kg("ingest", "ada.md").error == "")
  }

  @Test("An answer goes to standard output, what is said about it to standard error")
  func query() throws {
    let line = try CommandLine().withSample()
    let result = try line.kg("query", "coauthors of A. Quill")
    #expect(
      result.output == """
        name     papers
        ───────  ──────
        Bo Qian       1
        1 row

        """)
    #expect(result.error == "note: 'A. Quill' is read as Ada Quill\n")
    let csv = try line.kg("query", "--format", "csv", "coauthors of Ada Quill").output
    #expect(csv.hasPrefix("name,papers,coauthor\r\nBo Qian,1,https://kg.example/ada-"))
    let json = try line.kg("query", "--format", "json", "coauthors of Ada Quill").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["completeness"] as? String == "complete")
    #expect(
      object?.keys.sorted() == ["completeness", "head", "notes", "question", "results", "sparql"])
    #expect(try line.kg("query", "--explain", "papers of Ada Quill").error.contains("SELECT"))
  }

  @Test("A dry run shows who would be one person, and why, and stores nothing")
  func resolve() throws {
    let line = try CommandLine()
    let name = "Leokadia Quillfeather"
    for (file, title) in [("a.nt", "Engines of the valley"), ("b.nt", "Wheels of the hill")] {
      try line.write(
        file,
        """
        <http://e/\(file)/p> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Person> .
        <http://e/\(file)/p> <https://schema.org/name> "\(name)" .
        <http://e/\(file)/w> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/ScholarlyArticle> .
        <http://e/\(file)/w> <https://schema.org/name> "\(title)" .
        <http://e/\(file)/w> <https://schema.org/author> <http://e/\(file)/p> .

        """)
    }
    _ = try line.kg("ingest", "a.nt", "b.nt")
    let clusters = #"{"clusters": [["http://e/a.nt/p", "http://e/b.nt/p"]]}"# + "\n"
    #expect(try line.kg("resolve", "--dry-run", "--format", "json").output == clusters)
    #expect(try line.kg("resolve", "--format", "json").output == clusters)
    let table = try line.kg("resolve", "--dry-run", "--format", "csv").output
    #expect(table.contains("both are named \(name)"))
    _ = try line.kg("forget", "b.nt")
    #expect(try line.kg("resolve", "--format", "json").output == #"{"clusters": []}"# + "\n")
  }

  @Test(
    "Each failure has its exit code and says what to do",
    arguments: [
      (["query", "coauthors of Ada Quil"], 1, "near names: Ada Quill"),
      (["query", "what is the weather"], 64, "not read: weather"),
      (["sparql", "SELECT ?x { ?x exx:p 1 }"], 64, "query:1:16: prefix 'exx' is not declared"),
      (["query", "--db", "none.sqlite", "papers of X"], 66, "make one with 'kg ingest"),
      (["query", "--db", "notes.txt", "papers of X"], 65, "not a SQLite file"),
      (["ingest", "none.md"], 66, "none.md: no such file or folder"),
      (["ingest", "empty.md"], 65, "empty.md: the document is empty"),
      (["ingest", "binary.md"], 65, "binary.md: this is not text"),
      (["ingest", "utf16.md"], 65, "utf16.md: the text is UTF-16"),
      (["ingest", "gb.md"], 65, "line 1 is not UTF-8"),
      (["ingest", "bare"], 66, "no documents in this folder"),
      (["ingest", "hello.zzz"], 65, "hello.zzz: nothing here is about a researcher"),
      (["ingest", "bad.nt"], 65, "bad.nt:2:9: an IRI"),
      ([], 64, "USAGE: kg <subcommand>"),
      (["ingest", "empty.md", "ada.md"], 1, "empty.md: the document is empty"),
      (["export", "--format", "svg"], 64, "needs --around"),
      (["export", "--around", "Ada Quill", "-o", "none/x.svg"], 73, "cannot be written"),
      (["forget", "none.md"], 1, "none.md"), (["frobnicate"], 64, "frobnicate"),
      (["why", "Nobody At All"], 1, "no person named"),
    ])
  func failures(arguments: [String], code: Int, message: String) throws {
    let line = try CommandLine().withSample()
    try line.write("notes.txt", "my notes, and no database: they have to stay as they are\n")
    try line.write("empty.md", "")
    try line.write("bad.nt", "<a:s> <a:p> <a:o> .\n<a:s> <a p> <a:o> .\n")
    try line.write("hello.zzz", "hello\n")
    try line.write("binary.md", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2])
    try line.write("utf16.md", [0xFF, 0xFE, 0x23, 0])
    try line.write("gb.md", [0x23, 0x20, 0xC0, 0xEE])
    try FileManager.default.createDirectory(
      atPath: line.folder + "/bare", withIntermediateDirectories: true)
    let before = try line.kg("export", "--format", "nt").output
    let result = try line.run(arguments)
    #expect(result.code == Int32(code), "\(result.error)")
    #expect(result.error.contains(message), "\(result.error)")
    #expect(try line.kg("export", "--format", "nt").output == before)
  }

  @Test("A picture is written, the same bytes each time")
  func picture() throws {
    let line = try CommandLine().withSample()
    for format in ["dot", "svg"] {
      let first = try line.kg("export", "--around", "Ada Quill", "--format", format)
      #expect(first.code == 0)
      #expect(first.output.contains("Bo Qian"))
      #expect(
        try line.kg("export", "--around", "Ada Quill", "--format", format).output == first.output)
    }
  }

  @Test("Without Graphviz everything works but pictures, which say what is missing")
  func withoutGraphviz() throws {
    let line = try CommandLine().withSample()
    for name in ["libgvc.so.6", "libgvc.so"] { try line.write(name, "not a library") }
    let hidden = ["LD_LIBRARY_PATH": line.folder]
    let picture = try line.run(
      ["export", "--around", "Ada Quill", "--format", "svg"], environment: hidden)
    #expect(picture.code == 1)
    #expect(picture.output == "")
    #expect(picture.error.contains("Graphviz does not start: "))
    #expect(picture.error.contains("(Debian: graphviz)"))
    let text = try line.run(
      ["export", "--around", "Ada Quill", "--format", "dot"], environment: hidden)
    #expect(text.code == 0)
  }

  @Test("A source is listed and forgotten")
  func sources() throws {
    let line = try CommandLine().withSample()
    #expect(try line.kg("sources").output.contains("ada.md"))
    #expect(try line.kg("forget", "ada.md").code == 0)
    #expect(try line.kg("export", "--format", "nt").output == "")
    let bytes = FileManager.default.contents(atPath: line.folder + "/kg.sqlite") ?? Data()
    #expect(bytes.range(of: Data("Quill".utf8)) == nil)
  }

  @Test("A document can come from standard input, and SPARQL from a file")
  func standardInput() throws {
    let line = try CommandLine()
    #expect(try line.kg("ingest", "-", input: "# Ada Quill\n").output.hasPrefix("stdin: markdown"))
    try line.write("q.rq", "SELECT ?n { ?p a schema:Person ; schema:name ?n }")
    #expect(
      try line.kg("sparql", "--file", "q.rq", "--format", "csv").output == "n\r\nAda Quill\r\n")
    let extracted = try line.kg("extract", "-", input: "# Ada Quill\n").output
    #expect(extracted.contains("\"Ada Quill\""))
  }

  @Test(
    "Every subcommand has help with an example",
    arguments: [
      "ingest", "extract", "query", "sparql", "why", "export", "sources", "forget", "queries",
    ])
  func help(name: String) throws {
    let help = try CommandLine().kg(name, "--help")
    #expect(help.code == 0)
    #expect(help.output.contains("kg \(name)"))
  }
}
