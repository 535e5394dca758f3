internal import CLexiconTables
internal import KGModel

/// A venue of the authority table: a conference series, a journal, a workshop or a preprint server.
package struct Venue: Hashable, Sendable {
  /// The key of the table row, such as `neurips`.
  package let id: String
  /// `conference`, `journal`, `workshop` or `preprint`.
  package let kind: String
  /// The full name.
  package let name: String
  /// Acronyms and other names, former ones included.
  package let aliases: [String]

  /// Whether the venue is a journal.
  package var isJournal: Bool { kind == "journal" }
}

/// The venues that `kg` knows by name, read once from `Data/venues.tsv`.
package struct VenueAuthority: Sendable {
  /// The table that is built into the program.
  package static let shared = VenueAuthority()

  private let byKey: [String: Venue]
  /// Says whether names of venues, or words of them, may occur in a text.
  let filter: VenueNameFilter
  /// Every name and alias, in the order of the table.
  package let names: [String]

  /// Reads the table of the program.
  package init() {
    var byKey: [String: Venue] = [:]
    var names: [String] = []
    for row in TabSeparatedTable(kg_venues()).rows where row.count >= 4 {
      let venue = Venue(
        id: row[0], kind: row[1], name: row[2], aliases: TabSeparatedTable.values(row[3]))
      for name in [venue.name] + venue.aliases {
        names.append(name)
        let key = foldedKey(name)
        if byKey[key] == nil { byKey[key] = venue }
      }
    }
    self.byKey = byKey
    filter = VenueNameFilter(byKey.keys, words: VenueMention.certainWords)
    self.names = names
  }

  /// The venue with this name or alias, ignoring case and punctuation; `nil` when the table has none.
  package func venue(named name: String) -> Venue? {
    byKey[foldedKey(name)]
  }

  /// The venue whose name or alias has this folded key; see `foldedKey`.
  func venue(withKey key: String) -> Venue? { byKey[key] }
}
