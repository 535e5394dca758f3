import KGLexicon
import Testing

@testable import KGProfiles

@Suite("The owner's name in the other script") struct OwnerOtherNamesTests {
  private static func names(_ text: String) throws -> [String] {
    let person = try ProfileExtractor.extract(Array(text.utf8)).record.person
    return [person.name?.value ?? ""] + person.otherNames.map(\.value)
  }

  @Test("a Han name that the name spells is the owner's, another is not")
  func han() throws {
    #expect(
      try Self.names("# Qingluo Mo\n\nI build boats with 温若谷. In Chinese I am 莫青洛.\n")
        == ["Qingluo Mo", "莫青洛"])
    #expect(try Self.names("# Qingluo Mo\n\nI build boats with 温若谷.\n") == ["Qingluo Mo"])
  }

  @Test("an author whose name spells the owner's is the owner")
  func authors() throws {
    let text = """
      # 莫青洛

      ## 论文

      - Qingluo Mo, Bo Foe. Slow boats on quiet lakes. NeurIPS, 2021.
      - Bo Foe, Cy Dee. Lighthouses that rhyme. ICML, 2020.
      """
    #expect(try Self.names(text) == ["莫青洛", "Qingluo Mo"])
  }

  @Test("a family name in capitals comes last in the name")
  func order() throws {
    #expect(try Self.names("# 陳大文 CHAN Tai Man\n\nBoats.\n") == ["陳大文", "Tai Man Chan"])
  }
}
