import Foundation
import Testing

@Suite("The format of a file that is written")
struct ExportFormatTests {
  @Test(
    "A name that does not end as a format of kg, or ends as another one, is refused with the formats that exist",
    arguments: [
      (["-o", "x.graphml"], "x.graphml: '.graphml' is not a format that kg writes"),
      (["-o", "x.ttl.gz"], "x.ttl.gz: '.gz' is not a format that kg writes"),
      (["-o", "x.2024"], "x.2024: '.2024' is not a format that kg writes"),
      (["--format", "ttl", "-o", "x.nt"], "x.nt: --format ttl does not fit '.nt'"),
      (["--format", "ttl", "-o", "x.PARQUET"], "x.PARQUET: --format ttl does not fit '.parquet'"),
      (["--format", "ttl", "-o", "x.ttl.gz"], "x.ttl.gz: --format ttl does not fit '.gz'"),
    ])
  func refused(options: [String], message: String) throws {
    let line = try CommandLine().withSample()
    let result = try line.run(["export"] + options)
    #expect(result.code == 64)
    #expect(
      result.error
        == "error: \(message); name a file that ends in .dot .svg .png .pdf .nt .nq .ttl .trig\n")
    #expect(!FileManager.default.fileExists(atPath: line.folder + "/" + options[options.count - 1]))
  }

  @Test(
    "A name with the ending of its format is written, and with --format one without a known ending",
    arguments: [
      ["-o", "x.nt"], ["-o", "x.NT"], ["--format", "nt", "-o", "x.nt"], ["-o", "x"],
      ["--format", "nt", "-o", "x.2024"], ["-o", "some.folder/x"],
    ])
  func written(options: [String]) throws {
    let line = try CommandLine().withSample()
    try FileManager.default.createDirectory(
      atPath: line.folder + "/some.folder", withIntermediateDirectories: true)
    #expect(try line.run(["export"] + options).code == 0)
    let written = try String(
      contentsOfFile: line.folder + "/" + options[options.count - 1], encoding: .utf8)
    #expect(try written == line.kg("export", "--format", "nt").output)
  }

  @Test(
    "Rows are not written as a graph",
    arguments: [["query", "papers of Ada Quill"], ["stats"], ["sources"], ["check"]])
  func rowsAsGraph(command: [String]) throws {
    let result = try CommandLine().withSample().run(command + ["--format", "nt"])
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.error.contains("'table', 'json', 'xml', 'csv' or 'tsv'"), "\(result.error)")
  }

  @Test("A folder is not replaced by a file")
  func folder() throws {
    let line = try CommandLine().withSample()
    try FileManager.default.createDirectory(
      atPath: line.folder + "/some", withIntermediateDirectories: true)
    let result = try line.kg("export", "--format", "nt", "-o", "some")
    #expect(result.code == 73)
    #expect(result.error == "error: some: is a folder; name a file in it\n")
  }

  @Test("A file is written also where standard output is closed")
  func closedOutput() throws {
    let line = try CommandLine().withSample()
    #expect(try line.shell(#""$KG" export -o x.nt >&- && cat x.nt"#).output.contains("Ada Quill"))
  }
}
