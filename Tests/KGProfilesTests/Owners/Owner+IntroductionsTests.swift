import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Where a text introduces its owner") struct OwnerIntroductionsTests {
  private static func document(_ text: String) throws -> Document {
    try DocumentReader.read(Array(text.utf8))
  }

  @Test(
    "a sentence names the owner",
    arguments: [
      ("Hi, I'm Ada Quill, a builder of boats.", "Ada Quill"),
      ("My name is Ada Quill.", "Ada Quill"),
      ("I am Ada Quill and I build boats.", "Ada Quill"), ("大家好，我是莫青洛，造船。", "莫青洛"),
      ("I am a builder of boats.", nil), ("I am very happy at Yale University.", nil),
    ])
  func sentences(text: String, name: String?) throws {
    #expect(Owner.introducedName(try Self.document(text))?.string == name)
  }

  @Test("a row of a name and a role names the owner")
  func rows() throws {
    #expect(Owner.introducedName(try Self.document("莫青洛 | 副教授\n"))?.string == "莫青洛")
    #expect(Owner.introducedName(try Self.document("莫青洛 | 湖与船\n")) == nil)
  }

  @Test(
    "a label stands before the name, with any blanks",
    arguments: [
      ("姓名：莫青洛", "莫青洛"), ("姓    名：莫青洛          性别：女", "莫青洛"), ("Name: Ada Quill", "Ada Quill"),
      ("Full name: Ada Quill | Oslo", "Ada Quill"), ("Name of the boat: Ada Quill", nil),
      ("姓名：（略）", nil),
    ])
  func labels(text: String, name: String?) throws {
    #expect(Owner.labelledName(try Self.document("个人信息\n\n" + text + "\n"))?.string == name)
  }

  @Test("the subject of a long paragraph is the owner where a bracket spells the name")
  func subjects() throws {
    let rest = "，现任奎隆大学教授，长期从事湖上慢船的航线规划研究，曾任奎隆造船厂总工程师，著有《湖与船》。"
    #expect(
      Owner.paragraphSubject(of: try Self.document("莫青洛（Qingluo Mo）" + rest))?.string == "莫青洛")
    #expect(Owner.paragraphSubject(of: try Self.document("莫青洛（Bo Foe）" + rest)) == nil)
    #expect(
      Owner.paragraphSubject(of: try Self.document("莫青洛\n\n莫青洛" + rest))?.string == "莫青洛")
  }

  @Test(
    "titles have parts",
    arguments: [
      ("Ada Quill | Yale", ["Ada Quill", "Yale"]), ("Ada Quill - Home", ["Ada Quill", "Home"]),
      ("莫青洛-信息学院", ["莫青洛", "信息学院"]), ("Ada Quill-Foe", ["Ada Quill-Foe"]),
    ])
  func titles(text: String, parts: [String]) {
    #expect(Owner.partsOfTitle(SourceText(plain: text).whole).map(\.string) == parts)
  }
}
