import KGText
import Testing

@testable import KGLexicon

@Suite("Lists of authors")
struct AuthorListTests {
  private func names(_ text: String) -> [String]? {
    AuthorList(SourceText(plain: text).whole)?.names.map(\.value)
  }

  @Test(
    "Names are separated by commas, semicolons and words for “and”",
    arguments: [
      ("Ada Quill, Bo Foe and Cy Doe", ["Ada Quill", "Bo Foe", "Cy Doe"]),
      ("Ada Quill and Bo Foe & Cy Doe", ["Ada Quill", "Bo Foe", "Cy Doe"]),
      ("Ada Quill, and & Bo Foe", ["Ada Quill", "Bo Foe"]),
      ("Quill, Ada; Foe, Bo", ["Ada Quill", "Bo Foe"]),
      ("Quill, A., Foe, B.", ["A. Quill", "B. Foe"]),
      ("A. Quill y B. Foe", ["A. Quill", "B. Foe"]),
      ("Ada Quill et Bo Foe", ["Ada Quill", "Bo Foe"]),
      ("Ada Quill, José Marina y Sol", ["Ada Quill", "José Marina y Sol"]),
      ("李雷和韩梅梅", ["李雷", "韩梅梅"]), ("李雷与韩梅梅、和田玉", ["李雷", "韩梅梅", "和田玉"]),
      ("李雷 和 韩梅梅 与 和田玉", ["李雷", "韩梅梅", "和田玉"]),
    ])
  func separators(text: String, expected: [String]) {
    #expect(names(text) == expected)
  }

  @Test("A word for “and” that is repeated thousands of times does not overflow the stack")
  func repeatedAnd() {
    #expect(names(String(repeating: "and ", count: 50_000)) == nil)
    #expect(names(String(repeating: "Ada Quill and ", count: 5000) + "Bo Foe")?.count == 5001)
  }

  @Test("All of two thousand names joined by words for “and” are read")
  func manyConjunctions() {
    #expect(names(String(repeating: "Ada Quill & ", count: 2000) + "Bo Foe")?.count == 2001)
    #expect(names(String(repeating: "李雷与", count: 2000) + "韩梅梅")?.count == 2001)
  }

  @Test(
    "A text with parts that are too long for names is no list; a remark in brackets may be long")
  func longParts() {
    let remark = "(now with the long established institute for slow machines of Lower Quillon)"
    #expect(names("Ada Quill \(remark), Bo Foe, Cy Doe") == ["Ada Quill", "Bo Foe", "Cy Doe"])
    #expect(
      names("The machines of Ada Quill and Bo Foe, which were built for towns by the sea") == nil)
  }

  @Test("A word before a list may say that its owner is one more author")
  func omittedOwner() {
    let list = AuthorList(SourceText(plain: "Con A. Quill y B. Foe").whole)
    #expect(list?.names.map(\.value) == ["A. Quill", "B. Foe"])
    #expect(list?.isComplete == false)
    #expect(names("Con Daly, Ada Quill") == ["Con Daly", "Ada Quill"])
  }

  @Test("A list that ends in “et al.” is not complete")
  func etAl() throws {
    let list = try #require(
      AuthorList(
        SourceText(plain: "Ada Lovelace, Grace Hopper, et al.").whole, rule: .publicationAuthors))
    #expect(list.names.map(\.value) == ["Ada Lovelace", "Grace Hopper"])
    #expect(!list.isComplete)
  }

  @Test(
    "A title is not a list of names",
    arguments: [
      "Deep Learning, Neural Networks", "Pruning, Quantization, and Distillation", "BERT",
    ])
  func noNames(text: String) {
    #expect(AuthorList(SourceText(plain: text).whole, rule: .publicationAuthors) == nil)
  }

  @Test(
    "A text of its own is a name in either order, or none",
    arguments: [
      ("Ada Quill", "Ada Quill"), ("Quill, Ada", "Ada Quill"), ("Quill, A. B.", "A. B. Quill"),
      ("Ada Quill*", "Ada Quill"), ("钟蓝音", "钟蓝音"), ("A study of slow boats", nil),
      ("Quill, Foe, Dee", nil), ("", nil),
    ])
  func single(text: String, name: String?) {
    #expect(AuthorList.name(SourceText(plain: text).whole, rule: .dataAuthor)?.value == name)
  }

  @Test("A label before a list that a citation begins with is no name")
  func labels() {
    let opening = {
      AuthorList.opening(SourceText(plain: $0).whole, rule: .dataAuthors)?.names.map(\.value)
    }
    #expect(opening("Authors: Ada Quill, Bo Foe. Slow boats. 2020") == ["Ada Quill", "Bo Foe"])
    #expect(opening("By Ada Quill and Bo Foe. Slow boats") == ["Ada Quill", "Bo Foe"])
    #expect(opening("作者：钟蓝音，余北湖。慢船") == ["钟蓝音", "余北湖"])
  }
}
