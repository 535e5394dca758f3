internal import KGModel

/// A venue of the authority table: a conference series, a journal, a workshop or a preprint server.
public struct Venue: Hashable, Sendable {
  public let id: String
  public let kind: String
  public let name: String
  /// Acronyms and other names, old ones too.
  public let aliases: [String]

  public var isJournal: Bool { kind == "journal" }
}

/// The venues that `kg` knows by name, read once from `Data/venues.tsv`.
public struct VenueAuthority: Sendable {
  public static let shared = VenueAuthority()

  private let byKey: [String: Venue]

  package init() {
    var byKey: [String: Venue] = [:]
    for row in TabSeparatedTable(PackageResources.venues_tsv).rows where row.count >= 4 {
      let venue = Venue(
        id: row[0], kind: row[1], name: row[2], aliases: TabSeparatedTable.values(row[3]))
      for name in [venue.name] + venue.aliases {
        let key = foldedKey(name)
        if byKey[key] == nil { byKey[key] = venue }
      }
    }
    self.byKey = byKey
  }

  /// The venue with this name or alias, whatever the case and punctuation.
  public func venue(named name: String) -> Venue? {
    byKey[foldedKey(name)]
  }
}
