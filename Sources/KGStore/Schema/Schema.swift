/// The tables of a store, and the migrations from older versions.
///
/// | table | holds |
/// |---|---|
/// | source | one row per document |
/// | family, term, term_hash | terms whose value is not inlined in the id, see `TermID` and `TermFamily` |
/// | statement_block | the statements of each source in the order of the document, see `StatementBlock` |
/// | receipt | the places in a document that assert a statement |
/// | decision | the identity decisions with their reasons |
/// | judgement | what people said of two nodes, by their IRIs: `same` is 1 for one person, 0 for two, 2 for neither; those of one step are undone together |
/// | forgotten | keyed hashes of people whom the store was told to forget; see `ForgottenPeople` |
/// | entity | the entity of each joined node |
/// | spo, pos | the default graph as queries see it: nodes are entities, each triple once. `n` counts the statements that assert it |
/// | gspo, spog, posg | the same for named graphs |
/// | predicate | the predicates in use, with their numbers of triples, subjects and objects at the last count: for patterns that bind the object only, and for the order of joins |
/// | counted | one row: the number of statements at the last count of predicates, and the number added since |
/// | joined | the statements about joined nodes, as they were asserted |
/// | name | the literals that are names, by the hash of their folded form |
/// | name_words | the words of these names for FTS5; Han text as single characters and pairs |
/// | name_vocabulary | every word in name_words |
///
/// Two indexes serve all patterns: a bound subject, or no bound term, is looked up in `spo`; a predicate or an
/// object in `pos`, the object once per predicate. A third index would take a third more space for a rare
/// pattern.
enum StoreSchema {
  /// "kg01": distinguishes stores from other SQLite files.
  static let applicationID = 0x6B67_3031
  /// Stores before this version were never released.
  static let oldestVersion = 2
  static let version = oldestVersion + migrations.count - 1

  /// Every table except the full-text index; tables that refer to others come first.
  static let tables = [
    "statement_block", "receipt", "spo", "pos", "gspo", "spog", "posg", "predicate", "joined",
    "counted", "name", "term_hash", "term", "family", "entity", "decision", "judgement", "source",
    "forgotten",
  ]

  /// The tables that say what the sources say, or follow from it: without sources they are empty.
  static let sourceTables = tables.filter { $0 != "forgotten" && $0 != "judgement" }

  /// The versions that the tables are from which the oldest stores do not have: such a store can be read as it is.
  private static let firstVersions = ["judgement": 5, "forgotten": 6]

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
    -- The row of a source is inserted last, so references to it are checked at the commit.
    CREATE TABLE statement_block (
      source INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (source, number)) WITHOUT ROWID;
    -- Columns of the key come first, because integrity_check of SQLite 3.40 reads others as NULL.
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
    -- Collect words in up to 32 MB of memory, so that a large load leaves few segments to merge later.
    INSERT INTO name_words (name_words, rank) VALUES ('hashsize', 33554432);
    """ + StoreViews.sql + statistics,
    // For sources of several files, and for PDFs, whose lines are counted per page.
    "ALTER TABLE receipt ADD COLUMN part TEXT NOT NULL DEFAULT ''",
    // A document with an empty digest is ingested again.
    "ALTER TABLE source ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
    // Nodes by their IRIs: a node that no source names any more may be named again.
    """
    CREATE TABLE judgement (
      number INTEGER PRIMARY KEY, step INTEGER NOT NULL, same INTEGER NOT NULL,
      first TEXT NOT NULL, second TEXT NOT NULL, date TEXT NOT NULL)
    """,
    "CREATE TABLE forgotten (hash TEXT PRIMARY KEY, kind TEXT NOT NULL) WITHOUT ROWID",
  ]

  /// Typical statistics of a graph of researchers, for SQLite's planner: about ten triples per subject, very
  /// many per predicate, a few per object and predicate. They are fixed, so that views have the same query
  /// plan in every file.
  private static let statistics = """
    ANALYZE sqlite_schema;
    DELETE FROM sqlite_stat1;
    INSERT INTO sqlite_stat1 VALUES
      ('spo', 'spo', '10000000 8 2 1'), ('pos', 'pos', '10000000 500000 5 1');
    """

  /// Migrates an open file to the current version, in one transaction.
  static func migrate(_ database: Database) throws {
    guard try needsMigration(database) else { return }
    try database.transaction(.immediate) {
      // Another process may have migrated the file meanwhile.
      guard try needsMigration(database) else { return }
      let version = try version(of: database)
      for migration in migrations[max(0, version - oldestVersion + 1)...] {
        try database.execute(migration)
      }
      try database.execute(
        "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(Self.version)")
    }
  }

  /// How the schema of a current store differs from the one that `kg` creates; `nil` when it is complete.
  /// Additional views and indexes are allowed; triggers are not, because they would change what is stored.
  static func problem(in database: Database) throws -> String? {
    let trigger = try database.text(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' LIMIT 1")
    if let trigger { return "it has a trigger, '\(trigger)', which kg never makes" }
    let found = try Set(
      database.texts("SELECT name FROM sqlite_schema WHERE type = 'table'"))
    let version = try version(of: database)
    let expected = tables.filter { (firstVersions[$0] ?? oldestVersion) <= version }
    return (expected + ["name_words", "name_vocabulary"]).first { !found.contains($0) }.map {
      "the table '\($0)' is missing"
    }
  }

  private static func needsMigration(_ database: Database) throws -> Bool {
    let version = try version(of: database)
    return version == 0 || (oldestVersion..<Self.version).contains(version)
  }

  /// Whether a file has the mark of a store.
  static func isStore(_ database: Database) throws -> Bool {
    try database.integer("PRAGMA application_id") == Int64(applicationID)
  }

  /// The version of the schema that a file has; 0 for a new file.
  static func version(of database: Database) throws -> Int {
    Int(try database.integer("PRAGMA user_version") ?? 0)
  }
}
