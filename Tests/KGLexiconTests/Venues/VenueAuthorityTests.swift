import Foundation
import KGModel
import Testing

@testable import KGLexicon

// Former names are tested with the organizations, in OrganizationAuthorityTests.
@Suite("Venues by their names") struct VenueAuthorityTests {
  private let venues = VenueAuthority.shared

  @Test(
    "case, punctuation and width do not count",
    arguments: ["ICML", "icml", "Icml.", "International Conference on Machine-Learning", "ＩＣＭＬ"])
  func forms(name: String) {
    #expect(venues.venue(named: name)?.id == "icml")
  }

  @Test(
    "other words with a name, parts of one and signs are no venue",
    arguments: [
      "ICML 2021", "Proceedings of ICML", "International Conference", "ICM", "", "…", "!?",
    ])
  func none(name: String) {
    #expect(venues.venue(named: name) == nil)
  }

  @Test("names in Han characters are names, too; a journal is one by its kind")
  func kinds() {
    #expect(venues.venue(named: "软件学报")?.isJournal == true)
    #expect(venues.venue(named: "NeurIPS")?.isJournal == false)
    #expect(venues.venue(named: "arXiv")?.kind == "preprint")
  }

  @Test("every name of the table leads to a venue that has it")
  func names() {
    let lost = venues.names.filter { name in
      guard let venue = venues.venue(named: name) else { return true }
      return !([venue.name] + venue.aliases).map(foldedKey).contains(foldedKey(name))
    }
    #expect(lost.isEmpty)
    #expect(venues.names.count > 1000)
  }

  @Test("each row has an id of its own, a kind, and a name that no row before it has")
  func table() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/KGLexicon/Data/venues.tsv")
    let rows = TabSeparatedTable(Array(try Data(contentsOf: file))).rows
    #expect(Set(rows.map { $0.cell(0) }).count == rows.count)
    #expect(
      Set(rows.map { $0.cell(1) }) == ["conference", "journal", "workshop", "preprint"])
    #expect(
      rows.filter { venues.venue(named: $0.cell(2))?.id != $0.cell(0) }.map { $0.cell(0) } == [])
  }
}
