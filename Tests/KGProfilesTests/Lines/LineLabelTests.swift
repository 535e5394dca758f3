import Testing

@testable import KGProfiles

@Suite("Labels of lines") struct LineLabelTests {
  @Test("B begins an entry, I continues it, O belongs to none")
  func names() {
    #expect(LineLabel("B-paper") == LineLabel(kind: .paper, isFirst: true))
    #expect(LineLabel("I-degree") == LineLabel(kind: .degree, isFirst: false))
    #expect(LineLabel("O") == .none)
    #expect(LineLabel("B-unheard") == .none)
  }

  @Test("the model that is part of the program knows every label")
  func model() {
    let labels = Set(FittedModels.current.lines.labels)
    for kind in EntryLabel.allCases {
      #expect(labels.isSuperset(of: ["B-\(kind.rawValue)", "I-\(kind.rawValue)"]))
    }
    #expect(labels.contains("O"))
  }
}
