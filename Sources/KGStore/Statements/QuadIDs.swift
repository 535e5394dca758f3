/// A statement as the ids of its terms; `g` is ``defaultGraph`` for the default graph.
struct QuadIDs: Hashable {
  let s: Int64
  let p: Int64
  let o: Int64
  let g: Int64

  static let defaultGraph: Int64 = 0

  init(s: Int64, p: Int64, o: Int64, g: Int64 = Self.defaultGraph) {
    self.s = s
    self.p = p
    self.o = o
    self.g = g
  }
}

extension QuadIDs: Comparable {
  /// The order of the tables `spo` and `gspo`.
  static func < (left: QuadIDs, right: QuadIDs) -> Bool {
    (left.g, left.s, left.p, left.o) < (right.g, right.s, right.p, right.o)
  }
}
