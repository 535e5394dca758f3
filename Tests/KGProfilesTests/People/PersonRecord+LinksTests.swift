import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Links that identify a person") struct PersonRecordLinksTests {
  private static func person(_ targets: String...) -> PersonRecord {
    var person = PersonRecord()
    for target in targets { person.addLink(target, SourceText(plain: target).whole) }
    return person
  }

  @Test(
    "profiles at services are identifiers",
    arguments: [
      "https://orcid.org/0000-0000-0000-0000", "https://dblp.org/pid/00/0000.html",
      "https://scholar.google.com/citations?user=x", "https://www.linkedin.com/in/ada-quill",
      "https://github.com/ada-quill", "https://openreview.net/profile?id=~Ada_Quill1",
    ])
  func services(target: String) {
    let person = Self.person(target, target)
    #expect(person.identifiers.map(\.value) == [target])
    #expect(person.homepages.isEmpty)
  }

  @Test("a page of one's own at a host of pages is a home page, a page below it is not")
  func homepages() {
    #expect(
      Self.person("https://ada.github.io/", "https://ada.github.io/boats/").homepages.map(\.value)
        == ["https://ada.github.io/"])
  }

  @Test(
    "code, papers and addresses of mail identify nobody",
    arguments: [
      "https://github.com/ada-quill/boats", "https://arxiv.org/abs/0000.00000", "mailto:x", "#top",
      "https://boats.example",
    ])
  func others(target: String) {
    let person = Self.person(target)
    #expect(person.identifiers.isEmpty && person.homepages.isEmpty)
  }
}
