internal import KGModel
internal import KGRDF

/// The families of a store. They are looked up when needed, and cached.
final class TermFamilies {
  private let database: Database
  private var ids: [TermFamily: Int64] = [:]
  /// By id. Ids are small and dense.
  private var families: [TermFamily?] = []
  private var namespaceCount: Int?

  /// A limit on the number of namespaces. IRIs of further namespaces are stored whole.
  private static let maximumNamespaces = 1 << 15
  private static let noNamespace = TermFamily(kind: .iri, text: "")

  init(_ database: Database) {
    self.database = database
  }

  /// The family with an id; `nil` when there is none.
  func family(_ id: Int64) throws -> TermFamily? {
    if families.indices.contains(Int(id)), let family = families[Int(id)] {
      return family
    }
    let family = try database.firstRow("SELECT kind, text FROM family WHERE id = ?", [id]) { row in
      TermFamily.Kind(rawValue: row.int(0)).map { TermFamily(kind: $0, text: row.text(1)) }
    }
    guard let family = family ?? nil else { return nil }
    remember(family, id)
    return family
  }

  /// The id of a family; `nil` when the store does not have it.
  func id(of family: TermFamily) throws -> Int64? {
    if let id = ids[family] { return id }
    let id = try database.integer(
      "SELECT id FROM family WHERE kind = ? AND text = ?", [family.kind.rawValue, family.text])
    if let id { remember(family, id) }
    return id
  }

  /// The spellings of a language tag in the store, which differ in case.
  func spellings(ofLanguage tag: String) throws -> [String] {
    try database.texts(
      "SELECT text FROM family WHERE kind = ? AND text = ? COLLATE NOCASE",
      [TermFamily.Kind.languageString.rawValue, tag])
  }

  /// The id of a family, which is inserted when it is new.
  func insert(_ family: TermFamily) throws -> Int64 {
    if let id = try id(of: family) { return id }
    try database.execute(
      "INSERT INTO family (kind, text) VALUES (?, ?)", [family.kind.rawValue, family.text])
    remember(family, database.lastInsertedRowID)
    if family.kind == .iri { namespaceCount? += 1 }
    return database.lastInsertedRowID
  }

  private func remember(_ family: TermFamily, _ id: Int64) {
    ids[family] = id
    guard (0..<Self.maximumNamespaces * 2).contains(Int(id)) else { return }
    while families.count <= id { families.append(nil) }
    families[Int(id)] = family
  }

  /// Calls `body` with the form in which a term is to be stored: the id of its family, which is inserted when it
  /// is new, and its lexical part.
  func withStoredForm(
    of text: TermText, _ body: (Int64, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let parts = TermParts(text)
    let slot = Self.slot(parts)
    if recent[slot].holds(parts) {
      return try parts.withLexical { try body(recent[slot].id, $0) }
    }
    let family = parts.family
    if family.kind == .iri, try id(of: family) == nil, try hasEnoughNamespaces() {
      let whole = UnsafeBufferPointer(start: text.start + 1, count: text.count - 2)
      return try body(try insert(Self.noNamespace), whole)
    }
    let id = try insert(family)
    recent[slot] = Recent(kind: parts.kind, bytes: Array(parts.shared), id: id)
    try parts.withLexical { try body(id, $0) }
  }

  /// A family that was used recently, by its bytes.
  private struct Recent {
    let kind: TermFamily.Kind
    let bytes: [UInt8]
    let id: Int64

    func holds(_ parts: TermParts) -> Bool {
      guard id > 0, kind == parts.kind, bytes.count == parts.shared.count else { return false }
      return bytes.withUnsafeBufferPointer {
        guard let left = $0.baseAddress, let right = parts.shared.baseAddress else { return true }
        return TermText(start: left, count: bytes.count)
          .isSame(as: TermText(start: right, count: bytes.count))
      }
    }
  }

  private static func slot(_ parts: TermParts) -> Int {
    guard let start = parts.shared.baseAddress else { return 0 }
    return Int(truncatingIfNeeded: textHash(start, parts.shared.count)) & (recentCount - 1)
  }

  private static let recentCount = 256
  private var recent = [Recent](
    repeating: Recent(kind: .iri, bytes: [], id: 0), count: recentCount)

  /// Calls `body` with each form in which the term may have been stored, until it returns a value; `nil` when
  /// it does not.
  func firstStoredForm<Value>(
    of text: TermText, _ body: (Int64, UnsafeBufferPointer<UInt8>) throws -> Value?
  ) throws -> Value? {
    let parts = TermParts(text)
    let slot = Self.slot(parts)
    if !recent[slot].holds(parts), let id = try id(of: parts.family) {
      recent[slot] = Recent(kind: parts.kind, bytes: Array(parts.shared), id: id)
    }
    if recent[slot].holds(parts),
      let value = try parts.withLexical({ try body(recent[slot].id, $0) })
    {
      return value
    }
    guard parts.kind == .iri, let id = try id(of: Self.noNamespace) else { return nil }
    return try body(id, UnsafeBufferPointer(start: text.start + 1, count: text.count - 2))
  }

  private func hasEnoughNamespaces() throws -> Bool {
    let count =
      try namespaceCount
      ?? Int(database.integer("SELECT COUNT(*) FROM family WHERE kind = 0") ?? 0)
    namespaceCount = count
    return count >= Self.maximumNamespaces
  }
}
