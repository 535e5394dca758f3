internal import KGModel
internal import KGSPARQL

extension Question {
  /// Checks that the parameters of the header, of the phrasings and of the query are the same, and that the query is
  /// SPARQL. Built-in questions are not checked when they are read, to save time: a test does it.
  ///
  /// - Throws: ``InvalidQuestion`` at the line that is wrong.
  func check(file: String) throws(InvalidQuestion) {
    try checkParameters()
    try checkPhrasings()
    try checkQuery(file: file)
  }

  /// Each parameter is declared once, and the query uses it.
  private func checkParameters() throws(InvalidQuestion) {
    var declared: Set<String> = []
    for field in header.fields("parameter") {
      guard declared.insert(field.value).inserted else {
        throw header.error(field, "parameter '\(field.value)' is declared twice")
      }
      guard sparql.contains("{\(field.value)}") else {
        throw header.error(field, "the query does not use {\(field.value)}")
      }
    }
  }

  /// Every wording of a phrasing gives each parameter one value, and names no other parameter.
  private func checkPhrasings() throws(InvalidQuestion) {
    for (field, pattern) in zip(header.phrasings, patterns) {
      for parameter in parameters {
        let occurrences = pattern.occurrences(of: parameter)
        if occurrences.lowerBound == 0 {
          throw header.error(
            field,
            occurrences.upperBound == 0
              ? "the phrasing lacks {\(parameter)}"
              : "the phrasing lacks {\(parameter)} in some of its alternatives")
        }
        if occurrences.upperBound > 1 {
          throw header.error(field, "the phrasing contains {\(parameter)} more than once")
        }
      }
      if let name = pattern.parameters.subtracting(parameters).min() {
        throw header.error(
          field,
          "the phrasing contains {\(name)}, but the header has no line '# parameter: \(name)'")
      }
    }
  }

  /// Parses the query with some value for each parameter.
  private func checkQuery(file: String) throws(InvalidQuestion) {
    let parser = SPARQLParser(prefixes: standardPrefixes)
    let values = Dictionary(
      parameters.map { ($0, Self.sample(of: $0)) }, uniquingKeysWith: { first, _ in first })
    do throws(SPARQLSyntaxError) {
      _ = try parser.parse(sparql(with: values))
    } catch {
      throw InvalidQuestion(
        file: file, line: header.lineCount + error.line, message: Self.text(of: error))
    }
    guard let gap = gapQuery(with: values), let field = header.fields("gap").first else { return }
    do throws(SPARQLSyntaxError) {
      _ = try parser.parse(gap)
    } catch {
      throw header.error(field, "in the gap: " + Self.text(of: error))
    }
  }

  private static func sample(of parameter: String) -> String {
    switch ParameterKind(name: parameter) {
    case .year: "\"2020\""
    case .text: "\"text\""
    default: "<https://kg.example/sample>"
    }
  }

  private static func text(of error: SPARQLSyntaxError) -> String {
    error.message + (error.suggestion.map { "; " + $0 } ?? "")
  }
}
