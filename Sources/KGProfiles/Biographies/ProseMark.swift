internal import KGLexicon
internal import KGModel
internal import KGText

/// A part of a sentence with a meaning: a name, a role, a degree, a date, a cue, a sign between clauses.
struct ProseMark {
  enum Kind {
    /// An organization that people work or study at.
    case place
    /// A part of an organization.
    case unit
    case role(MembershipKind)
    case degree(DegreeLevel)
    case date(DatedText)
    case advisers([Stated<String>])
    case cue(BiographyCue)
    /// The name of a person who is the subject of the verb after it.
    case name
    /// The name of someone whom the sentence mentions: “with Ada Quill”.
    case person
    case comma, semicolon, opening, closing
  }

  let kind: Kind
  let span: Span

  /// The meaning of a cue; `nil` for other marks.
  var word: BiographyWord? {
    if case .cue(let cue) = kind { cue.word } else { nil }
  }

  /// Whether the mark is a cue that says what someone does or did at an organization.
  var isVerb: Bool { word?.isVerb ?? false }

  /// Whether the mark is a role or a degree.
  var isTitle: Bool {
    switch kind {
    case .role, .degree: true
    default: false
    }
  }

  var isPlace: Bool { if case .place = kind { true } else { false } }
  var isUnit: Bool { if case .unit = kind { true } else { false } }
  var isDate: Bool { if case .date = kind { true } else { false } }
  var isName: Bool { if case .name = kind { true } else { false } }
}
