import Foundation
import TestSupport
import Testing

@Suite("bench/queries.py")
struct QueryBenchmarkTests {
  /// Asks a worker that prints what the shell line prints.
  private func answers(_ worker: String) throws -> CommandLine.Result {
    let line = try CommandLine()
    try line.write(
      "ask.py",
      """
      import queries
      name = list(queries.QUESTIONS)[1]
      queries.QUESTIONS = {name: {}}
      worker = '''\(worker)'''.replace("NAME", name)
      print(queries.answers(["sh", "-c", worker, "sh"], 1))
      """)
    return try line.shell(
      "PYTHONDONTWRITEBYTECODE=1 PYTHONPATH='\(TestData.project.path)/bench' timeout 30 python3 ask.py"
    )
  }

  @Test("A worker that is killed ends the comparison, which names the question and the signal")
  func killed() throws {
    let result = try answers(#"echo '["begin", "NAME"]'; kill -9 $$"#)
    #expect(result.code == 1)
    #expect(
      result.error.hasSuffix("failed at 'positions of a person': SIGKILL\n"), "\(result.error)")
  }

  @Test("A worker that fails, or that ends early, ends the comparison")
  func failed() throws {
    #expect(try answers("exit 3").error.hasSuffix(": exit code 3\n"))
    #expect(try answers("exit 0").error.hasSuffix(": exit code 0\n"))
  }

  @Test("A question over the limit is interrupted, and what was answered counts")
  func interrupted() throws {
    let result = try answers(
      #"echo '["begin", "NAME"]'; echo '["set", 1.5, [["x"]]]'; sleep 60"#)
    #expect(result.output == "{'positions of a person': ([1.5], [[('x',)]])}\n")
    #expect(result.code == 0)
  }
}
