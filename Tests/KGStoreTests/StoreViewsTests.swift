import Foundation
import KGModel
import TestSupport
import Testing

@testable import KGStore

/// The views that people read with other SQLite clients, without custom functions.
@Suite("Views for SQL")
struct StoreViewsTests {
  private let folder: TemporaryFolder
  private let database: Database

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.file("kg.sqlite")
    let store = try GraphStore(path: path, access: .create)
    try store.add([
      triple("ada", RDF.type, .iri(Schema.person)), triple("ada", Schema.name, .string("Ada")),
      triple("bo", RDF.type, .iri(Schema.person)), triple("bo", Schema.name, .string("Bo")),
      triple("lab", RDF.type, .iri(Schema.organization)),
      triple("lab", Schema.name, .string("Lab")),
      triple("w", RDF.type, .iri(Schema.scholarlyArticle)),
      triple("w", Schema.name, .string("Notes")), triple("w", Schema.author, node("ada")),
      triple("w", Schema.author, node("bo")),
      triple("w", Schema.datePublished, .literal(Literal("2021", datatype: XSD.gYear))),
      triple("w", Schema.isPartOf, node("v")), triple("v", Schema.name, .string("ICCV")),
      triple("w", BIBO.authorList, node("list")),
      triple("list", IRI(RDF.namespace + "_1"), node("bo")),
      triple("list", IRI(RDF.namespace + "_2"), node("ada")),
      triple("m", Org.member, node("ada")), triple("m", Org.organization, node("lab")),
      triple("m", Org.role, .string("Fellow")), triple("m", KG.kind, .iri(KG.namespace + "Staff")),
      triple("m", KG.end, .iri(KG.open)),
      triple("m", Schema.startDate, .literal(Literal("2018-04", datatype: XSD.gYearMonth))),
      triple("p", RDF.type, .iri(BIBO.patent)), triple("p", Schema.name, .string("Engine")),
      triple("p", Schema.identifier, .string("CN1")),
    ])
    database = try Database(path: path)
  }

  @Test(
    "Each view has its rows",
    arguments: [
      ("SELECT name FROM person ORDER BY name", ["Ada", "Bo"]),
      ("SELECT iri || ' ' || name FROM organization", ["http://e/lab Lab"]),
      ("SELECT title || ' ' || year || ' ' || venue FROM paper", ["Notes 2021 ICCV"]),
      ("SELECT position || ' ' || name FROM authorship ORDER BY position", ["1 Bo", "2 Ada"]),
      (
        "SELECT a.name || ' ' || b.name || ' ' || papers FROM coauthor JOIN person a ON a.id = person "
          + "JOIN person b ON b.id = coauthor ORDER BY 1", ["Ada Bo 1", "Bo Ada 1"]
      ),
      (
        "SELECT person_name || ' ' || organization_name || ' ' || role || ' ' || kind || ' ' || start "
          + "|| ' ' || end_state FROM affiliation", ["Ada Lab Fellow Staff 2018-04 open"]
      ),
      ("SELECT title || ' ' || number FROM patent", ["Engine CN1"]),
      ("SELECT path FROM source", ["a"]),
    ])
  func rows(sql: String, expected: [String]) throws {
    #expect(try database.texts(sql) == expected)
  }
}
