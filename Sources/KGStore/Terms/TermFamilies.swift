internal import GRDB
internal import KGModel
internal import KGRDF

/// The families of a store by number: looked up when they are needed, kept as long as this object.
final class TermFamilies {
  private let database: Database
  private var numbers: [TermFamily: Int64] = [:]
  private var families: [Int64: TermFamily] = [:]
  private var namespaceCount: Int?

  /// More namespaces than these are no help: IRIs of further ones are kept whole.
  private static let maximumNamespaces = 1 << 15
  private static let noNamespace = TermFamily(kind: .iri, text: "")

  init(_ database: Database) {
    self.database = database
  }

  func family(_ number: Int64) throws -> TermFamily? {
    if let family = families[number] { return family }
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT kind, text FROM family WHERE id = ?"),
      arguments: [number])
    guard let row, let kind = TermFamily.Kind(rawValue: row[0]) else { return nil }
    let family = TermFamily(kind: kind, text: row[1])
    remember(family, number)
    return family
  }

  func number(of family: TermFamily) throws -> Int64? {
    if let number = numbers[family] { return number }
    let number = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM family WHERE kind = ? AND text = ?"),
      arguments: [family.kind.rawValue, family.text])
    if let number { remember(family, number) }
    return number
  }

  /// The number of a family, which joins when it is new.
  func insert(_ family: TermFamily) throws -> Int64 {
    if let number = try number(of: family) { return number }
    try database.cachedStatement(sql: "INSERT INTO family (kind, text) VALUES (?, ?)")
      .execute(arguments: [family.kind.rawValue, family.text])
    remember(family, database.lastInsertedRowID)
    if family.kind == .iri { namespaceCount? += 1 }
    return database.lastInsertedRowID
  }

  private func remember(_ family: TermFamily, _ number: Int64) {
    numbers[family] = number
    families[number] = family
  }

  /// Where a term is kept: the number of its family, which joins when it is new, and its own bytes.
  func insertFamily(of text: TermText) throws -> (family: Int64, own: [UInt8]) {
    let (family, own) = TermFamily.parts(of: text)
    if family.kind == .iri, try number(of: family) == nil, try hasEnoughNamespaces() {
      return (try insert(Self.noNamespace), Array(text.bytes.dropFirst().dropLast()))
    }
    return (try insert(family), own)
  }

  /// The ways in which a term can be kept.
  func places(of text: TermText) throws -> [(family: Int64, own: [UInt8])] {
    let (family, own) = TermFamily.parts(of: text)
    var places = try number(of: family).map { [(family: $0, own: own)] } ?? []
    if family.kind == .iri, let whole = try number(of: Self.noNamespace) {
      places.append((whole, Array(text.bytes.dropFirst().dropLast())))
    }
    return places
  }

  private func hasEnoughNamespaces() throws -> Bool {
    let count =
      try namespaceCount
      ?? Int.fetchOne(database, sql: "SELECT COUNT(*) FROM family WHERE kind = 0") ?? 0
    namespaceCount = count
    return count >= Self.maximumNamespaces
  }
}
