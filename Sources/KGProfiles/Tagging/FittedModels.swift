internal import CFittedModels
internal import KGModel

/// The models that a measurement can replace: those of the program (see `Models/`, and `fit/` for how they are
/// made).
package struct FittedModels: Sendable {
  /// Divides the lines of a document into entries.
  let lines: SequenceModel
  /// Divides the entries of lists into their fields.
  let fields: SequenceModel

  /// The models that are in use.
  @TaskLocal package static var current = FittedModels(
    lines: SequenceModel(kg_line_model()), fields: SequenceModel(kg_field_model()))

  /// The same models, with others from tables in UTF-8; `nil` keeps a model.
  package func replacing(lines: [UInt8], fields: [UInt8]?) -> FittedModels {
    FittedModels(
      lines: SequenceModel(lines), fields: fields.map { SequenceModel($0) } ?? self.fields)
  }

  private init(lines: SequenceModel, fields: SequenceModel) {
    self.lines = lines
    self.fields = fields
  }
}

extension SequenceModel {
  /// Divides a reference into its fields.
  static let references = SequenceModel(kg_reference_model())

  fileprivate init(_ model: kg_model) {
    self.init(UnsafeBufferPointer(start: model.bytes, count: model.count))
  }

  /// - Parameter table: The table in UTF-8.
  init(_ table: [UInt8]) {
    self = table.withUnsafeBufferPointer { SequenceModel($0) }
  }
}
