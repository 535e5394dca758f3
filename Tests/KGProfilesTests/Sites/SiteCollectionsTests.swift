import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Collections of a site with names of its own")
struct SiteCollectionsTests {
  private func record(_ files: [(String, String)]) throws -> ProfileRecord {
    let all = [("_config.yml", "title: Ada Quill\n")] + files
    let site = try #require(Site(all.map { (path: $0.0, bytes: Array($0.1.utf8)) }))
    return ProfileExtractor.extract(site).record
  }

  @Test("The items of a folder are one list, whatever its name and its keys are")
  func positions() throws {
    let found = try record([
      (
        "_harbors/a.md",
        "---\nrank: Lecturer\nhouse: University of Marshland\nbegun: 2015-01\nended: 2016-02\n---\nTides.\n"
      ),
      (
        "_harbors/b.md",
        "---\nrank: Research Assistant\nhouse: Fennwick Institute\nbegun: 2013-01\nended: 2014-12\n---\n"
      ),
      (
        "_harbors/c.md",
        "---\nrank: Engineer\nhouse: Orrery Labs\nbegun: 2011-01\nended: 2012-12\npublished: false\n---\n"
      ),
    ]).affiliations
    #expect(found.map(\.organization.value) == ["University of Marshland", "Fennwick Institute"])
    #expect(found.map { $0.role?.value } == ["Lecturer", "Research Assistant"])
    #expect(found[0].interval?.value.start?.description == "2015-01")
  }

  @Test("A folder whose name says what it holds needs no other sign; posts are no papers")
  func namedFolders() throws {
    let post =
      "---\ntitle: We moved the lamp to the harbor\nauthors: [Ada Quill, Bo Foe]\ndate: 2021-02-03\n---\n"
    let found = try record([
      ("_awards/a.md", "---\ntitle: Lamp Medal\nyear: 2020\n---\n"), ("_diary/a.md", post),
      ("_diary/b.md", post),
    ])
    #expect(found.awards.map(\.title.value) == ["Lamp Medal"])
    #expect(found.papers.isEmpty)
  }
}
