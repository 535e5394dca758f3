import KGLexicon
import KGText
import Testing

@Suite("Author lists")
struct AuthorListTests {
  @Test("Capitalized titles are not names")
  func titlesAsNames() {
    for title in ["Slip Onset Without Slip Sensors", "Seven Great Ways Of Thinking Twice"] {
      #expect(!PersonNameText.isName(SourceText(plain: title).whole))
    }
    for name in [
      "Ana Carolina Souza Ferreira Lima", "Juan Carlos García López",
      "María de los Ángeles Ruiz Soto", "Ana M. B. Lima Reis",
    ] {
      #expect(PersonNameText.isName(SourceText(plain: name).whole))
    }
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
}
