internal import GRDB
internal import KGModel

/// The SQL function that gives the lexical form of a term that is in its number.
enum InlineForm {
  static let functionName = "kg_inline_form"

  static let function = DatabaseFunction(functionName, argumentCount: 1, pure: true) { values in
    guard let id = Int64.fromDatabaseValue(values[0]) else { return nil }
    return TermID(rawValue: id).inlineTerm?.literal?.lexicalForm
  }
}
