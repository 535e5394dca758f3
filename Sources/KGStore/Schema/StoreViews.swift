internal import KGModel

/// The views that people read with `sqlite3`, Python or Datasette: plain SQL without custom functions.
/// `docs/views.md` describes them.
///
/// A relation that can be looked up from both ends joins `spo` with the same row of `pos`, so that SQLite can
/// start from the index of whichever end is given.
enum StoreViews {
  static let sql: String = """
    \(parts)
    CREATE VIEW person AS
      SELECT t.s AS id, \(text(of: "t.s")) AS iri, \(first(Schema.name, of: "t.s")) AS name
      FROM \(typed(Schema.person)) t;
    CREATE VIEW organization AS
      SELECT t.s AS id, \(text(of: "t.s")) AS iri, \(first(Schema.name, of: "t.s")) AS name
      FROM \(typed(Schema.organization)) t;
    CREATE VIEW paper AS
      SELECT t.s AS id, \(text(of: "t.s")) AS iri, \(first(Schema.name, of: "t.s")) AS title,
        \(year(Schema.datePublished, of: "t.s")) AS year,
        (SELECT \(first(Schema.name, of: "v.o")) FROM spo v
          WHERE v.s = t.s AND v.p = \(id(Schema.isPartOf)) LIMIT 1) AS venue
      FROM \(typed(Schema.scholarlyArticle)) t;
    CREATE VIEW authorship AS
      SELECT w.s AS paper, a.o AS person, \(first(Schema.name, of: "a.o")) AS name,
        (SELECT MIN(CAST(SUBSTR(m.lexical, 2) AS INTEGER))
          FROM spo l JOIN spo x ON x.s = l.o AND x.o = a.o JOIN term m ON m.id = x.p
          WHERE l.s = a.s AND l.p = \(id(BIBO.authorList))) AS position
      FROM \(bothEnds(Schema.author, subject: "w", object: "a"));
    CREATE VIEW coauthor AS
      SELECT a.o AS person, b.o AS coauthor, COUNT(*) AS papers
      FROM pos a JOIN spo b ON b.s = a.s AND b.p = \(id(Schema.author)) AND b.o <> a.o
      WHERE a.p = \(id(Schema.author)) GROUP BY a.o, b.o;
    CREATE VIEW affiliation AS
      SELECT m.s AS id, m.o AS person, g.o AS organization,
        \(first(Schema.name, of: "m.o")) AS person_name,
        \(first(Schema.name, of: "g.o")) AS organization_name,
        \(first(Org.role, of: "m.s")) AS role,
        SUBSTR(\(first(KG.kind, of: "m.s")), \(KG.namespace.count + 1)) AS kind,
        \(date(Schema.startDate, of: "m.s")) AS start, \(date(Schema.endDate, of: "m.s")) AS end,
        SUBSTR(\(first(KG.end, of: "m.s")), \(KG.namespace.count + 1)) AS end_state
      FROM \(bothEnds(Org.member, subject: "x", object: "m"))
        JOIN \(bothEnds(Org.organization, subject: "y", object: "g")) AND y.s = x.s AND g.s = m.s;
    CREATE VIEW patent AS
      SELECT t.s AS id, \(text(of: "t.s")) AS iri, \(first(Schema.name, of: "t.s")) AS title,
        \(first(Schema.identifier, of: "t.s")) AS number,
        \(year(Schema.datePublished, of: "t.s")) AS year
      FROM \(typed(BIBO.patent)) t;
    """

  /// Views that the others are built from. SQLite parses all views whenever the file is opened, and short
  /// views save a tenth of the time of a small question.
  private static let parts = """
    CREATE VIEW term_iri AS SELECT t.id AS id, h.hash AS hash, f.text AS namespace, t.lexical AS name
      FROM term_hash h JOIN term t ON t.id = h.id JOIN family f ON f.id = t.family AND f.kind = 0;
    CREATE VIEW term_text AS SELECT x.id AS id,
      CASE f.kind WHEN 0 THEN f.text || x.lexical ELSE x.lexical END AS text
      FROM term x JOIN family f ON f.id = x.family;
    CREATE VIEW said_text AS SELECT y.s AS s, y.p AS p, x.text AS text
      FROM spo y JOIN term_text x ON x.id = y.o;
    CREATE VIEW said_date AS SELECT y.s AS s, y.p AS p, CASE
      WHEN y.o >= 0 THEN \(text(of: "y.o"))
      WHEN y.o >= \(TermID.yearBase) THEN printf('%04d', y.o - (\(TermID.yearBase)))
      WHEN y.o >= \(TermID.monthBase) THEN printf('%04d-%02d', \(months) / 12, \(months) % 12 + 1)
      WHEN y.o >= \(TermID.dayBase) THEN
        printf('%04d-%02d-%02d', \(days) / 372, \(days) / 31 % 12 + 1, \(days) % 31 + 1)
      END AS date FROM spo y;

    """
  private static let months = "(y.o - (\(TermID.monthBase)))"
  private static let days = "(y.o - (\(TermID.dayBase)))"

  /// The row of an IRI, looked up when the view is read, because views are created before any term exists.
  private static func id(_ iri: IRI) -> String {
    let namespace = TermDictionary.namespace(of: iri)
    return """
      (SELECT id FROM term_iri WHERE hash = \(TermDictionary.storedHash(of: .iri(iri))) \
      AND namespace = '\(namespace)' AND name = '\(iri.value.dropFirst(namespace.count))')
      """
  }

  /// The statements of a predicate, from the index by subject and the index by object.
  private static func bothEnds(_ predicate: IRI, subject: String, object: String) -> String {
    """
    spo \(subject) JOIN pos \(object) ON \(subject).p = \(id(predicate)) AND \(object).p = \(id(predicate)) \
    AND \(object).s = \(subject).s AND \(object).o = \(subject).o
    """
  }

  private static func typed(_ type: IRI) -> String {
    "(SELECT s FROM pos WHERE p = \(id(RDF.type)) AND o = \(id(type)))"
  }

  private static func text(of id: String) -> String {
    "(SELECT text FROM term_text WHERE id = \(id))"
  }

  /// The smallest value of a property as text.
  private static func first(_ predicate: IRI, of subject: String) -> String {
    "(SELECT MIN(text) FROM said_text WHERE s = \(subject) AND p = \(id(predicate)))"
  }

  private static func year(_ predicate: IRI, of subject: String) -> String {
    "CAST(SUBSTR(\(date(predicate, of: subject)), 1, 4) AS INTEGER)"
  }

  /// The earliest date of a property, decoded from its id as `TermID` describes.
  private static func date(_ predicate: IRI, of subject: String) -> String {
    "(SELECT MIN(date) FROM said_date WHERE s = \(subject) AND p = \(id(predicate)))"
  }
}
