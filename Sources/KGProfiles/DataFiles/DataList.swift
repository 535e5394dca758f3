internal import KGLexicon
internal import KGText

/// A list of items of one kind, with what it is about and which keys hold which fields.
struct DataList {
  let items: [DataNode]
  /// `nil` where no records are made of the list.
  let subject: DataSubject?
  let fields: DataFields

  /// - Parameters:
  ///   - kinds: What the title of the list names.
  ///   - held: Fields that the items have from what they are a part of.
  init(_ items: [DataNode], kinds: [SectionKind], held: Set<DataField> = []) {
    self.items = items
    guard !items.isEmpty else {
      (subject, fields) = (nil, .listed)
      return
    }
    let columns = DataColumn.columns(of: items)
    let named = DataSubject.named(by: kinds)
    let candidates = named.isEmpty ? Self.unnamed(below: kinds) : named
    var best: (subject: DataSubject, score: Double, fields: DataFields)?
    for subject in candidates {
      let fields = DataFields(columns, in: subject, held: held)
      let score = Self.score(subject, fields, held) + Self.score(subject, columns, items.count)
      if score > best?.score ?? -.infinity { best = (subject, score, fields) }
    }
    let isShown = !named.isEmpty || best.map { $0.score > 0 } ?? false
    subject = isShown ? best?.subject : nil
    fields = (isShown ? best?.fields : nil) ?? .listed
  }

  /// What a list may be whose title names none of it. Only a title shows that a list is one of projects.
  private static func unnamed(below kinds: [SectionKind]) -> [DataSubject] {
    switch kinds {
    case [], [.about], [.interests]: [.career, .publications, .patents, .awards]
    // “Recognition”; but grants have roles and organizations as positions do.
    case [.other]: [.publications, .patents, .awards]
    // Lists such as talks and courses have items that only resemble others.
    default: []
    }
  }

  /// The part of the score that does not follow from the fields: whether the items are called as people are, and
  /// whether there is only one.
  private static func score(
    _ subject: DataSubject, _ columns: [DataColumn], _ count: Int
  ) -> Double {
    let decision = DataWeights.shared[subject]
    let names = columns.filter { $0.certainty[.title] ?? 0 >= 1 }
    let share = names.map { $0.share(.person) }.max() ?? 0
    return share * decision["name person"] + (count == 1 ? decision["single"] : 0)
  }

  /// The forms whose share in the column of a field says what a list is about.
  private static let telling: [(DataField, DataValueForm)] = [
    (.title, .award), (.title, .title), (.venue, .venue), (.number, .patentNumber),
  ]

  private static func score(
    _ subject: DataSubject, _ fields: DataFields, _ held: Set<DataField>
  ) -> Double {
    let decision = DataWeights.shared[subject]
    var score = decision["bias"]
    for field in DataField.allCases {
      let fit = held.contains(field) ? 1 : fields.fit(field)
      if fit != 0 { score += fit * decision["has " + field.rawValue] }
    }
    for (field, form) in telling {
      let weight = decision[field.rawValue + " " + form.rawValue]
      if weight != 0 { score += weight * (fields.columns[field]?.share(form) ?? 0) }
    }
    return score
  }
}
