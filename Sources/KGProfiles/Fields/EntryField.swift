/// The fields that are read from the entries of a list of positions and degrees.
enum EntryField: String, CaseIterable {
  case organization, unit, role, degree, subject, period
}

/// What a token of an entry belongs to.
///
/// The model's names of the labels are `B-role` for the first token of a role, `I-role` for its other
/// tokens, and `O` for tokens of no field.
struct FieldLabel: Equatable {
  /// `nil` for a token of no field.
  let field: EntryField?
  let isFirst: Bool

  static let none = FieldLabel(field: nil, isFirst: false)

  init(field: EntryField?, isFirst: Bool) {
    self.field = field
    self.isFirst = isFirst
  }

  /// - Parameter name: A label of the model. Any other text means no field.
  init(_ name: String) {
    field = EntryField(rawValue: String(name.dropFirst(2)))
    isFirst = field != nil && name.hasPrefix("B-")
  }
}
