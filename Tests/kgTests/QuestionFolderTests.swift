import Foundation
import Testing

@Suite("The user's own questions")
struct QuestionFolderTests {
  @Test("A file that is not a question is named with its line and left out; the others work")
  func brokenFiles() throws {
    let line = try CommandLine().withSample()
    try FileManager.default.createDirectory(
      atPath: line.folder + "/own", withIntermediateDirectories: true)
    try line.write(
      "own/titles.rq",
      """
      # name: titles
      # asks: All titles
      # en: all titles
      SELECT ?title { ?work a schema:ScholarlyArticle ; schema:name ?title }
      """)
    try line.write("own/header.rq", "# name: x\n# no colon\nSELECT * {}")
    try line.write(
      "own/query.rq",
      "# name: y\n# asks: y\n# en: why {person}\n# parameter: person\nSELECT *\n{ {person} exx:p ?o }"
    )
    try line.write("own/latin.rq", [0x23, 0xE9])
    let result = try line.run(
      ["query", "--format", "csv", "all titles"], environment: ["KG_QUERIES": "own"])
    #expect(result.output == "title\r\nOn the Notes of Engines\r\n")
    let notes = result.error.split(separator: "\n")
    #expect(notes.count == 3)
    #expect(
      notes.first
        == "note: own/header.rq:2: a header line is '# key: value'; this question is left out")
    #expect(result.error.contains("own/latin.rq:1: the file is not UTF-8; "))
    #expect(result.error.contains("own/query.rq:6: prefix 'exx' is not declared; "))
    #expect(result.code == 0)
  }

  @Test("Of two files of one name the second is named and left out")
  func equalNames() throws {
    let line = try CommandLine().withSample()
    try FileManager.default.createDirectory(
      atPath: line.folder + "/own", withIntermediateDirectories: true)
    for (file, limit) in [("first", 1), ("second", 0)] {
      try line.write(
        "own/\(file).rq",
        "# asks: Titles\n# name: titles\n# en: \(file) titles\n"
          + "SELECT ?title { ?work a schema:ScholarlyArticle ; schema:name ?title } LIMIT \(limit)")
    }
    let result = try line.run(
      ["query", "--format", "csv", "first titles"], environment: ["KG_QUERIES": "own"])
    #expect(result.output == "title\r\nOn the Notes of Engines\r\n")
    #expect(
      result.error
        == "note: own/second.rq:2: own/first.rq has the name 'titles', too; choose another name; this question is left out\n"
    )
  }

  @Test("A folder that cannot be read is an error")
  func noFolder() throws {
    let result = try CommandLine().withSample().run(
      ["query", "papers of Ada Quill"], environment: ["KG_QUERIES": "none"])
    #expect(result.code == 66)
    #expect(result.error == "error: none: the folder of $KG_QUERIES cannot be read\n")
  }
}
