import Testing

@testable import KGRDF

@Suite("Numbers in Turtle")
struct NumberShapeTests {
  @Test(
    "The kind of number of a lexical form",
    arguments: [
      ("0", .integer), ("+007", .integer), ("1.5", .decimal), ("-.5", .decimal), ("1e0", .double),
      ("1.E+3", .double), (".5e-1", .double), ("", nil), ("+", nil), (".", nil), ("1.", nil),
      (".e1", nil), ("1e", nil), ("1e+", nil), ("e1", nil), ("1 ", nil), ("--1", nil), ("0x1", nil),
    ] as [(String, NumberShape?)])
  func shape(_ lexicalForm: String, _ shape: NumberShape?) {
    #expect(NumberShape(lexicalForm.utf8) == shape)
  }
}
