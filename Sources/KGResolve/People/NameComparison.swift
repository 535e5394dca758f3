import KGModel

/// Compares the names that share a key.
///
/// Each way to read a name has a key for its family name and first initial, and one for its given name and the first letter of
/// the family name: an error in one of them, another order of the words, and a left-out part of a double family name leave
/// a key in common.
struct NameComparison {
  /// How names agree that may be one person's.
  private(set) var agreements: [UnorderedPair: NameCompatibility] = [:]
  /// Pairs of names that are those of two people, some of each block.
  private(set) var contradictoryPairs: [(Int, Int)] = []

  private let names: [PersonName]
  private let areCompared: (Int, Int) -> Bool
  /// The names with each key, and the blocks of each name in ascending order.
  private var blocks: [[Int]] = []
  private var blocksOfName: [[Int32]]

  /// Names. Pairs grow as the square: larger blocks are divided by the first given name.
  private static let largestBlock = 2_000
  /// Contradictory pairs of one block; more say nothing more about how alike strangers are.
  private static let mostContradictory = 1_000

  /// - Parameter areCompared: Whether two names can be those of people who are one.
  init(_ names: [PersonName], _ areCompared: @escaping (Int, Int) -> Bool) {
    self.names = names
    self.areCompared = areCompared
    blocksOfName = Array(repeating: [], count: names.count)
    var named: [String: [Int]] = [:]
    for (number, name) in names.enumerated() {
      for key in name.blockingKeys { named[key, default: []].append(number) }
    }
    for (_, block) in named.sorted(by: { $0.key < $1.key }) {
      for part in block.count > Self.largestBlock ? divided(block) : [block] where part.count > 1 {
        for name in part { blocksOfName[name].append(Int32(blocks.count)) }
        blocks.append(part)
      }
    }
  }

  /// The names of a block by their first given names; those that have initials or another script are in each part.
  private func divided(_ block: [Int]) -> [[Int]] {
    var parts: [String: [Int]] = [:]
    var open: [Int] = []
    for name in block {
      let given = names[name].readings.first?.given.first
      if let given, !given.isInitial {
        parts[given.text, default: []].append(name)
      } else {
        open.append(name)
      }
    }
    return parts.sorted { $0.key < $1.key }.map { ($0.value + open).sorted() }
  }

  mutating func run(_ progress: (IdentityProgress) -> Void) {
    for number in blocks.indices {
      if number.isMultiple(of: IdentityProgress.interval) {
        progress(IdentityProgress(.names, number, of: blocks.count))
      }
      compare(number)
    }
  }

  private mutating func compare(_ number: Int) {
    let block = blocks[number]
    var contradictoryCount = 0
    for (place, one) in block.enumerated() {
      for other in block[(place + 1)...]
      where areCompared(one, other) && isFirstInCommon(number, one, other) {
        let agreement = names[one].compatibility(with: names[other])
        if agreement.mayBeOne {
          agreements[UnorderedPair(one, other)] = agreement
        } else if agreement == .contradictory, contradictoryCount < Self.mostContradictory {
          contradictoryCount += 1
          contradictoryPairs.append((one, other))
        }
      }
    }
  }

  /// Whether a block is the first that has two names, so that they are compared once.
  private func isFirstInCommon(_ block: Int, _ one: Int, _ other: Int) -> Bool {
    let others = blocksOfName[other]
    for own in blocksOfName[one] {
      if own >= block { return true }
      if others.contains(own) { return false }
    }
    return true
  }
}
