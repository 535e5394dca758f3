/// The label of a line: the kind of its entry, and whether the entry begins there.
///
/// The model's names of the labels are `B-paper` for the first line of a publication, `I-paper` for
/// its other lines, and `O` for lines of no entry.
struct LineLabel: Equatable {
  /// `nil` for a line of no entry.
  let kind: EntryLabel?
  let isFirst: Bool

  static let none = LineLabel(kind: nil, isFirst: false)

  init(kind: EntryLabel?, isFirst: Bool) {
    self.kind = kind
    self.isFirst = isFirst
  }

  /// - Parameter name: A label of the model. Any other text means no entry.
  init(_ name: String) {
    kind = EntryLabel(rawValue: String(name.dropFirst(2)))
    isFirst = kind != nil && name.hasPrefix("B-")
  }

  /// The labels of a document's lines.
  static func labels(of lines: [AnnotatedLine]) -> [LineLabel] {
    let model = FittedModels.current.lines
    let names = model.labels.map(LineLabel.init)
    return SequenceTagger(model).labels(of: LineFeatures.features(of: lines)).map { names[$0] }
  }
}

/// A line with what it is.
struct LabelledLine {
  let line: AnnotatedLine
  let label: LineLabel
  /// The place among the lines of the document.
  let number: Int
}
