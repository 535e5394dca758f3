import KGReaders
import Testing

@testable import KGProfiles

@Suite("Shares of lines") struct LineSharesTests {
  private static func features(_ text: String, line: Int) throws -> [String] {
    let lines = AnnotatedLine.lines(of: Outline(try DocumentReader.read(Array(text.utf8))))
    var features = SequenceFeatures(count: lines.count, isDescribed: true)
    let shares = LineShares(lines)
    shares.addNear(line, to: &features)
    features.close(over: line..<line + 1)
    shares.addParts(to: &features)
    return features.textsOfTokens[line]
  }

  private static let list =
    "## Work\n\n" + (1...20).map { "- Engine number \($0)" }.joined(separator: "\n")
    + "\n- Engineer, Quillon University, 2019 – 2021\n"

  @Test("lines nearby and the whole part are counted apart")
  func nearAndPart() throws {
    let last = try Self.features(Self.list, line: 21)
    // One line of seven, and one of twenty-two.
    #expect(last.contains("near periods=1"))
    #expect(last.contains("part periods=1"))
    let first = try Self.features(Self.list, line: 1)
    #expect(first.contains("near periods=0"))
    #expect(first.contains("part periods=1"))
  }

  @Test("lines of another part do not count")
  func parts() throws {
    let features = try Self.features("\(Self.list)\n## More\n\n- A quiet engine\n", line: 23)
    #expect(features.contains("near periods=0"))
    #expect(features.contains("part periods=0"))
  }
}
