internal import KGModel

/// How many other people may have a name, by how common its parts are in the graph.
///
/// In a field of so many people, about as many have a name as the shares of its family name and of its given name
/// multiply to: among names that are spelled by pinyin, and among all others, since the parts of a name are of one
/// language. A small graph knows few names, so that each part counts beforehand as often as elsewhere (``NameShares``).
struct NameRarity {
  /// How often the parts of names of one kind occur.
  private struct Parts {
    var count = 0.0
    var families: [String: Double] = [:]
    var givens: [String: Double] = [:]
    var initials: [Character: Double] = [:]

    mutating func add(_ reading: PersonName.Reading) {
      count += 1
      families[reading.family.joined(), default: 0] += 1
      guard let first = reading.given.first else { return }
      if !first.isInitial { givens[first.text, default: 0] += 1 }
      if let initial = first.text.first { initials[initial, default: 0] += 1 }
    }

    /// The share of other names with a part.
    ///
    /// - Parameter known: The number of names with it, that in question included.
    func share(_ known: Double?, usual: Double) -> Double {
      (max((known ?? 0) - 1, 0) + NameRarity.priorCount * usual) / (count + NameRarity.priorCount)
    }
  }

  /// Among whom people are who may be one.
  enum Population {
    case field
    /// Those with whom someone works, of whom his document names so many.
    case document(names: Int)

    /// The number of people, about, besides those whom the graph names.
    var count: Double {
      switch self {
      case .field: NameRarity.peopleOfField
      case .document(let names): NameRarity.colleagues + Double(names)
      }
    }
  }

  /// About so many people publish in one field in ten years, and work with one of them without being named.
  private static let peopleOfField = 20_000.0
  private static let colleagues = 100.0

  /// Names of each kind that the usual shares count as.
  private static let priorCount = 250.0
  /// The share of a name in Han characters alone: a family name in a hundred, a given name in a thousand.
  private static let shareOfHanName = 1e-5
  /// The letters of the alphabet with which names begin.
  private static let shareOfInitial = 1.0 / 20
  /// Of people who agree in their first name, the share who agree in a second initial, or in a second name.
  private static let shareOfSecondInitial = 1.0 / 10
  private static let shareOfSecondName = 1.0 / 50

  private var pinyin = Parts()
  private var others = Parts()
  private let table: NameTable

  init(_ table: NameTable) {
    self.table = table
    for name in table.names {
      guard let reading = name.readings.first else { continue }
      if Self.isPinyin(reading) { pinyin.add(reading) } else { others.add(reading) }
    }
  }

  /// Whether all parts of a name are spelled by pinyin.
  private static func isPinyin(_ reading: PersonName.Reading) -> Bool {
    reading.family.allSatisfy(Pinyin.isGivenName)
      && reading.given.allSatisfy { !$0.isInitial && Pinyin.isGivenName($0.text) }
  }

  /// The expected number of other people whose name agrees with both.
  func expectedOthers(_ one: Int, _ other: Int, in population: Population) -> Double {
    var count = population.count
    if case .field = population { count += Double(table.names.count) }
    return count * max(share(of: table.names[one]), share(of: table.names[other]))
  }

  /// The share of people who may have a name.
  private func share(of name: PersonName) -> Double {
    guard let reading = name.readings.first else {
      return Self.shareOfHanName
    }
    // “Q. Mo” may be spelled by pinyin or not.
    let isOpen =
      reading.family.allSatisfy(Pinyin.isGivenName) && reading.given.allSatisfy(\.isInitial)
    return isOpen
      ? share(of: reading, pinyin, NameShares.pinyin)
        + share(of: reading, others, NameShares.others)
      : Self.isPinyin(reading)
        ? share(of: reading, pinyin, NameShares.pinyin)
        : share(of: reading, others, NameShares.others)
  }

  /// The same among the names of one kind.
  private func share(
    of reading: PersonName.Reading, _ parts: Parts, _ usual: NameShares
  ) -> Double {
    let family = reading.family.joined()
    var share =
      (parts.count + 1) / (pinyin.count + others.count + 2)
      * parts.share(parts.families[family], usual: usual.family(family))
    for (place, given) in reading.given.enumerated() {
      if place > 0 {
        share *= given.isInitial ? Self.shareOfSecondInitial : Self.shareOfSecondName
      } else if given.isInitial {
        share *= parts.share(
          given.text.first.flatMap { parts.initials[$0] }, usual: Self.shareOfInitial)
      } else {
        share *= parts.share(parts.givens[given.text], usual: usual.given(given.text))
      }
    }
    return share
  }
}
