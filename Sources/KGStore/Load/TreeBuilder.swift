/// Builds the indexes of a load into an empty store as finished b-tree pages.
///
/// Triples that do not fit in memory are sorted in parts into files, which are merged at the end.
final class TreeBuilder {
  private let folder: String
  /// The triples that have left memory, as rows of `spo` and of `pos`.
  private var subjectRuns: [SortedRun] = []
  private var predicateRuns: [SortedRun] = []

  /// Free bytes per leaf, room for about three rows. Rows of later sources fall between the existing ones in
  /// indexes by hash or object; in the index by subject they mostly come last.
  private static let margin = 48

  /// - Parameter folder: Where pages and runs are kept until they are used.
  init(folder: String) {
    self.folder = folder
  }

  /// Sorts triples and writes them to files.
  ///
  /// - Parameter ids: The id of each code.
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

  /// The trees of `spo` and `pos`, of these triples and all that were spilled, with the statistics of each
  /// predicate.
  ///
  /// - Parameter ids: The id of each code.
  func tripleTrees(
    _ triples: consuming CodeTriples, ids: [Int64]
  ) throws -> (trees: [String: FinishedTree], statistics: [Int64: PredicateStatistics]) {
    guard subjectRuns.isEmpty else {
      try spill(triples, ids: ids)
      return try mergedTrees()
    }
    var statistics: [Int64: PredicateStatistics] = [:]
    let table = RankTable(ids: ids)
    var sorter = TripleSorter(triples.takeRanks(table))
    sorter.sortBySubject()
    var subjects = [UInt32](repeating: 0, count: table.ids.count)
    var last = (s: -1, p: -1)
    let spo = try tree { add in
      try sorter.forEachDistinct { s, p, o, count in
        if s != last.s || p != last.p {
          subjects[p] &+= 1
          last = (s, p)
        }
        try add(table.ids[s], table.ids[p], table.ids[o], Self.stored(count))
      }
    }
    sorter.sortByPredicate()
    var run = (p: -1, o: -1, statistics: PredicateStatistics())
    func endRun() {
      guard run.p >= 0 else { return }
      run.statistics.subjects = Int(subjects[run.p])
      statistics[table.ids[run.p]] = run.statistics
    }
    let pos = try tree(leafMargin: Self.margin) { add in
      try sorter.forEachDistinct { s, p, o, _ in
        if p != run.p {
          endRun()
          run = (p, -1, PredicateStatistics())
        }
        run.statistics.triples += 1
        if o != run.o {
          run.statistics.objects += 1
          run.o = o
        }
        try add(table.ids[p], table.ids[o], table.ids[s], nil)
      }
    }
    endRun()
    return (["spo": spo, "pos": pos], statistics)
  }

  private func mergedTrees() throws -> (
    trees: [String: FinishedTree], statistics: [Int64: PredicateStatistics]
  ) {
    let (subjectRuns, predicateRuns) = (subjectRuns, predicateRuns)
    (self.subjectRuns, self.predicateRuns) = ([], [])
    let spo = Background {
      var subjects: [Int64: Int] = [:]
      var last: (Int64, Int64) = (0, 0)
      let tree = try self.tree { add in
        try RunMerge.forEachDistinct(subjectRuns) { row, count in
          if (row.0, row.1) != last {
            subjects[row.1, default: 0] += 1
            last = (row.0, row.1)
          }
          try add(row.0, row.1, row.2, Self.stored(count))
        }
      }
      return (tree: tree, subjects: subjects)
    }
    var statistics: [Int64: PredicateStatistics] = [:]
    var last: (Int64, Int64) = (0, 0)
    // Wait for the other thread also if this one has failed.
    let pos = Result {
      try tree(leafMargin: Self.margin) { add in
        try RunMerge.forEachDistinct(predicateRuns) { row, _ in
          statistics[row.0, default: PredicateStatistics()].triples += 1
          if (row.0, row.1) != last {
            statistics[row.0]?.objects += 1
            last = (row.0, row.1)
          }
          try add(row.0, row.1, row.2, nil)
        }
      }
    }
    let built = try spo.value()
    var trees = ["pos": try pos.get()]
    trees["spo"] = built?.tree
    for (predicate, count) in built?.subjects ?? [:] { statistics[predicate]?.subjects = count }
    return (trees, statistics)
  }

  /// A count of 1 is not stored: it is the default of the column.
  private static func stored(_ count: Int) -> Int64? { count == 1 ? nil : Int64(count) }

  /// The tree of a table with two columns, from rows in any order.
  func pairTree(_ pairs: consuming [(Int64, Int64)]) throws -> FinishedTree {
    var pairs = pairs
    pairs.sort(by: <)
    return try tree(leafMargin: Self.margin) { add in
      for (first, second) in pairs { try add(first, second, nil, nil) }
    }
  }

  /// Writes a tree.
  ///
  /// - Parameter rows: Calls the closure that it is given with each row, in the order of the key. The third
  ///   and fourth column may be missing.
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
