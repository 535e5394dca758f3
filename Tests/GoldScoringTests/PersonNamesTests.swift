import Testing

@testable import GoldScoring

@Suite("Names of persons")
struct PersonNamesTests {
  private let names = PersonNames(["王小明", "Xiaoming Wang"])

  @Test(
    "A form in any order, with a title, or in both scripts matches",
    arguments: [
      "Xiaoming Wang", "Wang Xiaoming", "Dr. Xiaoming Wang", "王小明 Xiaoming Wang",
      "Xiaoming Wang (王小明)", "王小明/Xiaoming Wang", "XiaomingWang",
    ])
  func same(name: String) {
    #expect(names.matches(name))
  }

  @Test(
    "Another name does not match, nor one with a wrong part",
    arguments: ["Xiaoming Li", "王小红", "王小红 (Xiaoming Wang)", "Wang", ""])
  func other(name: String) {
    #expect(!names.matches(name))
  }

  @Test("A part in a script that gold has no form in is not judged")
  func unknownScript() {
    #expect(PersonNames(["Xiaoming Wang"]).matches("Xiaoming Wang (王小明)"))
  }
}
