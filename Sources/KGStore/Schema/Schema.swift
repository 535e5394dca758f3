internal import GRDB

/// The tables, and how a store made by an older version becomes a current one.
///
/// | table | holds |
/// |---|---|
/// | source | one row a document |
/// | term | terms that do not fit in a number, see `TermID` |
/// | statement | who said what: subject, predicate, object, source |
/// | receipt | where a source says a statement |
/// | decision | which nodes are one, with reasons |
/// | entity | the entity of each node that is not its own |
/// | spo, pos, osp | what queries read: statements with nodes replaced by their entities, each once |
/// | name | names of nodes, folded |
/// | name_words | the words of these names for FTS5; runs of Han characters as single ones and pairs |
enum StoreSchema {
  /// "kg01": tells our files from other SQLite files.
  static let applicationID = 0x6B67_3031
  static let version = migrations.count

  private static let migrations: [String] = [
    """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, absolute_path TEXT NOT NULL,
      kind TEXT NOT NULL, byte_count INTEGER NOT NULL, fingerprint TEXT NOT NULL);
    CREATE TABLE term (
      id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, lexical TEXT NOT NULL,
      datatype TEXT NOT NULL, language TEXT NOT NULL);
    CREATE UNIQUE INDEX term_lexical ON term (lexical, kind, datatype, language);
    CREATE TABLE statement (
      s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL,
      source INTEGER NOT NULL REFERENCES source (id), PRIMARY KEY (s, p, o, source)) WITHOUT ROWID;
    CREATE INDEX statement_source ON statement (source);
    CREATE INDEX statement_object ON statement (o);
    CREATE TABLE receipt (
      source INTEGER NOT NULL REFERENCES source (id), s INTEGER NOT NULL, p INTEGER NOT NULL,
      o INTEGER NOT NULL, byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL,
      line INTEGER NOT NULL, words TEXT NOT NULL, rule TEXT NOT NULL,
      PRIMARY KEY (source, s, p, o, byte_start, byte_end, rule)) WITHOUT ROWID;
    CREATE TABLE decision (
      first INTEGER NOT NULL, second INTEGER NOT NULL, reasons TEXT NOT NULL,
      PRIMARY KEY (first, second)) WITHOUT ROWID;
    CREATE INDEX decision_second ON decision (second);
    CREATE TABLE entity (node INTEGER PRIMARY KEY, entity INTEGER NOT NULL);
    CREATE INDEX entity_members ON entity (entity);
    CREATE TABLE spo (
      s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL, PRIMARY KEY (s, p, o)) WITHOUT ROWID;
    CREATE TABLE pos (
      p INTEGER NOT NULL, o INTEGER NOT NULL, s INTEGER NOT NULL, PRIMARY KEY (p, o, s)) WITHOUT ROWID;
    CREATE TABLE osp (
      o INTEGER NOT NULL, s INTEGER NOT NULL, p INTEGER NOT NULL, PRIMARY KEY (o, s, p)) WITHOUT ROWID;
    CREATE TABLE name (
      id INTEGER PRIMARY KEY, node INTEGER NOT NULL, literal INTEGER NOT NULL, key TEXT NOT NULL,
      UNIQUE (node, literal));
    CREATE INDEX name_key ON name (key);
    CREATE VIRTUAL TABLE name_words USING fts5 (
      words, detail = none, tokenize = 'unicode61 remove_diacritics 0');
    """ + StoreViews.sql
  ]

  /// Brings an open file to the current version, in one transaction.
  static func migrate(_ database: Database) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version < Self.version else { return }
    try database.inTransaction(.immediate) {
      for migration in migrations[version...] { try database.execute(sql: migration) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(Self.version)")
      return .commit
    }
  }
}
