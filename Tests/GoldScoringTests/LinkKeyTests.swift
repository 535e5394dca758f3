import Testing

@testable import GoldScoring

@Suite("Links")
struct LinkKeyTests {
  @Test(
    "Scheme, www, fragment, index page and last slash make no difference",
    arguments: [
      "https://x.example/a", "http://www.X.example/a/", "<x.example/a#top>",
      "x.example/a/index.html",
    ])
  func key(link: String) {
    #expect(LinkKey.key(of: link).string == "x.example/a")
  }

  @Test("A link of nine or more scalars matches a longer one that contains it")
  func containment() {
    #expect(LinkKey.match(LinkKey.key(of: "orcid.org/0000-0001"), LinkKey.key(of: "0000-0001")))
    #expect(!LinkKey.match(LinkKey.key(of: "x.example/ab"), LinkKey.key(of: "ab")))
  }
}
