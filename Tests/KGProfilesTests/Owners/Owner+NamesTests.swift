import KGText
import Testing

@testable import KGProfiles

@Suite("The name of a person in a line or a title") struct OwnerNamesTests {
  private static func name(_ text: String) -> String? {
    Owner.name(in: SourceText(plain: text).whole)?.string
  }

  @Test(
    "the words that titles of pages have around a name are left out",
    arguments: [
      ("Ada Quill's Homepage", "Ada Quill"), ("Welcome to Ada Quill's page", "Ada Quill"),
      ("Curriculum Vitae of Ada Quill", "Ada Quill"), ("Ada Quill, Ph.D.", "Ada Quill"),
      ("Dr. Ada Quill", "Ada Quill"), ("Ada Quill (she/her)", "Ada Quill"), ("莫青洛的个人主页", "莫青洛"),
      ("Ada Quill | Boats and lakes", "Ada Quill"), ("莫青洛  MO, Qingluo", "莫青洛"),
      ("Qingluo Mo 莫青洛", "莫青洛"),
    ])
  func decorations(text: String, name: String) {
    #expect(Self.name(text) == name)
  }

  @Test(
    "sections, organizations, roles and acronyms are no names",
    arguments: [
      "Curriculum Vitae", "Selected Publications", "Yale University", "Research Scientist",
      "CCU BTT",
      "教育经历", "首页", "slow boats on lakes", "2020",
    ])
  func others(text: String) {
    #expect(Self.name(text) == nil)
  }

  @Test("a name in another script beside one in Latin letters is found with it")
  func scripts() throws {
    let found = try #require(Owner.scriptNames(in: SourceText(plain: "CHAN Tai Man 陳大文").whole))
    #expect(found.native.string == "陳大文")
    #expect(found.latin?.string == "CHAN Tai Man")
    #expect(Owner.scriptNames(in: SourceText(plain: "Tai Man Chan").whole) == nil)
    #expect(Owner.scriptNames(in: SourceText(plain: "陳大文").whole) == nil)
    #expect(Owner.scriptNames(in: SourceText(plain: "霧島 汐里").whole)?.native.string == "霧島 汐里")
  }

  @Test(
    "a name in Han begins with a surname, and is no word of a page",
    arguments: [
      ("莫青洛", true), ("莫洛", true), ("欧阳青洛", true), ("青", false), ("毕业后", false), ("关于我", false),
      ("莫青洛欧阳青", false),
    ])
  func han(text: String, isName: Bool) {
    #expect(Owner.isHanPersonName(text) == isName)
  }
}
