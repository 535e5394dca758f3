import KGModel
import Testing

@Suite("Names with initials")
struct ShortFormTests {
  @Test(
    "A name with initials abbreviates a full name with the same family name",
    arguments: [
      ("F. Yu", "Fengwei Yu", true), ("Yu, F.", "Fengwei Yu", true),
      ("F. W. Yu", "Feng Wei Yu", true),
      ("A. Hauptmann", "Alexander G. Hauptmann", true), ("G. Yu", "Fengwei Yu", false),
      ("F. Yuan", "Fengwei Yu", false), ("Fengwei Yu", "Fengwei Yu", false),
      ("Yu", "Fengwei Yu", false),
    ])
  func shortForms(short: String, full: String, isShort: Bool) {
    #expect(isShortForm(short, of: full) == isShort)
  }
}
