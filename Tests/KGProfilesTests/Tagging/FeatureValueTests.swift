import Testing

@testable import KGProfiles

@Suite("Values of features") struct FeatureValueTests {
  @Test("a value is written as the weights of a model name it")
  func descriptions() {
    #expect("\(FeatureValue.text("two capitals"))" == "two capitals")
    #expect("\(FeatureValue.name("emphasis"))" == "emphasis")
    #expect("\(FeatureValue.character(0x2C))" == ",")
    #expect("\(FeatureValue.number(-12))" == "-12")
    #expect("\(FeatureValue.text(""))" == "")
  }

  @Test("values that are written alike are one value to a model, whatever they are made of")
  func hashes() {
    let hash = { (value: FeatureValue) in FeatureHash("shape").appending(value) }
    #expect(hash(.text("x")) == hash(.name("x")))
    #expect(hash(.text("x")) == hash(.character(UInt8(ascii: "x"))))
    #expect(hash(.text("12")) == hash(.number(12)))
    #expect(hash(.number(1)) != hash(.number(-1)))
    #expect(hash(.name("é")) != hash(.name("e")))
  }
}
