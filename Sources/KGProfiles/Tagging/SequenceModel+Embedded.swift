internal import CFittedModels
internal import KGModel

/// The models that are part of the program; see `Models/`, and `fit/` for how they are made.
extension SequenceModel {
  /// Segments the lines of a document.
  static let lines = SequenceModel(kg_line_model())
  /// Segments the words of a reference.
  static let references = SequenceModel(kg_reference_model())

  private init(_ model: kg_model) {
    self.init(TabSeparatedTable(UnsafeBufferPointer(start: model.bytes, count: model.count)))
  }
}
