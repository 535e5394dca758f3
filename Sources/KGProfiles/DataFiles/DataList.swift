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
    let columns = DataColumn.columns(of: items)
    let named = DataSubject.named(by: kinds)
    // A list with another title, such as talks, has items that only resemble others.
    let isOther = named.isEmpty && !kinds.isEmpty && kinds != [.about]
    let candidates = named.isEmpty ? Self.unnamed : named
    var best: (subject: DataSubject, score: Double, fields: DataFields)?
    for subject in isOther ? [] : candidates {
      let fields = DataFields(columns, in: subject, held: held)
      let score = Self.score(subject, fields, held) + Self.score(subject, columns, items.count)
      if score > best?.score ?? -.infinity { best = (subject, score, fields) }
    }
    let isShown = !named.isEmpty || best.map { $0.score > 0 } ?? false
    subject = isShown ? best?.subject : nil
    fields = (isShown ? best?.fields : nil) ?? .listed
  }

  /// Only a title shows that a list is one of projects.
  private static let unnamed: [DataSubject] = [.career, .publications, .patents, .awards]

  /// The part of the score that does not follow from the fields: whether the items are called as people are, and
  /// whether there is only one.
  private static func score(
    _ subject: DataSubject, _ columns: [DataColumn], _ count: Int
  ) -> Double {
    let decision = "list " + subject.rawValue
    let names = columns.filter { $0.certainty[.title] ?? 0 >= 1 }
    let share = names.map { $0.share(.person) }.max() ?? 0
    return share * DataWeights.shared[decision, "name person"]
      + (count == 1 ? DataWeights.shared[decision, "single"] : 0)
  }

  private static func score(
    _ subject: DataSubject, _ fields: DataFields, _ held: Set<DataField>
  ) -> Double {
    let decision = "list " + subject.rawValue
    let weights = DataWeights.shared
    var score = weights[decision, "bias"]
    for field in DataField.allCases {
      let fit = held.contains(field) ? 1 : fields.fit(field)
      score += fit * weights[decision, "has " + field.rawValue]
      guard let column = fields.columns[field] else { continue }
      for form in DataValueForm.allCases {
        let weight = weights[decision, field.rawValue + " " + form.rawValue]
        if weight != 0 { score += weight * column.share(form) }
      }
    }
    return score
  }
}
