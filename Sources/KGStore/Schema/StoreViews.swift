internal import KGModel

/// The views that people read with `sqlite3`, Python or Datasette: plain SQL, no functions of ours.
enum StoreViews {
  static let sql: String = """
    CREATE VIEW person AS
      SELECT t.s AS id, iri.lexical AS iri, \(first(Schema.name, of: "t.s")) AS name
      FROM \(typed(Schema.person)) t JOIN term iri ON iri.id = t.s;
    CREATE VIEW organization AS
      SELECT t.s AS id, iri.lexical AS iri, \(first(Schema.name, of: "t.s")) AS name
      FROM \(typed(Schema.organization)) t JOIN term iri ON iri.id = t.s;
    CREATE VIEW paper AS
      SELECT t.s AS id, iri.lexical AS iri, \(first(Schema.name, of: "t.s")) AS title,
        \(year(Schema.datePublished, of: "t.s")) AS year,
        (SELECT \(first(Schema.name, of: "v.o")) FROM spo v
          WHERE v.s = t.s AND v.p = \(id(Schema.isPartOf)) LIMIT 1) AS venue
      FROM \(typed(Schema.scholarlyArticle)) t JOIN term iri ON iri.id = t.s;
    CREATE VIEW authorship AS
      SELECT a.s AS paper, a.o AS person, \(first(Schema.name, of: "a.o")) AS name,
        (SELECT MIN(CAST(SUBSTR(m.lexical, \(RDF.namespace.count + 2)) AS INTEGER))
          FROM spo l JOIN spo x ON x.s = l.o AND x.o = a.o JOIN term m ON m.id = x.p
          WHERE l.s = a.s AND l.p = \(id(BIBO.authorList))) AS position
      FROM spo a WHERE a.p = \(id(Schema.author));
    CREATE VIEW coauthor AS
      SELECT a.o AS person, b.o AS coauthor, COUNT(*) AS papers
      FROM spo a JOIN spo b ON b.s = a.s AND b.p = a.p AND b.o <> a.o
      WHERE a.p = \(id(Schema.author)) GROUP BY a.o, b.o;
    CREATE VIEW affiliation AS
      SELECT m.s AS id, m.o AS person, g.o AS organization,
        \(first(Schema.name, of: "m.o")) AS person_name,
        \(first(Schema.name, of: "g.o")) AS organization_name,
        \(first(Org.role, of: "m.s")) AS role,
        SUBSTR(\(first(KG.kind, of: "m.s")), \(KG.namespace.count + 1)) AS kind,
        \(date(Schema.startDate, of: "m.s")) AS start, \(date(Schema.endDate, of: "m.s")) AS end,
        SUBSTR(\(first(KG.end, of: "m.s")), \(KG.namespace.count + 1)) AS end_state
      FROM spo m JOIN spo g ON g.s = m.s AND g.p = \(id(Org.organization))
      WHERE m.p = \(id(Org.member));
    CREATE VIEW patent AS
      SELECT t.s AS id, iri.lexical AS iri, \(first(Schema.name, of: "t.s")) AS title,
        \(first(Schema.identifier, of: "t.s")) AS number,
        \(year(Schema.datePublished, of: "t.s")) AS year
      FROM \(typed(BIBO.patent)) t JOIN term iri ON iri.id = t.s;
    """

  /// The row of an IRI, looked up when the view is read.
  private static func id(_ iri: IRI) -> String {
    "(SELECT id FROM term WHERE lexical = '\(iri.value)' AND kind = 0)"
  }

  private static func typed(_ type: IRI) -> String {
    "(SELECT s FROM pos WHERE p = \(id(RDF.type)) AND o = \(id(type)))"
  }

  /// The least value of a property as text.
  private static func first(_ predicate: IRI, of subject: String) -> String {
    "(SELECT MIN(x.lexical) FROM spo y JOIN term x ON x.id = y.o WHERE y.s = \(subject) AND y.p = \(id(predicate)))"
  }

  private static func year(_ predicate: IRI, of subject: String) -> String {
    "CAST(SUBSTR(\(date(predicate, of: subject)), 1, 4) AS INTEGER)"
  }

  /// The least date of a property, decoded from its number as `TermID` describes.
  private static func date(_ predicate: IRI, of subject: String) -> String {
    let value = "(y.o & \((1 << 56) - 1))"
    return """
      (SELECT MIN(CASE y.o >> 56
        WHEN 2 THEN printf('%04d', \(value))
        WHEN 3 THEN printf('%04d-%02d', \(value) / 12, \(value) % 12 + 1)
        WHEN 4 THEN printf('%04d-%02d-%02d', \(value) / 372, \(value) / 31 % 12 + 1, \(value) % 31 + 1)
        ELSE (SELECT lexical FROM term WHERE id = y.o) END)
        FROM spo y WHERE y.s = \(subject) AND y.p = \(id(predicate)))
      """
  }
}
