import Testing

@Suite("Tables on a terminal")
struct TableOptionsTests {
  /// Runs a command on a terminal of 40 columns.
  private func terminal(_ line: CommandLine, _ command: String) throws -> String {
    // `script` gives its command a terminal of its own, which ends lines with CR LF.
    try line.shell("script -qec 'stty cols 40; \"$KG\" \(command)' /dev/null")
      .output.replacing("\r\n", with: "\n")
  }

  private func sample() throws -> CommandLine {
    let line = try CommandLine()
    try line.write(
      "a.nt",
      """
      <a:1> <a:title> "A very long title that no terminal of forty columns shows whole" .
      <a:2> <a:title> "一个很长的标题在四十列的终端上是显示不完的" .

      """)
    #expect(try line.kg("ingest", "a.nt").code == 0)
    return line
  }

  private let query = #"sparql "SELECT ?s ?t { ?s ?p ?t } ORDER BY ?s""#

  @Test("A table fits the width of the terminal")
  func fits() throws {
    let lines = try terminal(try sample(), query).split(separator: "\n")
    #expect(
      lines.dropLast() == [
        "s    t",
        "───  ───────────────────────────────────",
        "a:1  A very long title that no terminal…",
        "a:2  一个很长的标题在四十列的终端上是显…",
      ], "\(lines)")
  }

  @Test("--wide shows all, and so does a pipe")
  func wide() throws {
    let line = try sample()
    let whole = "a:1  A very long title that no terminal of forty columns shows whole\n"
    #expect(try terminal(line, query + " --wide").contains(whole))
    #expect(try line.shell("\"$KG\" \(query) | cat").output.contains(whole))
  }
}
