internal import GRDB

/// The tables, and how a store made by an older version becomes a current one.
///
/// | table | holds |
/// |---|---|
/// | source | one row a document |
/// | family, term, term_hash | terms that do not fit in a number, see `TermID` and `TermFamily` |
/// | statement_block | what each source says, in the order of the document, see `StatementBlock` |
/// | receipt | where a document says a statement |
/// | decision | which nodes are one, with reasons |
/// | entity | the entity of each node that is one with others |
/// | spo, pos | the default graph as queries see it: nodes are entities, each triple once. `n` counts the statements that say it |
/// | gspo, spog, posg | the same for named graphs |
/// | predicate | the predicates in use, with how many triples, subjects and objects they had when they were last counted: for patterns that bind an object only, and for the order of joins |
/// | counted | one row: how many statements there were when predicates were last counted, and how many came since |
/// | joined | the statements about nodes that are one with others, as they were said |
/// | name | literals that name something, by the hash of their folded form |
/// | name_words | the words of these names for FTS5; runs of Han characters as single ones and pairs |
/// | name_vocabulary | every word in it |
///
/// Two orders serve all patterns: a subject or nothing is looked up in `spo`, a predicate or an object in
/// `pos`, the latter once a predicate. A third order would take a third more space for a pattern that is
/// rare.
enum StoreSchema {
  /// "kg01": tells our files from other SQLite files.
  static let applicationID = 0x6B67_3031
  /// Stores before this version were never released.
  static let oldestVersion = 2
  static let version = oldestVersion + migrations.count - 1

  /// Every table but the full-text one; what refers to others comes first.
  static let tables = [
    "statement_block", "receipt", "spo", "pos", "gspo", "spog", "posg", "predicate", "joined",
    "counted", "name", "term_hash", "term", "family", "entity", "decision", "source",
  ]

  private static let migrations: [String] = [
    """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, absolute_path TEXT NOT NULL,
      kind TEXT NOT NULL, byte_count INTEGER NOT NULL, fingerprint TEXT NOT NULL,
      statement_count INTEGER NOT NULL, ingested_at TEXT NOT NULL);
    CREATE TABLE family (
      id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (kind, text));
    CREATE TABLE term (id INTEGER PRIMARY KEY, family INTEGER NOT NULL, lexical TEXT NOT NULL);
    CREATE TABLE term_hash (
      hash INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (hash, id)) WITHOUT ROWID;
    -- A source's row comes last, when all is known of it: what refers to it is checked at the commit.
    CREATE TABLE statement_block (
      source INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (source, number)) WITHOUT ROWID;
    -- Columns of the key come first: integrity_check of SQLite 3.40 takes others for NULL.
    CREATE TABLE receipt (
      source INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
      s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL, byte_start INTEGER NOT NULL,
      byte_end INTEGER NOT NULL, rule TEXT NOT NULL, line INTEGER NOT NULL, words TEXT NOT NULL,
      PRIMARY KEY (source, s, p, o, byte_start, byte_end, rule)) WITHOUT ROWID;
    CREATE TABLE decision (
      first INTEGER NOT NULL, second INTEGER NOT NULL, reasons TEXT NOT NULL,
      PRIMARY KEY (first, second)) WITHOUT ROWID;
    CREATE INDEX decision_second ON decision (second);
    CREATE TABLE entity (node INTEGER PRIMARY KEY, entity INTEGER NOT NULL);
    CREATE INDEX entity_members ON entity (entity);
    CREATE TABLE spo (
      s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL, n INTEGER NOT NULL DEFAULT 1,
      PRIMARY KEY (s, p, o)) WITHOUT ROWID;
    CREATE TABLE pos (
      p INTEGER NOT NULL, o INTEGER NOT NULL, s INTEGER NOT NULL, PRIMARY KEY (p, o, s)) WITHOUT ROWID;
    CREATE TABLE gspo (
      g INTEGER NOT NULL, s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL,
      n INTEGER NOT NULL, PRIMARY KEY (g, s, p, o)) WITHOUT ROWID;
    CREATE TABLE spog (
      s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL, g INTEGER NOT NULL,
      PRIMARY KEY (s, p, o, g)) WITHOUT ROWID;
    CREATE TABLE posg (
      p INTEGER NOT NULL, o INTEGER NOT NULL, s INTEGER NOT NULL, g INTEGER NOT NULL,
      PRIMARY KEY (p, o, s, g)) WITHOUT ROWID;
    CREATE TABLE predicate (
      p INTEGER PRIMARY KEY, triples INTEGER NOT NULL DEFAULT 0,
      subjects INTEGER NOT NULL DEFAULT 0, objects INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE counted (statements INTEGER NOT NULL, added INTEGER NOT NULL);
    INSERT INTO counted VALUES (0, 0);
    CREATE TABLE joined (
      s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL, g INTEGER NOT NULL,
      n INTEGER NOT NULL, PRIMARY KEY (s, p, o, g)) WITHOUT ROWID;
    CREATE INDEX joined_object ON joined (o);
    CREATE TABLE name (
      hash INTEGER NOT NULL, literal INTEGER NOT NULL, PRIMARY KEY (hash, literal)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE name_words USING fts5 (
      words, content = '', columnsize = 0, detail = none,
      tokenize = 'unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE name_vocabulary USING fts5vocab (name_words, row);
    -- Words wait in up to 32 MB of memory: a large load leaves few pieces for later changes to merge.
    INSERT INTO name_words (name_words, rank) VALUES ('hashsize', 33554432);
    """ + StoreViews.sql + statistics,
    // Sources of several files, and PDFs, whose pages count their lines.
    "ALTER TABLE receipt ADD COLUMN part TEXT NOT NULL DEFAULT ''",
    // A document of which it is not known what was read is read anew.
    "ALTER TABLE source ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
  ]

  /// What a graph of researchers looks like, for SQLite's planner: a subject has some ten triples, a
  /// predicate very many, an object a few of each. Fixed, so that a view is read in the same way whatever
  /// is in the file.
  private static let statistics = """
    ANALYZE sqlite_schema;
    DELETE FROM sqlite_stat1;
    INSERT INTO sqlite_stat1 VALUES
      ('spo', 'spo', '10000000 8 2 1'), ('pos', 'pos', '10000000 500000 5 1');
    """

  /// Brings an open file to the current version, in one transaction.
  static func migrate(_ database: Database) throws {
    guard try needsMigration(database) else { return }
    try database.inTransaction(.immediate) {
      // Another process may have been faster.
      guard try needsMigration(database) else { return .rollback }
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      for migration in migrations[max(0, version - oldestVersion + 1)...] {
        try database.execute(sql: migration)
      }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(Self.version)")
      return .commit
    }
  }

  /// What in the schema of a current store is not as it was made; `nil` when all is there. Views and
  /// indexes of another hand do no harm, triggers would act on what is stored.
  static func problem(in database: Database) throws -> String? {
    let trigger = try String.fetchOne(
      database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' LIMIT 1")
    if let trigger { return "it has a trigger, '\(trigger)', which kg never makes" }
    let found = try Set(
      String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'"))
    return (tables + ["name_words", "name_vocabulary"]).first { !found.contains($0) }.map {
      "the table '\($0)' is missing"
    }
  }

  private static func needsMigration(_ database: Database) throws -> Bool {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    return version == 0 || (oldestVersion..<Self.version).contains(version)
  }
}
