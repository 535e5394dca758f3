internal import KGModel
internal import KGSPARQL

extension Question {
  /// Parses the query with some value for each parameter.
  ///
  /// - Throws: ``InvalidQuestion`` at the line of the file where the query is not SPARQL.
  func checkQuery(file: String) throws(InvalidQuestion) {
    let parser = SPARQLParser(prefixes: standardPrefixes)
    let values = Dictionary(
      parameters.map { ($0, Self.sample(of: $0)) }, uniquingKeysWith: { first, _ in first })
    do throws(SPARQLSyntaxError) {
      _ = try parser.parse(sparql(with: values))
    } catch {
      throw InvalidQuestion(
        file: file, line: firstQueryLine + error.line - 1, message: Self.text(of: error))
    }
    guard let gap = gapQuery(with: values) else { return }
    do throws(SPARQLSyntaxError) {
      _ = try parser.parse(gap)
    } catch {
      throw InvalidQuestion(file: file, line: 1, message: "in the gap: " + Self.text(of: error))
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
