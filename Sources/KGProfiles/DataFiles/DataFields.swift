internal import KGLexicon
internal import KGText

/// Which keys hold which fields in the items of one list.
///
/// What a column holds is decided once for the whole list: each column has a score for each field, of what its key
/// names and of the forms of its values; the best scores win.
struct DataFields {
  private var keys: [DataField: [String]]
  private(set) var columns: [DataField: DataColumn] = [:]
  /// The score of the best column of each field.
  private(set) var scores: [DataField: Double] = [:]

  /// For entries that are read one by one, by listed keys alone.
  static let listed = DataFields(keys: Lexicon.shared.dataKeys.keys)

  private init(keys: [DataField: [String]]) { self.keys = keys }

  /// - Parameters:
  ///   - held: Fields that the items have from what they are a part of, so that no column has to.
  init(_ columns: [DataColumn], in subject: DataSubject, held: Set<DataField> = []) {
    keys = [:]
    var candidates: [(field: DataField, column: Int, score: Double)] = []
    let isKeyed = columns.map { column in
      subject.fields.contains { column.certainty[$0] ?? 0 >= 1 }
    }
    for field in subject.fields {
      for (place, column) in columns.enumerated() {
        let isNamed = column.certainty[field] != nil
        if !isNamed, subject.fieldsByKey.contains(field) || held.contains(field) { continue }
        var score = column.score(field, in: subject)
        if !isNamed, isKeyed[place] { score -= Self.lossAgainstKey }
        let least =
          (column.certainty[field] ?? 0) >= 1
          ? Self.leastScoreByKey : isNamed ? Self.leastScore : Self.leastScoreByForm
        guard score >= least, isNamed || column.coverage >= Self.leastCoverage else { continue }
        candidates.append((field, place, score))
      }
    }
    candidates.sort { ($1.score, $0.column) < ($0.score, $1.column) }
    var taken: Set<Int> = []
    for candidate in candidates where !taken.contains(candidate.column) {
      let column = columns[candidate.column]
      guard self.columns[candidate.field] == nil || mayShare(candidate.field, column) else {
        continue
      }
      taken.insert(candidate.column)
      if self.columns[candidate.field] == nil {
        self.columns[candidate.field] = column
        scores[candidate.field] = candidate.score
      }
      keys[candidate.field, default: []].append(column.key)
    }
    if subject == .career { pairDates(columns, taken) }
    order()
  }

  /// The value of a field in an item; empty when the item does not have it.
  func value(_ field: DataField, in entry: DataNode) -> DataNode { entry[keys[field] ?? []] }

  /// Whether a key holds a field in the items.
  func holds(_ key: String) -> Bool {
    let key = DataNode.folded(key)
    return keys.values.contains { $0.contains(key) }
  }

  /// How well the best column of a field fits it; 1 is a column whose key certainly names the field.
  func fit(_ field: DataField) -> Double {
    min((scores[field] ?? 0) / DataWeights.shared[field]["key"], Self.bestFit)
  }

  /// Whether several items state when they begin and none when it ends, so that a missing end says nothing.
  var statesNoEnds: Bool {
    guard let start = columns[.start], start.count > 1, columns[.end] == nil else { return false }
    return !Lexicon.shared.dataKeys.isOpenStart(start.key)
  }

  /// Whether a key is listed for a field, and so is not the title of a section.
  static func isListed(_ key: String) -> Bool { Lexicon.shared.dataKeys.isListed(key) }

  /// Lower scores show nothing.
  private static let leastScore = 1.2
  /// A key that certainly names a field holds it, unless its values have the form of another one.
  private static let leastScoreByKey = -1.0
  private static let lossAgainstKey = 1.2
  private static let leastScoreByForm = 1.4
  /// The share of the items that have a key which only the form of its values explains.
  private static let leastCoverage = 0.4
  private static let bestFit = 1.25
  /// From this certainty on, several keys may hold one field, of which an item has one.
  private static let certaintyToShare = 0.5

  /// Whether a column may hold a field that another column holds, too.
  private func mayShare(_ field: DataField, _ column: DataColumn) -> Bool {
    field == .url || field == .summary
      || (column.certainty[field] ?? 0) >= Self.certaintyToShare
  }

  /// Of two columns of dates, one of which no key names, the first is the start and the second the end.
  private mutating func pairDates(_ columns: [DataColumn], _ taken: Set<Int>) {
    guard let first = self.columns[.date], self.columns[.start] == nil,
      first.share(.period) == 0
    else { return }
    if self.columns[.end] != nil { return begin(with: first) }
    guard first.certainty[.date] == nil else { return }
    let second = columns.indices.first { place in
      !taken.contains(place)
        && columns[place].share(.date) + columns[place].share(.present) >= Self.shareOfDates
    }
    guard let second else { return }
    (keys[.end], self.columns[.end], scores[.end]) = (
      [columns[second].key], columns[second], scores[.date]
    )
    begin(with: first)
  }

  /// Makes the column of dates that of starts.
  private mutating func begin(with column: DataColumn) {
    (keys[.start], self.columns[.start], scores[.start]) = (keys[.date], column, scores[.date])
    (keys[.date], self.columns[.date], scores[.date]) = (nil, nil, nil)
  }

  private static let shareOfDates = 0.8

  /// Of several keys of a field the one that is listed first comes first; keys of the list's own keep their order.
  private mutating func order() {
    for (field, own) in keys {
      let listed = Lexicon.shared.dataKeys.keys[field] ?? []
      let ranks = own.enumerated().map { place, key in
        (rank: listed.firstIndex(of: key) ?? listed.count + place, key: key)
      }
      keys[field] = ranks.sorted { $0.rank < $1.rank }.map(\.key)
    }
  }
}
