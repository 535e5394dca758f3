import ArgumentParser
import KnowledgeGraph

/// How wide a table is.
struct TableOptions: ParsableArguments {
  @Flag(help: "Do not shorten the columns of a table that is wider than the terminal.") var wide =
    false

  /// The cells that a line of a table may take; `nil` where nothing is shortened: in a file, in a pipe, with `--wide`.
  var width: Int? { wide ? nil : Output.width }
}

/// How rows are printed.
struct RowOptions: ParsableArguments {
  /// The forms that rows have; graphs have others.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, xml, csv, tsv

    var result: ResultFormat {
      switch self {
      case .table: .table
      case .json: .json
      case .xml: .xml
      case .csv: .csv
      case .tsv: .tsv
      }
    }
  }

  @Option(help: "The form of the rows.") var format: Format = .table
  @OptionGroup var table: TableOptions

  func print(_ rows: SolutionTable) {
    print(.solutions(rows), extras: [])
  }

  /// - Parameters:
  ///   - result: `nil` for a yes/no question that the sources do not answer.
  ///   - extras: Further keys of a JSON object.
  func print(
    _ result: QueryResult?, extras: [(String, JSONValue)], hidesNodes: Bool = false
  ) {
    Output.answer(
      ResultWriter.text(
        result, format: format.result, extras: extras, hidesNodes: hidesNodes, width: table.width))
  }
}
