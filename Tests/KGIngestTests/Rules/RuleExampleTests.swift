import KGIngest
import KGLexicon
import KGModel
import KGProfiles
import KGText
import TestSupport
import Testing

/// A document for each rule, which shows what the rule reads.
@Suite("Examples of rules")
struct RuleExampleTests {
  @Test("Each rule has one")
  func all() throws {
    #expect(
      try RuleExample.all().map(\.ruleID).sorted() == Rule.allCases.map(\.rawValue).sorted())
  }

  @Test("The rule reads the marked words of its example", arguments: try RuleExample.all())
  func reads(example: RuleExample) throws {
    let folder = try TemporaryFolder()
    let (source, words) = try #require(try example.read(in: folder))
    // The owner's name as the caller gives it counts only where the document does not state it.
    let extraction = try ProfileExtractor.extract(
      source, owner: "Winifred Loom", includesPersonalData: true)
    let readings = Self.readings(of: extraction)
    #expect(
      readings.contains { $0.rule == example.ruleID && $0.words == words },
      "\(words) in \(readings.map { "\($0.rule): \($0.words)" })")
  }

  /// The rules by which values of a document were read, with the words of each: those of its statements, and of names
  /// that only the resolution of identity uses.
  private static func readings(
    of extraction: ProfileExtractor.Extraction
  ) -> [(rule: String, words: String)] {
    let statements = ProfileEmitter.statements(
      of: extraction, source: SourceKey(path: "example"), documentName: "example")
    return statements.flatMap(\.receipts).map { ($0.rule, $0.words) }
      + extraction.record.person.otherNames.map { ($0.rule.rawValue, $0.span.collapsed) }
  }
}
