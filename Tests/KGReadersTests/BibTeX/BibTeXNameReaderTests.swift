import KGText
import Testing

@testable import KGReaders

@Suite("BibTeX: lists of names")
struct BibTeXNameReaderTests {
  /// The names of a list: given|particle|family|suffix, without empty parts.
  private func names(_ list: String) -> [String] {
    bibTeX("@misc{a, author = {\(list)}}").entries.first?.authors?.names.map { name in
      [name.given, name.particle, name.family, name.suffix, name.number].compactMap {
        $0?.collapsed
      }
      .joined(separator: "|")
    } ?? []
  }

  private func list(_ text: String) -> BibTeXNameList? {
    bibTeX("@misc{a, author = {\(text)}}").entries.first?.authors
  }

  @Test(
    "Names are separated by `and` in any case, with any white space around",
    arguments: [
      "Ada Quill and Bo Foe and Cy Orr", "Ada Quill\tand\tBo Foe  AND\n   Cy Orr",
      "Ada Quill and\n Bo Foe and\n Cy Orr", "Ada Quill\nand Bo Foe And Cy Orr and",
      "Ada Quill and and Bo Foe and Cy~Orr",
    ])
  func conjunctions(text: String) {
    #expect(names(text) == ["Ada|Quill", "Bo|Foe", "Cy|Orr"])
    #expect(list(text)?.isComplete == true)
  }

  @Test("`and` in braces or within a word separates nothing")
  func bracedConjunctions() {
    #expect(
      names("{Mills and Engines Society} and Quill, Ada and Bo Anderson and Andy Brand")
        == ["Mills and Engines Society", "Ada|Quill", "Bo|Anderson", "Andy|Brand"])
  }

  @Test(
    "The end of a list may be left out",
    arguments: [
      "Ada Quill and others", "Ada Quill et al.", "Ada Quill and OTHERS", "Ada Quill, et al",
    ])
  func others(text: String) {
    #expect(names(text) == ["Ada|Quill"])
    #expect(list(text)?.isComplete == false)
  }

  @Test(
    "Other signs separate names where there is no doubt",
    arguments: [
      ("Quill, Ada; Foe, Bo; Orr, Cy", ["Ada|Quill", "Bo|Foe", "Cy|Orr"]),
      ("Ada Quill, Bo Foe, and Cy Orr", ["Ada|Quill", "Bo|Foe", "Cy|Orr"]),
      ("Ada Quill, Bo Foe, Cy Orr", ["Ada|Quill", "Bo|Foe", "Cy|Orr"]),
      ("Quill, A., Foe, B., Orr, C.", ["A.|Quill", "B.|Foe", "C.|Orr"]),
      ("Ada Quill \\& Bo Foe", ["Ada|Quill", "Bo|Foe"]),
      ("Quill, Ada & Foe, Bo", ["Ada|Quill", "Bo|Foe"]),
      ("Mill \\& Mill", ["Mill \\&|Mill"]),
      ("García Mill, Ada María", ["Ada María|García Mill"]),
    ])
  func otherSeparators(text: String, expected: [String]) {
    #expect(names(text).map { $0.replacing("Mill &", with: "Mill \\&") } == expected)
  }

  @Test("A name with commas that mean nothing is left out, and kept as unread")
  func tooManyCommas() {
    #expect(names("Quill, Ada, Bo and Cy Orr") == ["Cy|Orr"])
    #expect(list("Quill, Ada, Bo and Cy Orr")?.unread.map(\.string) == ["Quill, Ada, Bo"])
    #expect(list("Quill, Ada, Bo and Cy Orr")?.isComplete == false)
  }

  @Test(
    "Jr at its place, and at the places where it is written, too",
    arguments: [
      "Quill, Jr., Ada", "Quill, Ada, Jr.", "Quill, {Jr.}, Ada",
    ])
  func suffixes(text: String) {
    #expect(names(text) == ["Ada|Quill|Jr."])
    #expect(names("Ada M. Quill, III") == ["Ada M.|Quill|III"])
  }

  @Test("dblp's numbers are not part of a name")
  func numbers() {
    #expect(names("Ada Quill 0001 and Foe 0002, Bo") == ["Ada|Quill|0001", "Bo|Foe|0002"])
  }

  @Test(
    "East Asian names: a comma after a family name, or between names",
    arguments: [
      ("李, 磨坊 and 欧阳, 机 and 王 轮子", ["磨坊|李", "机|欧阳", "王|轮子"]),
      ("李，磨坊 and 王，轮子", ["磨坊|李", "轮子|王"]),
      ("李磨坊, 王轮子, 张机", ["李磨坊", "王轮子", "张机"]),
      ("李磨坊，王轮子", ["李磨坊", "王轮子"]),
      ("李磨坊、王轮子；张机", ["李磨坊", "王轮子", "张机"]),
      ("李磨坊 王轮子 张机", ["李磨坊", "王轮子", "张机"]),
      ("山田, 太郎 and 김, 철수", ["太郎|山田", "철수|김"]),
    ])
  func eastAsian(text: String, expected: [String]) {
    #expect(names(text) == expected)
  }

  @Test("The extended form of biblatex names the parts")
  func extended() {
    #expect(
      names("given=Ada, family=Quill and family={Foe, Bar}, given=\"Bo\", prefix=van, suffix=Jr.")
        == ["Ada|Quill", "Bo|van|Foe, Bar|Jr."])
  }

  @Test("Entities and accents do not end a name")
  func signsInNames() {
    #expect(names("Bo F&ouml;e and {\\O}rr, C\\'y") == ["Bo|F&ouml;e", "Cý|Ørr"])
  }
}
