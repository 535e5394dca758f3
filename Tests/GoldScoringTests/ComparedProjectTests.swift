import Testing

@testable import GoldScoring

@Suite("Projects")
struct ComparedProjectTests {
  @Test(
    "The name before a colon, a bracket or a dash is enough",
    arguments: [
      ("Light-NAS", "light nas"), ("Light-NAS: search without training", "Light-NAS"),
      ("Light-NAS", "Light-NAS – search without training"), ("OpenLight toolbox", "OpenLight"),
    ])
  func same(gold: String, predicted: String) {
    #expect(matches(ProjectEntry(name: gold), ProjectEntry(name: predicted)))
  }

  @Test(
    "Other names do not match", arguments: [("Light-NAS", "Heavy-NAS"), ("NAS", "NASA"), ("A", "")])
  func other(gold: String, predicted: String) {
    #expect(!matches(ProjectEntry(name: gold), ProjectEntry(name: predicted)))
  }

  @Test("The same link is enough, whatever the name")
  func links() {
    let gold = ProjectEntry(name: "Light", url: "https://github.com/example/light.git")
    #expect(matches(gold, ProjectEntry(name: "Code", url: "http://www.github.com/example/Light/")))
    #expect(!matches(gold, ProjectEntry(name: "Code", url: "https://github.com/example/other")))
  }

  private func matches(_ gold: ProjectEntry, _ predicted: ProjectEntry) -> Bool {
    ComparedProject(gold: gold).matches(ComparedProject(predicted: predicted))
  }
}
