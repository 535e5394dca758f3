import Foundation
import Testing

@Suite("A file name that is not UTF-8")
struct FileNameTests {
  /// A folder `f` with `café.md` and, under `ünter/`, `á.md`, all in Latin-1.
  private func folder() throws -> CommandLine {
    let line = try CommandLine()
    try line.write(
      "ada.md", "# Ada Quill\n\n## Publications\n\n- Ada Quill. Notes on Engines. ICCV, 2021.\n")
    try line.write(
      "bo.md", "# Bo Qian\n\n## Publications\n\n- Bo Qian. Notes on Looms. ICCV, 2022.\n")
    let made = try line.shell(
      #"""
      mkdir f && mkdir "f/$(printf '\374nter')" && mv ada.md "f/$(printf 'caf\351.md')" &&
      mv bo.md "f/$(printf '\374nter/\341.md')"
      """#)
    #expect(made.code == 0)
    return line
  }

  private func name(_ line: CommandLine, _ path: String) -> String {
    "file://" + URL(fileURLWithPath: line.folder).standardizedFileURL.path + "/" + path
  }

  @Test("is ingested, listed, and forgotten by its bytes or by its name as a source")
  func ingest() throws {
    let line = try folder()
    let source = name(line, "f/caf%E9.md")
    let ingested = try line.shell(#""$KG" ingest "f/$(printf 'caf\351.md')""#)
    #expect(ingested.output == "\(source): markdown, Ada Quill, 1 paper\n")
    #expect(ingested.error == "")
    #expect(try line.kg("sources", "--format", "csv").output.contains(source + ",markdown,"))
    #expect(
      try line.kg("ingest", source).output
        == "\(source): markdown, Ada Quill, 1 paper (unchanged)\n")
    #expect(
      try line.shell(#""$KG" forget "f/$(printf 'caf\351.md')""#).error == "forgotten: \(source)\n")
    #expect(try line.kg("ingest", source).code == 0)
    #expect(try line.kg("forget", source).code == 0)
    #expect(try line.kg("export", "--format", "nt").output == "")
  }

  @Test("is found inside folders, also those whose own names are not UTF-8")
  func folders() throws {
    let line = try folder()
    let result = try line.kg("ingest", "f")
    #expect(result.code == 0)
    #expect(
      result.output.split(separator: "\n").sorted() == [
        "\(name(line, "f/%FCnter/%E1.md")): markdown, Bo Qian, 1 paper",
        "\(name(line, "f/caf%E9.md")): markdown, Ada Quill, 1 paper",
      ])
    #expect(try line.shell(#""$KG" extract "f/$(printf '\374nter')""#).output.contains("Bo Qian"))
  }

  @Test("is extracted, asked with SPARQL, and named in errors")
  func otherCommands() throws {
    let line = try folder()
    let extracted = try line.shell(#""$KG" extract "f/$(printf 'caf\351.md')""#).output
    #expect(extracted.hasPrefix("{\"document\": \"\(name(line, "f/caf%E9.md"))\", "))
    try line.write("data.ttl", "<a:s> <a:p> \"Engines\" .\n")
    try line.write("query.rq", "SELECT ?o { ?s <a:p> ?o }")
    let asked = try line.shell(
      #"""
      data="$(printf 'd\351.ttl')" query="$(printf 'q\351.rq')"; mv data.ttl "$data"; mv query.rq "$query"
      "$KG" sparql --data "$data" --file "$query" --format csv
      """#)
    #expect(asked.output == "o\r\nEngines\r\n", "\(asked.error)")
    let missing = try line.shell(#""$KG" ingest "$(printf 'n\351.md')""#)
    #expect(missing.error == "error: \(name(line, "n%E9.md")): no such file or folder\n")
    #expect(missing.code == 66)
  }

  @Test("can be written")
  func output() throws {
    let line = try CommandLine().withSample()
    #expect(
      try line.shell(#""$KG" export -o "$(printf 'g\351.nt')" && cat "$(printf 'g\351.nt')""#)
        .output
        == line.kg("export", "--format", "nt").output)
  }

  @Test(
    "inside a site, as a folder and as an archive, is a page like others, named by its place in the site",
    arguments: ["s", "s.tar", "s.tar.gz", "z\\351.tar", "z\\351.tar.gz"])
  func site(source: String) throws {
    let line = try CommandLine()
    let made = try line.shell(
      #"""
      mkdir -p s/_pages s/_publications
      printf 'title: Ada Quill\nauthor:\n  name: Ada Quill\n' >s/_config.yml
      printf '# Ada Quill\n\n## Publications\n\n- Ada Quill, Bo Qian. Notes on Engines. ICCV, 2021.\n' \
        >"s/_pages/$(printf 'caf\351.md')"
      printf -- '---\ntitle: Notes on Looms\nvenue: ICCV\ndate: 2022-01-01\n---\n' \
        >"s/_publications/$(printf '\314\201x.md')"
      tar -cf s.tar s; tar -czf s.tar.gz s
      cp s.tar "$(printf 'z\351.tar')"; cp s.tar.gz "$(printf 'z\351.tar.gz')"
      """#)
    #expect(made.code == 0, "\(made.error)")
    let ingest = #""$KG" ingest "$(printf '\#(source)')""#
    #expect(try line.shell(ingest).output.hasSuffix(": site, Ada Quill, 2 papers\n"))
    #expect(try line.shell(ingest).output.hasSuffix(": site, Ada Quill, 2 papers (unchanged)\n"))
    let receipts = try line.kg("why", "Bo Qian").output
    #expect(receipts.contains(":_pages/caf%E9.md:5"), "\(receipts)")
    #expect(!receipts.contains("kg-site"))
  }

  @Test("The graph is made where its relative path says, whatever the current folder is called")
  func currentFolder() throws {
    let line = try CommandLine()
    try line.write("ada.md", "# Ada Quill\n")
    // A large file makes the graph another way.
    let result = try line.shell(
      #"""
      { head -c 9000000 /dev/zero | tr '\0' '#'; echo; echo '<a:s> <a:p> <a:o> .'; } >large.nt
      mkdir "$(printf 'd\351')" && cd "$(printf 'd\351')" && "$KG" ingest --db new/kg.sqlite ../ada.md &&
      "$KG" ingest --db large/kg.sqlite ../large.nt && "$KG" ingest --db kg.sqlite ../large.nt && cd .. &&
      rm ada.md large.nt && find . -mindepth 1 ! -name '.*' | LC_ALL=C tr '\351' e | LC_ALL=C sort
      """#)
    #expect(
      result.output.hasSuffix(
        "./de\n./de/kg.sqlite\n./de/large\n./de/large/kg.sqlite\n./de/new\n./de/new/kg.sqlite\n"),
      "\(result.output)\(result.error)")
  }

  @Test("A graph or a folder of questions in an environment variable is refused by its name")
  func environment() throws {
    let line = try CommandLine().withSample()
    let graph = try line.shell(#"KG_DB="$(printf 'g\351.sqlite')" "$KG" ingest ada.md"#)
    #expect(
      graph.error
        == "error: \(name(line, "g%E9.sqlite")): the name of a graph's file has to be UTF-8\n")
    #expect(graph.code == 64)
    let questions = try line.shell(#"KG_QUERIES="$(printf 'q\351')" "$KG" queries"#)
    #expect(
      questions.error
        == "error: $KG_QUERIES: \(name(line, "q%E9")): the name of the folder has to be UTF-8\n")
    #expect(questions.code == 64)
    #expect(try line.shell("find . -name '*sqlite' | wc -l").output == "1\n")
  }

  @Test("An owner that is not UTF-8 says so", arguments: ["ingest", "extract"])
  func owner(command: String) throws {
    let line = try CommandLine().withSample()
    let result = try line.shell(#""$KG" \#(command) --owner "$(printf 'Ad\351')" ada.md"#)
    #expect(result.code == 64)
    #expect(result.error.hasPrefix("error: 'Ad\u{FFFD}' is not UTF-8; "), "\(result.error)")
    #expect(result.output == "")
  }

  @Test("A question that is not UTF-8 says so")
  func question() throws {
    let line = try CommandLine().withSample()
    let result = try line.shell(#""$KG" query "$(printf 'papers of Ad\351')""#)
    #expect(result.code == 64)
    #expect(result.error.contains("is not UTF-8; set the terminal to UTF-8"))
  }
}
