/// Builds the trees of a load into an empty store as finished pages.
///
/// Triples that are more than memory holds are sorted part by part into files and merged at the end.
final class TreeBuilder {
  private let folder: String
  /// What has left memory: rows of `spo`, rows of `pos`.
  private var subjectRuns: [SortedRun] = []
  private var predicateRuns: [SortedRun] = []

  /// Bytes for some three rows. A later source's rows fall between those of trees in the order of hashes
  /// or objects; in the tree of subjects they mostly come last.
  private static let margin = 48

  /// - Parameter folder: Where pages and runs lie until they have a place.
  init(folder: String) {
    self.folder = folder
  }

  /// Sorts triples and puts them into files.
  ///
  /// - Parameter ids: The number of each code.
  func spill(_ triples: consuming CodeTriples, ids: [Int64]) throws {
    let table = RankTable(ids: ids)
    var sorter = TripleSorter(triples.takeRanks(table))
    sorter.sortBySubject()
    let bySubject = try SortedRun(folder: folder)
    try sorter.forEachDistinct { s, p, o, count in
      for _ in 0..<count { try bySubject.append((table.ids[s], table.ids[p], table.ids[o])) }
    }
    try bySubject.finish()
    subjectRuns.append(bySubject)
    sorter.sortByPredicate()
    let byPredicate = try SortedRun(folder: folder)
    try sorter.forEachDistinct { s, p, o, _ in
      try byPredicate.append((table.ids[p], table.ids[o], table.ids[s]))
    }
    try byPredicate.finish()
    predicateRuns.append(byPredicate)
  }

  /// The tables `spo` and `pos`, of these triples and all that were spilled.
  ///
  /// - Parameter ids: The number of each code.
  func tripleTrees(
    _ triples: consuming CodeTriples, ids: [Int64]
  ) throws -> [String: FinishedTree] {
    guard subjectRuns.isEmpty else {
      try spill(triples, ids: ids)
      return try mergedTrees()
    }
    let table = RankTable(ids: ids)
    var sorter = TripleSorter(triples.takeRanks(table))
    sorter.sortBySubject()
    let spo = try tree { add in
      try sorter.forEachDistinct { s, p, o, count in
        try add(table.ids[s], table.ids[p], table.ids[o], Self.stored(count))
      }
    }
    sorter.sortByPredicate()
    let pos = try tree(leafMargin: Self.margin) { add in
      try sorter.forEachDistinct { s, p, o, _ in
        try add(table.ids[p], table.ids[o], table.ids[s], nil)
      }
    }
    return ["spo": spo, "pos": pos]
  }

  private func mergedTrees() throws -> [String: FinishedTree] {
    let (subjectRuns, predicateRuns) = (subjectRuns, predicateRuns)
    (self.subjectRuns, self.predicateRuns) = ([], [])
    let spo = Background {
      try self.tree { add in
        try RunMerge.forEachDistinct(subjectRuns) { row, count in
          try add(row.0, row.1, row.2, Self.stored(count))
        }
      }
    }
    // The other thread is waited for whatever happens on this one.
    let pos = Result {
      try tree(leafMargin: Self.margin) { add in
        try RunMerge.forEachDistinct(predicateRuns) { row, _ in
          try add(row.0, row.1, row.2, nil)
        }
      }
    }
    let built = try spo.value()
    var trees = ["pos": try pos.get()]
    trees["spo"] = built
    return trees
  }

  /// A row that ends before the count has the default, 1.
  private static func stored(_ count: Int) -> Int64? { count == 1 ? nil : Int64(count) }

  /// A table of two columns, from rows in any order.
  func pairTree(_ pairs: consuming [(Int64, Int64)]) throws -> FinishedTree {
    var pairs = pairs
    pairs.sort(by: <)
    return try tree(leafMargin: Self.margin) { add in
      for (first, second) in pairs { try add(first, second, nil, nil) }
    }
  }

  /// - Parameter rows: Hands each row to the closure that it is given, in the order of the key; the
  ///   third and fourth column may be missing.
  private func tree(
    leafMargin: Int = 0, _ rows: ((Int64, Int64, Int64?, Int64?) throws -> Void) throws -> Void
  ) throws -> FinishedTree {
    let file = try ScratchFile(folder: folder)
    let writer = IndexTreeWriter(leafMargin: leafMargin) { try file.append($0) }
    var record = IntegerRecord()
    defer { record.deallocate() }
    try rows { first, second, third, fourth in
      record.begin(columns: third == nil ? 2 : fourth == nil ? 3 : 4)
      record.set(0, first)
      record.set(1, second)
      if let third { record.set(2, third) }
      if let fourth { record.set(3, fourth) }
      try writer.add(record.content)
    }
    return FinishedTree(pages: file, top: try writer.finish())
  }
}
