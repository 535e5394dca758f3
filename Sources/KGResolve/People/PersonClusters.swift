internal import Foundation
internal import KGModel

/// Groups the nodes of people: each group is one person.
///
/// Agglomerative: the two groups are joined whose linkage is highest, as long as it is above a threshold. No chain through a
/// weak link joins two people, and one pair that cannot be one person keeps two groups apart.
struct PersonClusters {
  private(set) var joins: [Join] = []
  /// Pairs of nodes of two groups that may be one person, the likeliest first, one for each two groups.
  private(set) var undecided: [Join] = []
  private let matcher: PersonMatcher
  /// The nodes of each group; `nil` for one that has been joined to another.
  private var members: [[Int]?]
  private var traits: [GroupTraits]
  /// The linkage of each group with others; groups that cannot be one person have none.
  private var linkages: [[Int: Double]]
  private var queue = Heap()
  /// The bits of the pairs that have been compared, those that cannot be one person with `nil`.
  private var compared: [UnorderedPair: Double?] = [:]

  /// Bits. The odds from which on two groups are one person.
  static let threshold = 1.0
  /// Bits. The odds up to which two groups are two people: one in eight.
  static let lowestUndecided = -3.0
  /// Pairs of nodes of two groups that are compared; more say nothing more.
  private static let mostPairs = 64

  /// - Parameters:
  ///   - groups: The nodes that are known to be one person; each person is in one of them.
  ///   - candidates: Pairs of groups that may be one person, each once.
  ///   - skipped: Pairs of nodes whose groups are not among the undecided ones.
  init(
    _ groups: [[Int]], candidates: [(Int, Int)], _ matcher: PersonMatcher,
    skipping skipped: Set<UnorderedPair> = [], progress: (IdentityProgress) -> Void = { _ in }
  ) {
    self.matcher = matcher
    members = groups
    traits = groups.map(matcher.traits)
    linkages = Array(repeating: [:], count: groups.count)
    for (place, (one, other)) in candidates.enumerated() {
      if place.isMultiple(of: IdentityProgress.interval) {
        progress(IdentityProgress(.pairs, place, of: candidates.count))
      }
      guard matcher.mayBeOne(traits[one], traits[other]),
        let bits = linkage(groups[one], groups[other])
      else { continue }
      linkages[one][other] = bits
      linkages[other][one] = bits
      if bits > Self.threshold { queue.insert(.init(bits: bits, left: one, right: other)) }
    }
    joinAll()
    undecided = findUndecided(skipped)
  }

  /// Joins what can be joined, the most certain first. What rivals keep apart is tried again as long as others are joined.
  private mutating func joinAll() {
    var held: [Heap.Element] = []
    var count = -1
    while count != joins.count {
      count = joins.count
      held.forEach { queue.insert($0) }
      held = []
      while let next = queue.removeFirst() {
        guard members[next.left] != nil, members[next.right] != nil else { continue }
        if next.bits - rivalBits(next) > Self.threshold { join(next) } else { held.append(next) }
      }
    }
  }

  /// How much less certain a join is because one of the groups may instead be one with a third that cannot be one with the
  /// other: “M. Quill” may be Maria or Martin.
  private func rivalBits(_ join: Heap.Element) -> Double {
    func odds(_ one: Int, besides other: Int) -> Double {
      // In order: sums in another order differ in their last digits.
      linkages[one].filter { group, bits in
        group != other && members[group] != nil && bits > join.bits - Self.clearLead
          && !matcher.mayBeOne(traits[group], traits[other])
      }.sorted { $0.key < $1.key }.reduce(0) { $0 + exp2($1.value) }
    }
    return log2(1 + odds(join.left, besides: join.right) + odds(join.right, besides: join.left))
  }

  /// Bits. A rival that has so much less is none.
  private static let clearLead = 1.5

  private mutating func findUndecided(_ skipped: Set<UnorderedPair>) -> [Join] {
    let groups = members.enumerated().compactMap { group, nodes in nodes.map { (group, $0) } }
    var found: [(bits: Double, join: Join)] = []
    for (group, nodes) in groups {
      for (other, bits) in linkages[group].sorted(by: { $0.key < $1.key })
      where other > group && bits > Self.lowestUndecided {
        guard let others = members[other],
          skipped.isEmpty
            || !nodes.contains(where: { one in
              others.contains { skipped.contains(UnorderedPair(one, $0)) }
            })
        else { continue }
        found.append((bits, best(nodes, others)))
      }
    }
    return found.sorted {
      ($1.bits, $0.join.left, $0.join.right) < ($0.bits, $1.join.left, $1.join.right)
    }.map(\.join)
  }

  /// The mean, over the nodes of both groups, of the bits of the link of each with its best partner in the other group;
  /// `nil` when a pair cannot be one person.
  ///
  /// Not the mean of all links: two works of one person may have nothing in common, and still each be tied to a third.
  private mutating func linkage(_ one: [Int], _ other: [Int]) -> Double? {
    var best = (
      Array(repeating: -Double.infinity, count: one.count),
      Array(repeating: -Double.infinity, count: other.count)
    )
    let step = max(1, one.count * other.count / Self.mostPairs)
    for place in stride(from: 0, to: one.count * other.count, by: step) {
      let (left, right) = (place / other.count, place % other.count)
      guard let bits = bits(one[left], other[right]) else { return nil }
      best.0[left] = max(best.0[left], bits)
      best.1[right] = max(best.1[right], bits)
    }
    let means = [best.0, best.1].map { bits in
      let seen = bits.filter(\.isFinite)
      return seen.reduce(0, +) / Double(seen.count)
    }
    return (means[0] + means[1]) / 2
  }

  private mutating func bits(_ one: Int, _ other: Int) -> Double? {
    let pair = UnorderedPair(one, other)
    if let known = compared[pair] { return known }
    let bits = matcher.bits(one, other)
    compared[pair] = .some(bits)
    return bits
  }

  private mutating func join(_ next: Heap.Element) {
    guard let left = members[next.left], let right = members[next.right] else { return }
    joins.append(best(left, right))
    let new = members.count
    members.append(left + right)
    (members[next.left], members[next.right]) = (nil, nil)
    traits.append(traits[next.left])
    traits[new].formUnion(traits[next.right])
    var links: [Int: Double] = [:]
    // Of very common names not all pairs are candidates: a link to one of both is enough.
    for group in Set(linkages[next.left].keys).union(linkages[next.right].keys) {
      guard let others = members[group], matcher.mayBeOne(traits[new], traits[group]),
        let mean = linkage(left + right, others)
      else { continue }
      links[group] = mean
      linkages[group][new] = mean
      if mean > Self.threshold { queue.insert(.init(bits: mean, left: group, right: new)) }
    }
    linkages.append(links)
    (linkages[next.left], linkages[next.right]) = ([:], [:])
  }

  /// The pair of nodes for which most speaks.
  private mutating func best(_ left: [Int], _ right: [Int]) -> Join {
    var best = (bits: -Double.infinity, left: left[0], right: right[0])
    let step = max(1, left.count * right.count / Self.mostPairs)
    for place in stride(from: 0, to: left.count * right.count, by: step) {
      let (one, other) = (left[place / right.count], right[place % right.count])
      if let bits = bits(one, other), bits > best.bits { best = (bits, one, other) }
    }
    return Join(
      left: best.left, right: best.right, reasons: matcher.reasons(best.left, best.right))
  }
}

/// A binary heap of possible joins, that with the most bits first.
private struct Heap {
  struct Element {
    let bits: Double
    let left: Int
    let right: Int

    /// Equal bits are ordered by the numbers of the groups, so that the outcome is always the same.
    func precedes(_ other: Element) -> Bool {
      (other.bits, left, right) < (bits, other.left, other.right)
    }
  }

  private var elements: [Element] = []

  mutating func insert(_ element: Element) {
    elements.append(element)
    var place = elements.count - 1
    while place > 0, elements[place].precedes(elements[(place - 1) / 2]) {
      elements.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> Element? {
    guard let first = elements.first, let last = elements.popLast() else { return nil }
    guard !elements.isEmpty else { return first }
    elements[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < elements.count {
        if elements[child].precedes(elements[least]) { least = child }
      }
      guard least != place else { return first }
      elements.swapAt(place, least)
      place = least
    }
  }
}
