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
