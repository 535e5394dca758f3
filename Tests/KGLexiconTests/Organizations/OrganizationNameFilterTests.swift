import KGText
import Testing

@testable import KGLexicon

@Suite("Filter of names of organizations")
struct OrganizationNameFilterTests {
  private let filter = OrganizationNameFilter(
    ["brackwater university", "brackwater", "quill labs", "武 汉 大 学"], fillers: ["of", "group"],
    maximumWords: 6)

  private func mayMatch(_ text: String) -> Bool {
    filter.mayMatch(SourceText(plain: text).whole)
  }

  @Test("Names in any form pass, also several with fillers between them")
  func names() {
    for text in [
      "Brackwater University", "BRACKWATER", "Quill Labs of Brackwater Group", "武汉大学 (Brackwater)",
    ] {
      #expect(mayMatch(text), "\(text)")
    }
  }

  @Test("Texts with another word, parts of names, and overlong texts do not")
  func others() {
    for text in ["", "Brackwater Ice", "University", "Quill", "武汉", "of of of of of of Brackwater"]
    {
      #expect(!mayMatch(text), "\(text)")
    }
  }

  @Test("A text that only as a whole can be folded passes")
  func complex() {
    #expect(mayMatch("Straße"))
  }

  @Test("Every name of the table passes the table's own filter")
  func table() {
    let organizations = OrganizationAuthority.shared
    for id in ["sensetime", "damo-academy", "beihang-university"] {
      for name in organizations.organization(withID: id)?.allNames ?? [] {
        #expect(organizations.match(SourceText(plain: name).whole)?.id == id, "\(name)")
      }
    }
  }
}
