internal import KGModel

/// The people of a graph in groups of which each is known to be one person.
struct PersonGroups {
  /// The people of each group.
  private(set) var members: [[Int]] = []
  private(set) var groupOfPerson: [Int]

  /// - Parameters:
  ///   - count: The number of people.
  ///   - joined: Pairs that are one person.
  init(_ count: Int, joined: [(Int, Int)]) {
    var sets = DisjointSets<Int>()
    for (one, other) in joined { sets.join(one, other) }
    groupOfPerson = Array(repeating: 0, count: count)
    for person in 0..<count {
      let first = sets.least(of: person)
      if first == person {
        groupOfPerson[person] = members.count
        members.append([person])
      } else {
        groupOfPerson[person] = groupOfPerson[first]
        members[groupOfPerson[first]].append(person)
      }
    }
  }

  /// The pairs of groups to which pairs of people belong, each once and in order.
  func pairs(of people: [(Int, Int)]) -> [(Int, Int)] {
    var seen: Set<UnorderedPair> = []
    return people.compactMap { one, other in
      let pair = UnorderedPair(groupOfPerson[one], groupOfPerson[other])
      guard pair.left != pair.right, seen.insert(pair).inserted else { return nil }
      return (Int(pair.left), Int(pair.right))
    }
  }
}
