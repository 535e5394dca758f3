import KGIngest
import KGLexicon
import KGModel
import KGProfiles
import Testing

/// A rule that reads nothing from any document of `Tests/Gold` is not needed, or the gold lacks a form.
@Suite("Rules and the gold")
struct GoldRulesTests {
  @Test("Each rule reads a value from some document")
  func coverage() throws {
    var missing = Set(Rule.allCases.map(\.rawValue))
    for folder in GoldDocuments.folders {
      for file in try GoldDocuments.files(in: folder) where !missing.isEmpty {
        // Personal data is read where it is asked for, and the caller's name counts where a document states none.
        let extraction = try ProfileExtractor.extract(
          file, owner: "Winifred Loom", includesPersonalData: true)
        ProfileEmitter.forEachBatch(
          of: extraction, source: SourceKey(path: file.path), documentName: "document"
        ) { statements in
          missing.subtract(statements.lazy.flatMap(\.receipts).map(\.rule))
        }
        // Names that only the resolution of identity uses.
        missing.subtract(extraction.record.person.otherNames.map(\.rule.rawValue))
      }
    }
    #expect(missing.sorted() == [])
  }
}
