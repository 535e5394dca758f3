internal import KGModel
internal import KGRDF

/// The terms that are not inlined in their id: one row for each.
///
/// `term_hash` maps 32 bits of the hash of a term's canonical N-Triples form to its row, in a third of the
/// space of an index on the text. The rows themselves are compared, so a collision only costs time.
final class TermDictionary {
  private let database: Database
  let families: TermFamilies
  private var find: PreparedStatement?
  private var fetch: PreparedStatement?
  private var fetchRange: PreparedStatement?

  /// The message of the error for a statement whose term is not in the dictionary.
  static let missingTerm = "a statement refers to a term that is not in the dictionary"

  init(_ database: Database) {
    self.database = database
    families = TermFamilies(database)
  }

  /// The value of the column `term_hash.hash`.
  static func storedHash(_ hash: UInt64) -> Int64 {
    Int64(Int32(truncatingIfNeeded: hash >> 32))
  }

  static func storedHash(of term: Term) -> Int64 { storedHash(textHash(NTriplesWriter.text(term))) }

  /// The part of an IRI that is stored as its family.
  static func namespace(of iri: IRI) -> String {
    Array(NTriplesWriter.text(.iri(iri)).utf8).withUnsafeBufferPointer {
      TermParts(TermText($0)).family.text
    }
  }

  /// The id of a term; `nil` when the store does not contain it.
  func id(of term: Term) throws -> TermID? {
    if let id = TermID(inlining: term) { return id }
    let term = term.iri.map { .iri($0.standard) } ?? term
    var bytes: [UInt8] = []
    NTriplesWriter.append(term, to: &bytes)
    return try bytes.withUnsafeBufferPointer { buffer in
      let text = TermText(buffer)
      return try row(of: text, hash: textHash(text.start, text.count)).map(TermID.init(rawValue:))
    }
  }

  /// The row of a term in canonical N-Triples form; `nil` when there is none.
  func row(of text: TermText, hash: UInt64) throws -> Int64? {
    let find =
      try find
      ?? PreparedStatement(
        kept: """
          SELECT h.id FROM term_hash h JOIN term t ON t.id = h.id
          WHERE h.hash = ? AND t.family = ? AND t.lexical = ?
          """, by: database)
    self.find = find
    return try families.firstStoredForm(of: text) { family, lexical in
      find.bind(Self.storedHash(hash), at: 1)
      find.bind(family, at: 2)
      find.bind(text: lexical, at: 3)
      defer { find.reset() }
      return try find.step() ? find.int(0) : nil
    }
  }

  /// The term with an id; `nil` when the dictionary has no such row.
  func term(_ id: TermID) throws -> Term? {
    guard id.isRow else { return id.inlineTerm }
    let fetch =
      try fetch
      ?? PreparedStatement(kept: "SELECT family, lexical FROM term WHERE id = ?", by: database)
    self.fetch = fetch
    fetch.bind(id.rawValue, at: 1)
    defer { fetch.reset() }
    guard try fetch.step(), let family = try families.family(fetch.int(0)) else { return nil }
    return family.term(lexical: fetch.text(1))
  }

  /// Calls `body` with the id and term of each existing row in a range.
  func terms(in rows: ClosedRange<Int64>, _ body: (Int64, Term) -> Void) throws {
    let fetch =
      try fetchRange
      ?? PreparedStatement(
        kept: "SELECT id, family, lexical FROM term WHERE id BETWEEN ? AND ?", by: database)
    fetchRange = fetch
    fetch.bind(rows.lowerBound, at: 1)
    fetch.bind(rows.upperBound, at: 2)
    defer { fetch.reset() }
    while try fetch.step() {
      guard let family = try families.family(fetch.int(1)) else { continue }
      body(fetch.int(0), family.term(lexical: fetch.text(2)))
    }
  }

  /// Removes a term that no statement contains any more.
  func remove(_ row: Int64) throws {
    guard let term = try term(TermID(rawValue: row)) else { return }
    try database.execute(
      "DELETE FROM term_hash WHERE hash = ? AND id = ?", [Self.storedHash(of: term), row])
    try database.execute("DELETE FROM term WHERE id = ?", [row])
  }
}
