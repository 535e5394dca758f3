import Testing

@testable import GoldScoring

@Suite("Author names")
struct AuthorNamesTests {
  @Test(
    "Footnote marks and remarks are not part of a name",
    arguments: [
      ("Xiaoming Wang*", "xiaoming wang"), ("Xiaoming Wang1,2", "xiaoming wang"),
      ("Xiaoming Wang¹", "xiaoming wang"), ("Xiaoming Wang\\textsuperscript{a}", "xiaoming wang"),
      ("<b>Xiaoming Wang</b>", "xiaoming wang"),
      ("Xiaoming Wang (Equal contribution)", "xiaoming wang"),
      ("Xiaoming Wang (王小明)", "xiaoming wang 王 小 明"), ("X. Wang#", "x wang"),
    ])
  func marks(printed: String, key: String) {
    #expect(AuthorNames.key(of: printed) == key)
  }

  @Test(
    "A family name before a comma moves to the end, unless a generation follows",
    arguments: [
      ("Wang, Xiaoming", "xiaoming wang"), ("Wang, X.", "x wang"),
      ("John Smith, Jr.", "john smith jr"),
      ("Wang,", "wang"),
    ])
  func commas(printed: String, key: String) {
    #expect(AuthorNames.key(of: printed) == key)
  }

  @Test("Further authors who are not named are left out")
  func others() {
    #expect(AuthorNames.keys(of: ["Bo Lin", "et al.", "等", "", "and others"]) == ["bo lin"])
  }
}
