import KGModel
import Testing

@testable import KGProfiles

@Suite("Sequence tagger") struct SequenceTaggerTests {
  private static func model(_ rows: String) -> SequenceModel {
    SequenceModel(Array(rows.utf8))
  }

  private static func features(_ words: [String]) -> SequenceFeatures {
    var features = SequenceFeatures(count: words.count)
    for (token, word) in words.enumerated() {
      features.add("word", .name(word))
      features.close(over: token..<token + 1)
    }
    return features
  }

  private static func labels(_ rows: String, _ words: [String]) -> [String] {
    let model = model(rows)
    return SequenceTagger(model).labels(of: features(words)).map { model.labels[$0] }
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
    #expect(SequenceTagger(Self.model("")).labels(of: Self.features(["a"])).isEmpty)
  }

  @Test("rows with an unknown label, an offset out of reach or no number are left out")
  func badRows() {
    let rows = "labels\tO\tName\nword=a\t0\tPlace\t9\nword=a\t3\tName\t9\nword=a\t0\tName\tmuch"
    #expect(Self.labels(rows, ["a", "b", "b", "b"]) == ["O", "O", "O", "O"])
  }

  @Test("what several tokens have in common counts for each of them, and for their neighbours")
  func sharedFeatures() {
    let model = Self.model("labels\tO\tName\n@line\t0\tName\t2\nbold\t1\tName\t2\n")
    var features = SequenceFeatures(count: 5)
    features.add("@line")
    features.close(over: 0..<2)
    features.add("bold")
    features.close(over: 3..<5)
    // The token before one that is bold is a name.
    let names = ["Name", "Name", "Name", "Name", "O"]
    #expect(SequenceTagger(model).labels(of: features).map { model.labels[$0] } == names)
  }
}
