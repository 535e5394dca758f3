import Testing

@testable import KGQuery

@Suite("Phrasings")
struct PhrasePatternTests {
  @Test(
    "A bracket without its partner, and a bar outside of brackets, are errors",
    arguments: [
      ("(notes of {person}", "'(' has no ')'"), ("notes [by {person}", "'[' has no ']'"),
      ("notes of {person", "'{' has no '}'"), ("notes) of {person}", "')' closes nothing"),
      ("notes] of {person}", "']' closes nothing"), ("notes} of {person}", "'}' closes nothing"),
      ("notes|essays of {person}", "'|' is only allowed in '(…)' and '[…]'"),
      ("(notes|[old essays) of {person}", "')' closes nothing"),
    ])
  func syntax(phrasing: String, message: String) {
    #expect(throws: PhrasePattern.SyntaxError(message: message)) { try PhrasePattern(phrasing) }
  }

  @Test(
    "A parameter is counted over all wordings",
    arguments: [
      ("notes of {person}", 1...1), ("notes [of {person}]", 0...1), ("all notes", 0...0),
      ("({person}'s notes|notes of {person})", 1...1), ("({person}'s|all) notes", 0...1),
      ("{person} (and {person}|alone)", 1...2), ("(a|b [c {person}]) {person}", 1...2),
    ])
  func occurrences(phrasing: String, expected: ClosedRange<Int>) throws {
    #expect(try PhrasePattern(phrasing).occurrences(of: "person") == expected)
  }
}
