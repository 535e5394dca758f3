internal import KGLexicon
internal import KGModel
internal import KGText

/// What a part of a sentence around one verb states: roles or degrees, organizations, dates, advisers.
///
///     [From 2016 to 2019] [I was] a [postdoc] at [X] and [Y]
struct ProseStatement {
  struct Title {
    let span: Span
    let kind: Kind
    /// A date that directly follows it.
    var date: Stated<DatedText>?
    /// Whether it comes after the organization: “joined X as a lecturer”.
    var followsPlace = false

    enum Kind {
      case role(MembershipKind)
      case degree(DegreeLevel)
    }

    var isDegree: Bool { if case .degree = kind { true } else { false } }
  }

  struct Place {
    let span: Span
    var units: [Span] = []
    /// The cue before it: “at”, “from”, a verb; `nil` for none.
    var lead: BiographyWord?
    /// Whether a comma or a bracket is before it.
    var isApposition = false
    var date: Stated<DatedText>?
    /// Whether the date is not that of the organizations before, too.
    var ownsDate = false
  }

  var verbs: [(word: BiographyWord, span: Span)] = []
  var time: BiographyTime?
  var titles: [Title] = []
  var places: [Place] = []
  /// Units whose organization has not been named yet.
  var units: [Span] = []
  /// The cue before the first of them.
  var unitLead: BiographyWord?
  /// Dates of no single role, degree or organization, and whether they come before all of these.
  var dates: [Stated<DatedText>] = []
  var isDateLeading = false
  var advisers: [Stated<String>] = []
  /// Words for the field before the organization: “studied mathematics at X”.
  var field: Span?

  /// Whether it is about someone else, or about something that is no position or degree.
  var isBlocked = false
  var isDenied = false
  /// “there”, “where”: at the organization of the statement before.
  var isAtSamePlace = false
  /// “in the same year”.
  var isInSameYear = false
  /// Whether its roles were held one after the other.
  var isSequence = false
  /// Whether it only gives the time of the statement after it: “After my PhD in 2015, …”.
  var isAdverbial = false
  /// Whether its date is that of the statement after it, too.
  var isDated = false
  /// Whether its verb is that of the statement before: “… from X and a PhD from Y”.
  var isCoordinated = false
  /// The end of the organization of the statement that it is coordinated with.
  var previousEnd: Int?
  /// Whether “I” or the like is its subject.
  var hasSubject = false
  /// Whether it is in the clause that introduces the person: the first sentence, without a verb.
  var isIntroduction = false

  var hasContent: Bool { !places.isEmpty || !titles.isEmpty || !units.isEmpty }
  var isEmpty: Bool { !hasContent && verbs.isEmpty && dates.isEmpty && advisers.isEmpty }
  var roles: [Title] { titles.filter { !$0.isDegree } }
  var degrees: [Title] { titles.filter(\.isDegree) }

  var hasTitleAfterPlace: Bool { titles.contains { $0.followsPlace } }

  func says(_ words: Set<BiographyWord>) -> Bool { verbs.contains { words.contains($0.word) } }
}
