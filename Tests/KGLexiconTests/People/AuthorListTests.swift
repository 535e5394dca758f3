import KGLexicon
import KGText
import Testing

@Suite("Author lists")
struct AuthorListTests {
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
}
