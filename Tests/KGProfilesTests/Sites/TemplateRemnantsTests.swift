import KGLexicon
import Testing

@testable import KGProfiles

@Suite("Sample content of templates") struct TemplateRemnantsTests {
  @Test("names, titles and organizations of samples are known in any case, each as its own kind")
  func texts() {
    #expect(TemplateRemnants.isName("your name"))
    #expect(TemplateRemnants.isTitle("Paper title number 1"))
    #expect(TemplateRemnants.isOrganization("github university"))
    #expect(TemplateRemnants.isPage("404"))
    #expect(!TemplateRemnants.isTitle("Your Name"))
    #expect(!TemplateRemnants.isName("Ada Quill"))
    #expect(!TemplateRemnants.isName(""))
  }

  @Test(
    "a folder of the template is one at any depth, but only by its whole name",
    arguments: [
      ("_posts/2020-looms.md", true), ("site/themes/slow/page.md", true),
      ("content/post/looms.md", true), ("content/posters/looms.md", false),
      ("my_posts/looms.md", false), ("_posts", false), ("docs.md", false), ("", false),
    ])
  func folders(path: String, isTemplate: Bool) {
    #expect(TemplateRemnants.isInFolder(path) == isTemplate)
  }

  @Test("a record keeps what is the owner's")
  func removed() {
    var record = ProfileRecord()
    record.person.name = stated("Your Name")
    record.papers = ChunkedArray([
      paper("Paper Title Number 1", ["Ada Quill"]), paper("Slow Machines", ["Jane Doe"]),
      paper("Slow Machines", ["Ada Quill"]),
    ])
    record.affiliations = [position("GitHub University"), position("Quillon University")]
    record.education = [degree("Red Brick University"), degree("Quillon University")]
    record.awards = [
      AwardRecord(title: stated("Example Talk")), AwardRecord(title: stated("Loom Medal")),
    ]
    record.projects = [
      ProjectRecord(name: stated("Project 1")), ProjectRecord(name: stated("Loom")),
    ]
    let rest = TemplateRemnants.removed(from: record)
    #expect(rest.person.name == nil)
    #expect(rest.papers.map { $0.authors.map(\.value) } == [["Ada Quill"]])
    #expect(rest.papers.map(\.title.value) == ["Slow Machines"])
    #expect(rest.affiliations.map(\.organization.value) == ["Quillon University"])
    #expect(rest.education.map(\.organization.value) == ["Quillon University"])
    #expect(rest.awards.map(\.title.value) == ["Loom Medal"])
    #expect(rest.projects.map(\.name.value) == ["Loom"])
  }
}
