import KGLexicon
import Testing

@testable import KGProfiles

@Suite("A person whom several parts of a profile state") struct PersonRecordMergeTests {
  private static func person(
    _ name: String?, others: [String] = [], homepages: [String] = [], identifiers: [String] = []
  ) -> PersonRecord {
    var person = PersonRecord()
    person.name = name.map(stated)
    person.otherNames = others.map(stated)
    person.homepages = homepages.map(stated)
    person.identifiers = identifiers.map(stated)
    return person
  }

  private static func merged(_ first: PersonRecord, _ second: PersonRecord) -> PersonRecord {
    var whole = first
    whole.merge(second)
    return whole
  }

  @Test("the first name stays, another one is an other name")
  func names() {
    let whole = Self.merged(Self.person("Ada Quill"), Self.person("Adelaide Quill"))
    #expect(whole.name?.value == "Ada Quill")
    #expect(whole.otherNames.map(\.value) == ["Adelaide Quill"])
  }

  @Test("a name that differs in case only is the same")
  func sameName() {
    let whole = Self.merged(
      Self.person("Ada Quill", others: ["A. Quill"]),
      Self.person("ADA QUILL", others: ["a. quill", "奎艾达"]))
    #expect(whole.otherNames.map(\.value) == ["A. Quill", "奎艾达"])
  }

  @Test("where the first part has no name, that of the second is the name")
  func missingName() {
    let whole = Self.merged(Self.person(nil), Self.person("Ada Quill"))
    #expect(whole.name?.value == "Ada Quill")
    #expect(whole.otherNames.isEmpty)
    #expect(Self.merged(Self.person("Ada Quill"), Self.person(nil)).name?.value == "Ada Quill")
  }

  @Test("links are kept once")
  func links() {
    let whole = Self.merged(
      Self.person(nil, homepages: ["https://a.example"], identifiers: ["https://id.example/1"]),
      Self.person(
        nil, homepages: ["https://a.example", "https://b.example"],
        identifiers: ["https://id.example/1", "https://id.example/2"]))
    #expect(whole.homepages.map(\.value) == ["https://a.example", "https://b.example"])
    #expect(whole.identifiers.map(\.value) == ["https://id.example/1", "https://id.example/2"])
  }
}
