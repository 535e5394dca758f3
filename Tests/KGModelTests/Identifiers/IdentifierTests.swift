import KGModel
import Testing

@Suite("Identifiers of registries")
struct IdentifierTests {
  @Test(
    "Every form of an identifier gives one spelling",
    arguments: [
      ("https://orcid.org/0000-0002-1825-0097", Identifier.Kind.orcid, "0000-0002-1825-0097"),
      ("http://www.orcid.org/0000-0002-1694-233x", .orcid, "0000-0002-1694-233X"),
      ("orcid:0000-0002-1825-0097", .orcid, "0000-0002-1825-0097"),
      ("https://dblp.org/pid/12/345-1.html", .dblp, "12/345-1"),
      ("https://dblp.uni-trier.de/pid/q/AdaQuill", .dblp, "q/AdaQuill"),
      ("https://openalex.org/A5023888391", .openAlex, "A5023888391"),
      ("http://www.wikidata.org/entity/Q42", .wikidata, "Q42"),
      ("https://scholar.google.com/citations?user=abcdefgAAAAJ&hl=en", .scholar, "abcdefgAAAAJ"),
      ("https://www.semanticscholar.org/author/Ada-Quill/1234567", .semanticScholar, "1234567"),
      ("https://doi.org/10.1000/ABC.1", .doi, "10.1000/abc.1"),
      ("doi:10.1000/abc.1", .doi, "10.1000/abc.1"),
      ("https://arxiv.org/pdf/2103.12345v2.pdf", .arxiv, "2103.12345"),
      ("arXiv:cs/0112017", .arxiv, "cs/0112017"),
      ("https://doi.org/10.48550/arXiv.2103.12345", .arxiv, "2103.12345"),
      ("https://ror.org/02mhbdp94", .ror, "02mhbdp94"),
    ])
  func forms(text: String, kind: Identifier.Kind, value: String) {
    let identifier = Identifier(text)
    #expect(identifier?.kind == kind)
    #expect(identifier?.value == value)
  }

  @Test(
    "What cannot be an identifier is none",
    arguments: [
      "", "https://orcid.org/", "https://orcid.org/0000-0002-1825-0098",
      "https://orcid.org/0000-0002-1825", "https://ror.org/02mhbdp95", "https://doi.org/10.1/x",
      "https://doi.org/about", "https://arxiv.org/abs/hello", "https://openalex.org/about",
      "https://dblp.org/pid/", "https://scholar.google.com/citations?user=ada",
      "https://example.org/0000-0002-1825-0097", "Ada Quill",
    ])
  func others(text: String) {
    #expect(Identifier(text) == nil)
  }

  @Test(
    "Any text is read without a crash",
    arguments: ["doi:", "orcid:----", "ror:0", "arxiv:v", "🙂", "https://"])
  func hostile(text: String) { #expect(Identifier(text) == nil) }
}
