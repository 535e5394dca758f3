internal import KGModel
package import KGText

/// Reads a file of data: TOML or tables of comma-separated values where its name says so, otherwise YAML, of which
/// JSON is a part.
package enum DataFileReader {
  /// The data of the bytes; empty where they are not of the format that the name states.
  ///
  /// - Parameter name: The name of the file, or its path.
  package static func read(_ bytes: [UInt8], name: String?) -> DataNode {
    switch format(of: name) {
    case .toml: TOMLReader.read(bytes)
    case .table: CSVReader.read(bytes)
    case .yaml, nil: (try? YAMLReader.read(bytes)) ?? .empty
    }
  }

  /// Whether the name states a format of data, and the bytes are of it: they hold a list or a map.
  static func isData(_ bytes: [UInt8], name: String) -> Bool {
    guard format(of: name) != nil else { return false }
    return switch read(bytes, name: name) {
    case .list(let items): !items.isEmpty
    case .map(let entries, _): !entries.isEmpty
    case .text, .empty: false
    }
  }

  private enum Format { case yaml, toml, table }

  private static func format(of name: String?) -> Format? {
    guard let name else { return nil }
    let path = PathText(name.lowercased())
    let endings: [(Format, [String])] = [
      (.toml, [".toml"]), (.table, [".csv"]), (.yaml, [".yml", ".yaml", ".json"]),
    ]
    return endings.first { _, endings in
      path.ends(with: endings.flatMap { [$0, $0 + ".gz", $0 + ".zst"] })
    }?.0
  }
}
