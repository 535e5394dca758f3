import Foundation
import GoldScoring
import KGModel
import KnowledgeGraph
import Testing

/// Whether the owner of a document is an author of the papers that list a form of the owner's name.
///
/// The gold knows the forms. Papers whose title is read in another way are not counted: another test counts them.
@Suite("The owner is one of the authors of his own papers")
struct OwnerPapersTests {
  /// The papers of some documents, and those of which the owner is an author.
  private struct Count {
    var listed = 0
    var owned = 0
    /// Documents with such papers of which the owner is an author of none.
    var without: [String] = []
  }

  private static func titles(_ pattern: String, in graph: Graph) throws -> Set<String> {
    let prefix = "PREFIX schema: <https://schema.org/> SELECT ?title WHERE "
    return Set(
      try graph.rows(prefix + pattern).compactMap { $0["title"]?.literal?.lexicalForm }
        .map(foldedKey))
  }

  private static func count(_ folder: String) throws -> Count {
    var count = Count()
    let records = GoldDocuments.records(of: folder)
    let documents = records.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("documents").appendingPathComponent(folder)
    for document in try GoldSet(records: records, documents: documents).documents {
      let person = document.record.person
      guard let name = person.name, let source = document.source else { continue }
      let forms = Set(([name] + person.names).map(foldedKey))
      let papers = document.record.papers.filter {
        $0.authors.contains { forms.contains(foldedKey($0)) }
      }
      guard !papers.isEmpty, let file = try SourceFinder.files(at: source.path).first else {
        continue
      }
      let graph = try Graph(inMemory: ())
      _ = try graph.ingest(file)
      try graph.resolve()
      let read = try titles("{ ?paper a schema:ScholarlyArticle ; schema:name ?title }", in: graph)
      let own = try titles(
        "{ ?source schema:mainEntity ?owner . ?paper schema:author ?owner ; schema:name ?title }",
        in: graph)
      let listed = papers.compactMap(\.title).map(foldedKey).filter(read.contains)
      let owned = listed.filter(own.contains)
      count.listed += listed.count
      count.owned += owned.count
      if owned.isEmpty, !listed.isEmpty { count.without.append(document.record.document) }
    }
    return count
  }

  private static let counts = Result {
    try GoldDocuments.folders.map { (folder: $0, count: try count($0)) }
  }

  @Test("in documents of every form")
  func forms() throws {
    for (folder, count) in try Self.counts.get() {
      #expect(count.listed > 0)
      #expect(
        count.owned * 100 >= count.listed * 97, "\(folder): \(count.owned) of \(count.listed)")
      #expect(count.without == [])
    }
  }

  @Test("in 98 of 100 papers of all documents")
  func all() throws {
    let counts = try Self.counts.get().map(\.count)
    let (owned, listed) = (
      counts.reduce(0) { $0 + $1.owned }, counts.reduce(0) { $0 + $1.listed }
    )
    #expect(owned * 100 >= listed * 98, "\(owned) of \(listed)")
  }
}
