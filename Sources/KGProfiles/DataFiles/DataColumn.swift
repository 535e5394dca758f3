internal import KGLexicon
internal import KGText

/// The values that one key has in the items of a list: as a column of a table, they are of one kind.
struct DataColumn {
  /// The key in the form in which keys are compared.
  let key: String
  /// How certainly the key names each field.
  let certainty: [DataField: Double]
  /// The share of the values that have a form.
  private let shares: [(form: DataValueForm, share: Double)]
  /// The share of the values that no other item has.
  private let distinct: Double
  /// The number of items that have the key.
  let count: Int
  /// The share of the items that have the key.
  let coverage: Double

  /// More values of a column change nothing.
  private static let mostValues = 60

  private init(key: String, name: String, values: [DataNode], count: Int) {
    self.key = key
    certainty = Lexicon.shared.dataKeys.certainty(of: name)
    let sample = values.prefix(Self.mostValues)
    var counts: [DataValueForm: Int] = [:]
    for value in sample {
      for form in DataValueForm.forms(of: value) { counts[form, default: 0] += 1 }
    }
    // In one order, so that sums are the same each time.
    shares = DataValueForm.allCases.compactMap { form in
      counts[form].map { (form, Double($0) / Double(sample.count)) }
    }
    let texts = sample.compactMap { DataText.plainText(of: $0)?.foldedString }
    distinct = texts.isEmpty ? 0 : Double(Set(texts).count) / Double(texts.count)
    self.count = values.count
    coverage = Double(values.count) / Double(max(count, 1))
  }

  /// The columns of a list, in the order in which their keys first occur.
  static func columns(of items: [DataNode]) -> [DataColumn] {
    var found: [(key: String, name: String, values: [DataNode])] = []
    var places: [String: Int] = [:]
    for item in items {
      for (name, value) in item.entries {
        if case .empty = value { continue }
        let key = DataNode.folded(name)
        if let place = places[key] {
          found[place].values.append(value)
        } else {
          places[key] = found.count
          found.append((key, name, [value]))
        }
      }
    }
    return found.map {
      DataColumn(key: $0.key, name: $0.name, values: $0.values, count: items.count)
    }
  }

  func share(_ form: DataValueForm) -> Double { shares.first { $0.form == form }?.share ?? 0 }

  /// How well the column fits a field of a list about a subject. The form counts as far as items have the key.
  func score(_ field: DataField, in subject: DataSubject, _ weights: DataWeights = .shared)
    -> Double
  {
    let decision = weights[field]
    let byForm = shares.reduce(0.0) { sum, found in
      sum + found.share * (decision.forms[found.form] ?? 0)
    }
    let reach = min(1, coverage / Self.fullCoverage)
    return (byForm > 0 ? byForm * reach : byForm)
      + (certainty[field] ?? 0) * decision["key"]
      + distinct * decision["distinct"] * reach
      + decision["in " + subject.rawValue]
  }

  /// From this share of the items on a column counts as one that all have.
  private static let fullCoverage = 0.6
}
