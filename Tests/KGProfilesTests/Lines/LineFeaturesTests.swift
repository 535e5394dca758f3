import KGReaders
import Testing

@testable import KGProfiles

@Suite("Features of lines") struct LineFeaturesTests {
  private static func features(_ text: String) throws -> [[String]] {
    let lines = AnnotatedLine.lines(of: Outline(try DocumentReader.read(Array(text.utf8))))
    return LineFeatures.features(of: lines, isDescribed: true).textsOfTokens
  }

  @Test("a line has features of its place, its shape and what was found in it")
  func features() throws {
    let own = try Self.features("## Awards\n\n- **Golden Engine Medal**, 2014\n- Second, 2013\n")[1]
    for feature in [
      "block=item", "first", "section=awards", "begins strong", "ends=digit", "ends date",
      "cue=award",
      "section+date=awards,date",
    ] {
      #expect(own.contains(feature), "\(feature)")
    }
  }

  @Test("lines of the same form are found again at their distance, within their part only")
  func repetition() throws {
    let features = try Self.features(
      "## Awards\n\n- First prize, 2014\n- Second prize, 2013\n\n## Service\n\n- Third thing, 2012\n"
    )
    #expect(features[1].contains("same below=1"))
    #expect(features[2].contains("same above=1"))
    #expect(!features[4].contains { $0.hasPrefix("same") })
  }

  @Test("shares count the lines around: all of three lines have a year")
  func shares() throws {
    let features = try Self.features(
      "## Awards\n\n- A prize, 2014\n- B prize, 2013\n- C prize, 2012\n")
    #expect(features[1].contains("near years=4"))
    #expect(features[1].contains("near patents=0"))
  }

  @Test("features that are described have the hashes of those that are not")
  func hashes() throws {
    let lines = AnnotatedLine.lines(
      of: Outline(try DocumentReader.read(Array("## Education\n\nPhD, 2014 – 2018\n".utf8))))
    let plain = LineFeatures.features(of: lines)
    let described = LineFeatures.features(of: lines, isDescribed: true)
    #expect(plain.hashes == described.hashes)
    #expect(plain.textsOfTokens.allSatisfy { $0.isEmpty })
  }
}
