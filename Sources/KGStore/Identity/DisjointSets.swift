/// Disjoint sets of numbers, joined pair by pair (union–find with path halving).
struct DisjointSets {
  private var parent: [Int64: Int64] = [:]

  mutating func join(_ left: Int64, _ right: Int64) {
    let (a, b) = (root(left), root(right))
    if a != b { parent[max(a, b)] = min(a, b) }
  }

  private mutating func root(_ node: Int64) -> Int64 {
    var node = node
    parent[node] = parent[node] ?? node
    while let up = parent[node], up != node {
      parent[node] = parent[up] ?? up
      node = parent[node] ?? up
    }
    return node
  }

  /// The sets, each in ascending order, in no order among themselves.
  var sets: [[Int64]] {
    var copy = self
    var sets: [Int64: [Int64]] = [:]
    for node in parent.keys.sorted() { sets[copy.root(node), default: []].append(node) }
    return Array(sets.values)
  }
}
