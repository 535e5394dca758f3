import KGQuery
import TestSupport
import Testing

@Suite("A folder of questions")
struct QuestionLibraryTests {
  private func file(_ name: String, asks: String) -> String {
    "# name: \(name)\n# asks: \(asks)\n# en: \(asks)\nSELECT ?x { ?x a schema:Person }"
  }

  @Test("Of two files with one name the second is reported and left out")
  func equalNames() throws {
    let folder = try TemporaryFolder()
    try folder.write(file("people", asks: "first"), to: "a.rq")
    try folder.write(file("people", asks: "second"), to: "b.rq")
    try folder.write(file("others", asks: "third"), to: "c.rq")
    var reports: [String] = []
    let library = try QuestionLibrary(questions: []).adding(folder: folder.path) {
      reports.append($0.description)
    }
    #expect(library.questions.map(\.asks) == ["first", "third"])
    #expect(
      reports == [
        "\(folder.path)/b.rq:1: \(folder.path)/a.rq has the name 'people', too; choose another name"
      ])
  }

  @Test("A file with the name of a built-in question replaces it")
  func builtInName() throws {
    let folder = try TemporaryFolder()
    try folder.write(file("patents", asks: "mine"), to: "patents.rq")
    let builtIn = try QuestionLibrary.builtIn()
    let library = try builtIn.adding(folder: folder.path) { Issue.record("\($0)") }
    #expect(library.questions.count == builtIn.questions.count)
    #expect(library.questions.filter { $0.name == "patents" }.map(\.asks) == ["mine"])
  }
}
