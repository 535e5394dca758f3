package import KGModel
internal import KGRDF

/// Short texts for nodes: the 32 bits by which the store finds a term, in base 32.
extension GraphStore {
  /// Crockford's alphabet in small letters: without i, l, o and u, which are read as digits or make words.
  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
  /// Seven digits of five bits.
  private static let digitCount = 7

  /// The handle of a node, such as `#3k9f0ab`. Few nodes of a graph have the same one.
  package static func handle(of node: Term) -> String {
    let hash = UInt64(UInt32(truncatingIfNeeded: TermDictionary.storedHash(of: node)))
    let places = (0..<digitCount).reversed().map { place in Int(hash >> UInt64(5 * place)) % 32 }
    return "#" + String(places.map { digits[$0] })
  }

  /// The entities of the nodes with a handle; empty when there are none, or when the text is no handle.
  package func nodes(withHandle handle: String) throws(StoreError) -> [Term] {
    let digits = handle.lowercased().dropFirst().compactMap { Self.digits.firstIndex(of: $0) }
    guard handle.first == "#", handle.count == Self.digitCount + 1, digits.count == Self.digitCount
    else { return [] }
    let hash = digits.reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
    guard hash <= UInt64(UInt32.max) else { return [] }
    return try read { database in
      let reader = TripleReader(database)
      let entities = EntityIndex(database)
      let ids = try database.integers(
        "SELECT id FROM term_hash WHERE hash = ?",
        [Int64(Int32(truncatingIfNeeded: hash))])
      let nodes = try ids.map { try entities.entity(of: $0) }.filter { node in
        try database.integer("SELECT 1 FROM spo WHERE s = ? LIMIT 1", [node]) != nil
      }
      return try Set(nodes).sorted().compactMap { try reader.term($0) }
    }
  }
}
