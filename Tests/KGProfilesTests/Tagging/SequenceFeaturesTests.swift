import KGText
import Testing

@testable import KGProfiles

@Suite("Features of a sequence") struct SequenceFeaturesTests {
  private static var described: SequenceFeatures {
    var features = SequenceFeatures(count: 2, isDescribed: true)
    features.add("capital")
    features.add("digits", .number(12))
    features.add("absent", if: false)
    features.close(over: 0..<1)
    features.add("a long name of a feature", .name("row"), .character(UInt8(ascii: "=")))
    features.add("offset", .number(-1), .text("x"), .number(0), .text("y"))
    features.close(over: 0..<2)
    features.add("word", word: SourceText(plain: "Loom").whole)
    features.close(over: 1..<2)
    return features
  }

  @Test("described features read as they are written in a model, in the order of the rows")
  func descriptions() {
    let shared = ["a long name of a feature=row,=", "offset=-1,x,0,y"]
    #expect(
      Self.described.textsOfTokens == [["capital", "digits=12"] + shared, shared + ["word=loom"]])
  }

  @Test("a feature has the hash of its text")
  func hashes() {
    let features = Self.described
    let texts = [
      "capital", "digits=12", "a long name of a feature=row,=", "offset=-1,x,0,y", "word=loom",
    ]
    #expect(
      features.hashes
        == texts.map { text in
          Array(text.utf8).withUnsafeBufferPointer { FeatureHash(feature: $0).value }
        })
    #expect(Set(features.hashes).count == texts.count)
  }

  @Test("texts are not kept unless they are asked for; a row without features is none")
  func plain() {
    var features = SequenceFeatures(count: 1)
    features.close(over: 0..<1)
    #expect(features.rows.isEmpty)
    features.add("capital")
    features.close(over: 0..<1)
    #expect(features.rows.count == 1)
    #expect(features.textsOfTokens == [[]])
  }
}
