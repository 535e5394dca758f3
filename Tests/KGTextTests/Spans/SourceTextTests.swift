import Testing

@testable import KGText

@Suite("Texts with places in their source") struct SourceTextTests {
  @Test("ranges become one text, with the places and the marks that they had")
  func joining() {
    let plain = SourceText(plain: "slow boats\tICML\nquiet lakes")
    let text = SourceText(
      scalars: plain.scalars, offsets: plain.offsets, marks: [.init(kind: .strong, range: 16..<21)])
    let joined = text.joining([0..<10, 16..<27, 10..<15])
    #expect(joined.whole.string == "slow boats quiet lakes \tICML")
    #expect(joined.whole.strongRuns.map(\.string) == ["quiet"])
    #expect(joined.whole.strongRuns.map(\.byteRange) == [16..<21])
    #expect(text.joining([]).whole.isEmpty)
  }
}
