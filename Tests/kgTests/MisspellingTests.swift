import Testing

@Suite("Misspelt commands and missing quotes")
struct MisspellingTests {
  @Test(
    "A command that does not exist suggests the nearest one",
    arguments: [
      (["qurey", "x"], "no command 'qurey'; did you mean 'query'?"),
      (["exprot"], "no command 'exprot'; did you mean 'export'?"),
      (["quer"], "no command 'quer'; did you mean 'query' or 'queries'?"),
      (["frobnicate"], "no command 'frobnicate'\n"),
      (["papers", "of", "Ada"], #"a question is asked with: kg query "papers of Ada""#),
      (["Ada的论文"], #"a question is asked with: kg query "Ada的论文""#),
      (["query", "--formt", "csv", "x"], "Did you mean '--format'?"),
    ])
  func suggestion(arguments: [String], message: String) throws {
    let result = try CommandLine().run(arguments)
    #expect(result.code == 64)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test(
    "Characters that control a terminal, and bytes that are not UTF-8, are not printed as they are")
  func controlCharacters() throws {
    let result = try CommandLine().shell(#""$KG" "$(printf 'qu\033[31m\351\302\233')""#)
    #expect(result.code == 64)
    #expect(
      result.error
        == "error: no command 'qu\\u001B[31m\u{FFFD}\\u009B'\n  'kg --help' lists the commands\n")
    let file = try CommandLine().shell(#""$KG" ingest "$(printf 'a\033[31m.md')""#)
    #expect(file.error == "error: a\\u001B[31m.md: no such file or folder\n")
  }

  @Test(
    "Words without their quotes are named with the command that has them",
    arguments: [
      (["query", "coauthors", "of", "Ada Quill"], #"kg query "coauthors of Ada Quill""#),
      (["query", "papers", "of", "$x", "--format", "csv"], "kg query 'papers of $x'"),
      (["export", "--around", "Ada", "Quill"], "needs quotes"),
      (["why", "Ada", "Lee", "Quill"], "needs quotes"),
    ])
  func quotes(arguments: [String], message: String) throws {
    let result = try CommandLine().withSample().run(arguments)
    #expect(result.code == 64)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test("Two words that are not names may be one name without its quotes")
  func why() throws {
    let result = try CommandLine().withSample().kg("why", "Ada", "Quill")
    #expect(result.code == 1)
    #expect(result.error.contains(#"kg why "Ada Quill""#), "\(result.error)")
  }
}
