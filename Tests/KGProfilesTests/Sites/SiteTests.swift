import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Sites of Jekyll and Hugo")
struct SiteTests {
  private func site(_ files: [(path: String, text: String)]) throws -> Site {
    try #require(Site(files.map { ($0.path, Array($0.text.utf8)) }))
  }

  private static let configuration = (
    path: "_config.yml", text: "title: Ada Quill\nauthor:\n  name: Ada Quill\n"
  )

  @Test("Members have a name, a stem and a folder, without the folder of a language")
  func members() throws {
    let site = try site([
      ("hugo.toml", "title = 'Ada Quill'\n"), ("content/en/home/one.two.md", "# One\n"),
      ("content/zh-cn/\u{301}home/\u{301}one.md", "# One\n"),
    ])
    #expect(site.generator == .hugo)
    #expect(site.members.map(\.name).sorted() == ["hugo.toml", "one.two.md", "\u{301}one.md"])
    #expect(Set(site.members.map(\.stem)) == ["hugo", "one", "\u{301}one"])
    #expect(Set(site.members.map(\.folder)) == ["", "content/home", "content/\u{301}home"])
  }

  @Test(
    "A page in another encoding and a data file that is not valid are named, and the rest is read")
  func unreadableFiles() throws {
    let page = Array("# Ada Quill\n\nZ".utf8) + [0xFC] + Array("rich\n".utf8)
    let site = try #require(
      Site(
        [
          ("_config.yml", Array(Self.configuration.text.utf8)), ("_pages/cv.md", page),
          ("_data/cv.yml", Array("education: [\n  a: 'b\n".utf8)), ("_pages/empty.md", []),
        ], unreadable: [.init(path: "_pages/big.md", reason: "larger than 4 MB")]))
    let extraction = ProfileExtractor.extract(site)
    #expect(extraction.record.person.name?.value == "Ada Quill")
    let unreadable = extraction.summary.unreadableFiles
    #expect(unreadable.map(\.path) == ["_data/cv.yml", "_pages/big.md", "_pages/cv.md"])
    #expect(unreadable.first?.reason.contains("is not YAML") == true)
    #expect(unreadable.last?.reason.contains("line 3 is not UTF-8") == true)
  }

  @Test(
    "A page is read also when its name begins with a scalar that joins the slash before it",
    arguments: ["about", "\u{301}about", "\u{200D}about", "\u{FE0F}about"])
  func joinedNames(stem: String) throws {
    let site = try site([
      Self.configuration,
      (
        "_pages/\(stem).md",
        "# Ada Quill\n\n## Publications\n\n- Ada Quill, Bo Qian. Notes on Engines. ICCV, 2021.\n"
      ),
      (
        "_publications/\(stem).md",
        "---\ntitle: Notes on Looms\nvenue: ICCV\ndate: 2022-01-01\n---\n"
      ),
    ])
    let record = SiteProfile(site, owner: nil).record
    #expect(record.papers.map(\.title.value).sorted() == ["Notes on Engines", "Notes on Looms"])
  }

  @Test("A folder of a template is left out also when a name in it begins with such a scalar")
  func templates() {
    #expect(!Site.isWanted("node_modules/a.md"))
    #expect(!Site.isWanted("x/node_modules/\u{301}a.md"))
  }

  private func record(_ files: [(String, String)]) throws -> ProfileRecord {
    let named = files.map { (path: $0.0, text: $0.1) }
    return ProfileExtractor.extract(try site([Self.configuration] + named)).record
  }

  @Test(
    "A list of works in which the owner is no author is not the owner's, unless its title says so")
  func otherAuthors() throws {
    let shelf =
      """
      - {title: "Deep Moss: A Study of Slow Clocks", authors: "Bo Foe and Cy Doe", venue: Journal of Moss}
      - {title: Fog as a Memory in the North, authors: "Cy Doe, Di Ems", venue: Journal of Fog}
      """
    #expect(try record([("_data/shelf.yml", shelf)]).papers.isEmpty)
    #expect(try record([("_data/papers.yml", shelf)]).papers.count == 2)
    let own =
      shelf
      + "\n- {title: A Lamp in the Harbor, authors: \"A. Quill, Bo Foe\", venue: Journal of Fog}"
    #expect(try record([("_data/shelf.yml", own)]).papers.count == 3)
  }

  @Test("Pages about publications may have keys of their own")
  func publications() throws {
    let found = try record([
      (
        "_publications/a.md",
        "---\ntitle: Moss as a Clock\ncrew: Ada Quill, Bo Foe\nappeared: ICML 2021\n---\nAbstract.\n"
      ),
      (
        "_publications/b.md",
        "---\ntitle: Lamps That Count\ncrew: Cy Doe and Ada Quill\nappeared: NeurIPS 2020\n---\n"
      ),
    ]).papers
    #expect(
      found.map { $0.authors.map(\.value) } == [["Ada Quill", "Bo Foe"], ["Cy Doe", "Ada Quill"]])
    #expect(found.map { $0.venue?.value } == ["ICML", "NeurIPS"])
    #expect(found.map { $0.year?.value } == [2021, 2020])
  }
}
