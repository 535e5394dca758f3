import KGLexicon
import Testing

@testable import KGProfiles

@Suite("Weights of the fields of data files") struct DataWeightsTests {
  @Test("a key that names a field counts more than the form of the values for any field")
  func keys() {
    for subject in DataSubject.allCases {
      for field in subject.fields {
        let decision = DataWeights.shared[field]
        let best = decision.forms.values.max() ?? 0
        #expect(decision["key"] >= best, "\(field)")
      }
    }
  }

  @Test("forms that cannot be a value of the field count against it")
  func forms() {
    #expect(DataWeights.shared[DataField.date].forms[.sentence] ?? 0 < 0)
    #expect(DataWeights.shared[DataField.organization].forms[.knownOrganization] ?? 0 > 0)
    #expect(DataWeights.shared[DataField.start].forms[.link] ?? 0 < 0)
  }

  @Test("what has no weight does not count")
  func unknown() {
    #expect(DataWeights.shared[DataField.date]["no such feature"] == 0)
  }
}
