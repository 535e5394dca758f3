internal import KGLexicon

/// What kind of entry a line belongs to.
enum EntryLabel: String, CaseIterable {
  case paper, patent, award, project, position, degree
}

extension EntryLabel {
  /// Whether sections about these subjects hold such entries.
  func fits(_ kinds: [SectionKind]) -> Bool {
    switch self {
    case .paper: kinds.contains(.publications)
    case .patent: kinds.contains(.patents)
    case .award: kinds.contains(.awards)
    case .project: kinds.contains(.projects)
    case .position, .degree:
      kinds.contains { $0 == .experience || $0 == .education || $0 == .career || $0 == .about }
    }
  }

  /// Whether lines of such entries have a form of their own: authors and a venue, a number.
  var isUnmistakable: Bool { self == .paper || self == .patent }

  /// The subject of sections with such entries.
  var section: SectionKind {
    switch self {
    case .paper: .publications
    case .patent: .patents
    case .award: .awards
    case .project: .projects
    case .position, .degree: .career
    }
  }
}

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
