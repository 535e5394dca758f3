import Testing

@testable import KGProfiles

@Suite("Organizations that may be the same") struct OrganizationIndexTests {
  private static func matches(_ name: String, among names: [String]) -> [String] {
    var index = OrganizationIndex()
    names.forEach { index.append(stated($0)) }
    return index.entries(matching: stated(name)).map { names[$0] }
  }

  @Test("equal names match whatever their case")
  func equal() {
    #expect(Self.matches("QUILLON LABS", among: ["Fennwick", "Quillon Labs"]) == ["Quillon Labs"])
  }

  @Test("a name matches one that goes on with other words, and not one that only begins alike")
  func prefixes() {
    let names = ["Quillon", "Quillon Labs", "Quillonia", "Labs Quillon"]
    #expect(Self.matches("Quillon", among: names) == ["Quillon", "Quillon Labs"])
    #expect(Self.matches("Quillon Labs", among: names) == ["Quillon", "Quillon Labs"])
  }

  @Test("two names of one known organization match, and so do a whole and its part")
  func known() {
    #expect(
      Self.matches("MIT", among: ["Massachusetts Institute of Technology", "Stanford University"])
        == ["Massachusetts Institute of Technology"])
    #expect(Self.matches("Google DeepMind", among: ["Google", "Microsoft"]) == ["Google"])
    #expect(Self.matches("Google", among: ["Google DeepMind", "Microsoft"]) == ["Google DeepMind"])
  }

  @Test("matches come in the order of the entries, each once")
  func order() {
    let names = ["Quillon Labs", "Fennwick", "Quillon Labs"]
    var index = OrganizationIndex()
    names.forEach { index.append(stated($0)) }
    #expect(index.entries(matching: stated("Quillon Labs")) == [0, 2])
    #expect(index.entries(matching: stated("Brindlewick")).isEmpty)
  }
}
