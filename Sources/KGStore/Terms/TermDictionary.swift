internal import GRDB
internal import KGModel

/// The terms that do not fit in a number: each once, by its row.
struct TermDictionary {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  private enum Kind: Int {
    case iri = 0
    case blankNode = 1
    case literal = 2
  }

  /// The number of a term; `nil` when no statement ever named it.
  func id(of term: Term) throws -> TermID? {
    if let id = TermID(inlining: term) { return id }
    return try database.cachedStatement(
      sql: "SELECT id FROM term WHERE lexical = ? AND kind = ? AND datatype = ? AND language = ?"
    ).id(Self.columns(term))
  }

  /// The number of a term, which joins the dictionary when it is new.
  func insert(_ term: Term) throws -> TermID {
    if let id = try id(of: term) { return id }
    let statement = try database.cachedStatement(
      sql: "INSERT INTO term (lexical, kind, datatype, language) VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: Self.columns(term))
    return TermID(rawValue: database.lastInsertedRowID)
  }

  /// The term of a number; `nil` when the dictionary has no such row.
  func term(_ id: TermID) throws -> Term? {
    if let term = id.inlineTerm { return term }
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT kind, lexical, datatype, language FROM term WHERE id = ?"),
      arguments: [id.rawValue])
    return row.flatMap(Self.term)
  }

  private static func columns(_ term: Term) -> StatementArguments {
    switch term {
    case .iri(let iri): [iri.value, Kind.iri.rawValue, "", ""]
    case .blankNode(let node): [node.label, Kind.blankNode.rawValue, "", ""]
    case .literal(let literal):
      [
        literal.lexicalForm, Kind.literal.rawValue, literal.datatype.value,
        literal.languageTag ?? "",
      ]
    }
  }

  private static func term(_ row: Row) -> Term? {
    let lexical: String = row[1]
    switch Kind(rawValue: row[0]) {
    case .iri: return .iri(lexical)
    case .blankNode: return .blankNode(BlankNode(lexical))
    case .literal:
      let language: String = row[3]
      let datatype: String = row[2]
      return .literal(
        language.isEmpty
          ? Literal(lexical, datatype: IRI(datatype)) : Literal(lexical, languageTag: language))
    case nil: return nil
    }
  }
}

extension GRDB.Statement {
  /// The number in the first column of the first row.
  fileprivate func id(_ arguments: StatementArguments) throws -> TermID? {
    try Int64.fetchOne(self, arguments: arguments).map(TermID.init(rawValue:))
  }
}
