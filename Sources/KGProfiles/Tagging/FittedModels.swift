internal import CFittedModels
package import KGModel

/// The models that a measurement can replace: those of the program (see `Models/`, and `fit/` for how they are
/// made).
package struct FittedModels: Sendable {
  /// Divides the lines of a document into entries.
  let lines: SequenceModel

  /// The models that are in use.
  @TaskLocal package static var current = FittedModels(
    lines: SequenceModel(kg_line_model()))

  /// The same models, with that of lines from a table.
  package func replacingLines(_ table: TabSeparatedTable) -> FittedModels {
    FittedModels(lines: SequenceModel(table))
  }
}

extension SequenceModel {
  /// Divides a reference into its fields.
  static let references = SequenceModel(kg_reference_model())

  fileprivate init(_ model: kg_model) {
    self.init(TabSeparatedTable(UnsafeBufferPointer(start: model.bytes, count: model.count)))
  }
}
