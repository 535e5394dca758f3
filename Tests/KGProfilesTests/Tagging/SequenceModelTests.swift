import Testing

@testable import KGProfiles

@Suite("Weights of a sequence model") struct SequenceModelTests {
  private static func model(_ rows: String) -> SequenceModel {
    SequenceModel(Array(rows.utf8))
  }

  private static func hash(_ feature: String) -> UInt64 {
    Array(feature.utf8).withUnsafeBufferPointer { FeatureHash(feature: $0).value }
  }

  @Test("the first row has the labels, in the order of their numbers")
  func labels() {
    #expect(Self.model("labels\tO\tB-role\tI-role").labels == ["O", "B-role", "I-role"])
    #expect(Self.model("").labels.isEmpty)
  }

  @Test("a transition is kept from the first label to the second, and not back")
  func transitions() {
    let model = Self.model("labels\tO\tB\ntransition\tO\tB\t1.5\ntransition\tB\tX\t7")
    #expect(model.transitions[0][1] == 1.5)
    #expect(model.transitions[1][0] == 0)
    #expect(model.transitions[1][1] == 0)
  }

  @Test("a weight stands at the distance of the token that it counts for")
  func offsets() throws {
    let model = Self.model("labels\tO\tB\nword=at\t-1\tB\t2\nword=at\t0\tO\t3")
    let found = try #require(model.weights(of: Self.hash("word=at")))
    // Of the tokens from two before to two after: O of the token, B of the next one.
    #expect(found.tokens == 2..<4)
    let (own, next) = (model.weights[found.start], model.weights[found.start + 1])
    #expect((own[0], own[1], next[0], next[1]) == (3, 0, 0, 2))
  }

  @Test("features have rows of their own, and unknown ones none")
  func rows() throws {
    let model = Self.model("labels\tO\nword=a\t0\tO\t1\nword=b\t0\tO\t2")
    let first = try #require(model.weights(of: Self.hash("word=a")))
    let second = try #require(model.weights(of: Self.hash("word=b")))
    #expect(model.weights[first.start][0] == 1)
    #expect(model.weights[second.start][0] == 2)
    #expect(model.weights(of: Self.hash("word=c")) == nil)
  }

  @Test("the models of the program have the labels of their entries and fields")
  func shipped() {
    let lines = FittedModels.current.lines.labels
    for label in EntryLabel.allCases {
      #expect(lines.contains("B-" + label.rawValue) && lines.contains("I-" + label.rawValue))
    }
    let fields = Set(FittedModels.current.fields.labels.map { FieldLabel($0).field })
    #expect(fields == Set(EntryField.allCases.map(Optional.some) + [nil]))
  }
}
