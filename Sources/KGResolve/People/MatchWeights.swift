internal import Foundation
internal import KGModel

/// What may be observed about two people besides their names.
enum MatchEvidence: Int, CaseIterable, Sendable {
  case coauthors, titles, venues, years, organizations, works
  /// Instead of ``coauthors`` for people whom a document about someone names: his coauthors often work with one another.
  case coauthorsInDocument
}

/// What is observed of two people: for each kind a level, from the weakest to the strongest.
struct Observation: Sendable {
  private var levels = SIMD8<Int8>(repeating: -1)

  /// `nil` where nothing is known of one of them.
  subscript(kind: MatchEvidence) -> Int? {
    get { levels[kind.rawValue] < 0 ? nil : Int(levels[kind.rawValue]) }
    set { levels[kind.rawValue] = Int8(newValue ?? -1) }
  }
}

/// The forms of two names of which the fuller may be printed in several ways.
enum NameForm: String, Sendable {
  /// A given name and a family name.
  case short = "short names"
  /// One has more given names, or two family names.
  case long = "long names"
  /// One has an initial for its first given name.
  case initials
  /// One has a familiar form of the other's given name.
  case familiar = "familiar names"

  init(_ one: PersonName, _ other: PersonName, _ agreement: NameCompatibility) {
    let readings = [one, other].compactMap(\.readings.first)
    if agreement == .nickname {
      self = .familiar
    } else if readings.contains(where: { $0.given.first?.isInitial ?? false }) {
      self = .initials
    } else if readings.contains(where: { $0.given.count > 1 || $0.family.count > 1 }) {
      self = .long
    } else {
      self = .short
    }
  }
}

/// How much each observation speaks for one person: the model of Fellegi and Sunter (A Theory for Record Linkage, 1969).
///
/// The weight of an observation is log2(m/u): m is its share among pairs that are one person, u that among pairs that are
/// two. Observations are taken to be independent.
struct MatchWeights: Sendable {
  /// How often each level of one kind was observed; the table counts as ``priorCount`` pairs.
  private struct Levels: Sendable {
    var matches: [Double] = []
    var others: [Double] = []
    /// Bits.
    var weights: [Double] = []

    mutating func setWeights() {
      let (matchCount, otherCount) = (matches.reduce(0, +), others.reduce(0, +))
      weights = zip(matches, others).map { m, u in
        min(max(log2(m / matchCount * otherCount / u), -MatchWeights.bound), MatchWeights.bound)
      }
    }
  }

  /// The number of pairs that the shares of the table count as: a graph of ten documents hardly changes them.
  private static let priorCount = 200.0
  /// Bits. No single observation decides.
  private static let bound = 8.0

  /// By the number of the kind.
  private var levels = Array(repeating: Levels(), count: MatchEvidence.allCases.count)
  /// Of pairs that are one person, how many of the names agree so.
  private var agreements: [NameForm: Agreements] = [:]

  private struct Agreements: Sendable {
    private(set) var counts: [NameCompatibility: Double] = [:]
    private(set) var sum = 0.0

    mutating func add(_ count: Double, _ agreement: NameCompatibility) {
      counts[agreement, default: 0] += count
      sum += count
    }
  }

  /// The weights of the table.
  init() {
    let table = TabSeparatedTable(PackageResources.match_weights_tsv)
    for row in table.rows {
      guard let m = Double(row.cell(2)) else { continue }
      if let form = NameForm(rawValue: row.cell(0)),
        let agreement = NameCompatibility.allCases.first(where: { "\($0)" == row.cell(1) })
      {
        agreements[form, default: Agreements()].add(m * Self.priorCount, agreement)
      }
      guard let kind = MatchEvidence.allCases.first(where: { "\($0)" == row.cell(0) }),
        let u = Double(row.cell(3))
      else { continue }
      levels[kind.rawValue].matches.append(m * Self.priorCount)
      levels[kind.rawValue].others.append(u * Self.priorCount)
    }
    setWeights()
  }

  private mutating func setWeights() {
    for kind in levels.indices { levels[kind].setWeights() }
  }

  /// Bits for (positive) or against one person; 0 for what cannot be observed.
  func weight(_ kind: MatchEvidence, of observed: Observation) -> Double {
    let weights = levels[kind.rawValue].weights
    guard let level = observed[kind], weights.indices.contains(level) else { return 0 }
    return weights[level]
  }

  /// The sum of the weights of all kinds.
  func weight(of observed: Observation) -> Double {
    MatchEvidence.allCases.reduce(0) { $0 + weight($1, of: observed) }
  }

  /// Bits for one person by how two names of a form agree, of which so many other people in the field are expected to have
  /// both.
  func weight(_ agreement: NameCompatibility, _ form: NameForm, others: Double) -> Double {
    guard let counted = agreements[form] else { return 0 }
    let share = (counted.counts[agreement] ?? Self.leastCount) / counted.sum
    return log2(share / others)
  }

  /// That of an agreement which the table does not have.
  private static let leastCount = 0.5

  /// Counts how the names of a pair agree that is one person. Of familiar forms only those that differ are seen, so that
  /// nothing can be counted; nor of misspellings, which usually are two people of one group.
  mutating func count(_ agreement: NameCompatibility, _ form: NameForm) {
    guard form != .familiar, agreement != .misspelling, agreements[form]?.counts[agreement] != nil
    else { return }
    agreements[form]?.add(1, agreement)
  }

  /// Counts what was observed of pairs that are one person, and of pairs that are two.
  mutating func count(matches: [Observation], others: [Observation]) {
    for kind in MatchEvidence.allCases {
      var counted = levels[kind.rawValue]
      for level in matches.compactMap({ $0[kind] }) where counted.matches.indices.contains(level) {
        counted.matches[level] += 1
      }
      for level in others.compactMap({ $0[kind] }) where counted.others.indices.contains(level) {
        counted.others[level] += 1
      }
      levels[kind.rawValue] = counted
    }
    setWeights()
  }
}
