import Testing

@testable import KGProfiles

@Suite("Labels of the tokens of references") struct ReferenceLabelTests {
  @Test(
    "the label of a field for its first token is another one than for the rest, except for years")
  func fields() {
    for field in ReferenceField.allCases {
      let (first, rest) = (
        ReferenceLabel(field, isFirst: true), ReferenceLabel(field, isFirst: false)
      )
      #expect(first.field == field && rest.field == field)
      #expect(first.isFirst)
      #expect(rest.isFirst == (field == .year))
      #expect((first == rest) == (field == .year))
    }
  }

  @Test("tokens of no field have a label, too")
  func other() {
    #expect(ReferenceLabel.other.field == nil)
    #expect(!ReferenceLabel.other.isFirst)
    #expect(ReferenceLabel.allCases.count { $0.field == nil } == 1)
  }

  @Test("the model of references has these labels and no others")
  func model() {
    #expect(
      Set(SequenceModel.references.labels) == Set(ReferenceLabel.allCases.map(\.rawValue)))
  }
}
