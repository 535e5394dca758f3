import KGText
import Testing

@testable import KGLexicon

@Suite("Venues in references")
struct VenueMentionTests {
  private func span(_ text: String) -> Span { SourceText(plain: text).whole }

  @Test(
    "Editors before the name of a book are no part of it",
    arguments: [
      ("Otto Dune and Pia Reed, editors, Handbook of Fog", "Handbook of Fog"),
      ("in O. Dune (ed.), Towns by the Sea", "Towns by the Sea"),
      ("Edited Volumes of Fog", "Edited Volumes of Fog"),
    ])
  func editors(text: String, name: String) {
    #expect(VenueMention(span(text)).name?.value == name)
  }

  @Test("A bracket about another version says nothing about this one")
  func otherVersion() {
    let mention = VenueMention(span("KDD 2019 (journal version: Fog Letters, 2021)"))
    #expect(mention.name?.value == "KDD")
    #expect(mention.year?.value == 2019)
  }

  @Test("The venue after “to appear in” is the one that is announced")
  func announced() {
    let mention = VenueMention.announced(in: span("arXiv:2101.00001, 2021. To appear in KDD 2022."))
    #expect(mention?.name?.value == "KDD")
    #expect(mention?.year?.value == 2022)
    #expect(mention?.status?.value == "accepted")
    #expect(VenueMention.announced(in: span("To appear in due time.")) == nil)
  }

  @Test(
    "What is certain and known is so with and without the remarks",
    arguments: [
      "KDD 2019, oral", "In Proceedings of the Fog Conference, 2021", "Slow Machines for Towns",
      "fogconf'21", "雾学报 2020", "(CVPR) 2020", "", "Fog Workshop at NeurIPS21",
    ])
  func certainty(text: String) {
    let mention = VenueMention(span(text))
    #expect(VenueMention.isCertain(span(text)) == mention.isCertain)
    #expect(VenueMention.isKnown(span(text)) == mention.isKnown)
  }
}
