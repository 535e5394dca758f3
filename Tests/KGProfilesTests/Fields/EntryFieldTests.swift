import Testing

@testable import KGProfiles

@Suite("Labels of the tokens of entries") struct EntryFieldTests {
  @Test(
    "a label names its field, and whether its token is the first",
    arguments: [
      ("B-role", EntryField.role, true), ("I-role", .role, false),
      ("B-organization", .organization, true), ("I-period", .period, false),
    ])
  func fields(name: String, field: EntryField, isFirst: Bool) {
    #expect(FieldLabel(name) == FieldLabel(field: field, isFirst: isFirst))
  }

  @Test("any other text is no field", arguments: ["O", "", "B-", "B-town", "Brole"])
  func none(name: String) {
    #expect(FieldLabel(name) == .none)
  }
}
