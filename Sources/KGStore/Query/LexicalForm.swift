internal import GRDB
internal import KGModel

/// The SQL function that gives `STR` of a term from its number and its row of the dictionary.
enum LexicalForm {
  private static let functionName = "kg_inline_form"

  static let function = DatabaseFunction(functionName, argumentCount: 1, pure: true) { values in
    guard let id = Int64.fromDatabaseValue(values[0]) else { return nil }
    return TermID(rawValue: id).inlineTerm?.literal?.lexicalForm
  }

  /// An SQL expression: a blank node has no form, a literal its own text, an IRI all of it.
  static func sql(of id: String) -> String {
    """
    (CASE WHEN \(id) > 0 THEN (SELECT CASE f.kind WHEN \(TermFamily.Kind.iri.rawValue) THEN f.text || t.lexical \
    WHEN \(TermFamily.Kind.blankNode.rawValue) THEN NULL ELSE t.lexical END \
    FROM term t JOIN family f ON f.id = t.family WHERE t.id = \(id)) \
    ELSE \(functionName)(\(id)) END)
    """
  }
}
