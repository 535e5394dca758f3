internal import CFittedModels
package import KGModel

/// The models that extraction uses: those of the program (see `Models/`, and `fit/` for how they are
/// made), unless a measurement sets others.
package struct FittedModels: Sendable {
  /// Divides the lines of a document into entries.
  let lines: SequenceModel
  /// Divides a reference into its fields.
  let references: SequenceModel

  /// The models that are in use.
  @TaskLocal package static var current = FittedModels(
    lines: SequenceModel(kg_line_model()), references: SequenceModel(kg_reference_model()))

  /// The same models, with that of lines from a table.
  package func replacingLines(_ table: TabSeparatedTable) -> FittedModels {
    FittedModels(lines: SequenceModel(table), references: references)
  }
}

extension SequenceModel {
  fileprivate init(_ model: kg_model) {
    self.init(TabSeparatedTable(UnsafeBufferPointer(start: model.bytes, count: model.count)))
  }
}
