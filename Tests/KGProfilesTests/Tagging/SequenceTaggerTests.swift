import KGModel
import Testing

@testable import KGProfiles

@Suite("Sequence tagger") struct SequenceTaggerTests {
  private static func model(_ rows: String) -> SequenceModel {
    SequenceModel(TabSeparatedTable(Array(rows.utf8)))
  }

  private static func tokens(_ features: [String]) -> [TokenFeatures] {
    features.map { feature in
      var token = TokenFeatures()
      token.add("word", feature)
      return token
    }
  }

  private static func labels(_ rows: String, _ words: [String]) -> [String] {
    let model = model(rows)
    return SequenceTagger(model).labels(of: tokens(words)).map { model.labels[$0] }
  }

  @Test("a token gets the label with the highest sum of its features' weights")
  func ownFeatures() {
    let rows = "labels\tO\tName\nword=ada\t0\tName\t2\nword=and\t0\tO\t1"
    #expect(Self.labels(rows, ["ada", "and", "ada"]) == ["Name", "O", "Name"])
  }

  @Test("features of neighbours count at their offset, and only there")
  func neighbours() {
    let rows = "labels\tO\tName\nword=dr\t-1\tName\t2\nword=x\t0\tO\t1"
    #expect(Self.labels(rows, ["dr", "x", "x", "dr"]) == ["O", "Name", "O", "O"])
  }

  @Test("a transition can outweigh a feature")
  func transitions() {
    let rows = """
      labels\tB\tI
      word=start\t0\tB\t5
      word=weak\t0\tB\t1
      transition\tB\tI\t3
      transition\tI\tI\t3
      """
    #expect(Self.labels(rows, ["start", "weak", "other"]) == ["B", "I", "I"])
  }

  @Test("features that the model does not know count nothing; of equal labels the first is taken")
  func unknownFeatures() {
    #expect(Self.labels("labels\tO\tName", ["anything"]) == ["O"])
  }

  @Test("no tokens have no labels, and a model without labels labels nothing")
  func nothing() {
    #expect(Self.labels("labels\tO", []).isEmpty)
    #expect(SequenceTagger(Self.model("")).labels(of: Self.tokens(["a"])).isEmpty)
  }

  @Test("rows with an unknown label, an offset out of reach or no number are left out")
  func badRows() {
    let rows = "labels\tO\tName\nword=a\t0\tPlace\t9\nword=a\t3\tName\t9\nword=a\t0\tName\tmuch"
    #expect(Self.labels(rows, ["a", "b", "b", "b"]) == ["O", "O", "O", "O"])
  }

  @Test("described features read as they are written in the model, and have the same hash")
  func descriptions() {
    var token = TokenFeatures(isDescribed: true)
    token.add("capital")
    token.add("digits", 12)
    token.add("kind", "row")
    token.add("absent", if: false)
    #expect(token.texts == ["capital", "digits=12", "kind=row"])
    #expect(token.hashes == token.texts.map { FeatureHash($0.utf8).value })
  }
}
