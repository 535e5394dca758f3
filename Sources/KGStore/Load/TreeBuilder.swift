/// Builds the trees of a load into an empty store as finished pages.
struct TreeBuilder {
  private let folder: String

  /// Bytes for some three rows. A later source's rows fall between those of trees in the order of hashes
  /// or objects; in the tree of subjects they mostly come last.
  private static let margin = 48

  /// - Parameter folder: Where pages lie until they have a place.
  init(folder: String) {
    self.folder = folder
  }

  /// The tables `spo` and `pos`.
  ///
  /// - Parameter ids: The number of each code.
  func tripleTrees(
    _ triples: consuming CodeTriples, ids: [Int64]
  ) throws -> [String: FinishedTree] {
    let table = RankTable(ids: ids)
    var sorter = TripleSorter(triples.takeRanks(table))
    sorter.sortBySubject()
    let spo = try tree { add in
      try sorter.forEachDistinct { s, p, o, count in
        // A row that ends before the count has the default, 1.
        try add(table.ids[s], table.ids[p], table.ids[o], count == 1 ? nil : Int64(count))
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
