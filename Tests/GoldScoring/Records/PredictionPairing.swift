/// Which prediction belongs to which gold record.
///
/// A prediction belongs to the gold record whose document ends its path, or the other way round;
/// the longest common ending is preferred, then the order of the predictions. Each prediction
/// serves one record.
struct PredictionPairing {
  /// For each gold record the index of its prediction; `nil` when it has none.
  let predictions: [Int?]
  /// File names without a folder that several predictions have. They are taken in order, which is
  /// right only when gold and predictions are in the same order.
  let ambiguousNames: [String]

  init(gold: [DocumentRecord], predicted: [DocumentRecord]) {
    let paths = predicted.map { Self.components(of: $0.document) }
    var used: Set<Int> = []
    predictions = gold.map { record in
      let choice = Self.longestTail(of: Self.components(of: record.document), in: paths, used)
      if let choice { used.insert(choice) }
      return choice
    }
    let bare = Dictionary(grouping: paths.filter { $0.count == 1 }.map { $0[0] }, by: { $0 })
    ambiguousNames = bare.filter { $0.value.count > 1 }.keys.sorted()
  }

  private static func components(of path: String) -> [String] {
    path.unicodeScalars.split { $0 == "/" || $0 == "\\" }.map { String($0) }.filter { $0 != "." }
  }

  private static func longestTail(
    of wanted: [String], in paths: [[String]], _ used: Set<Int>
  ) -> Int? {
    var best: (index: Int, length: Int)?
    for (index, path) in paths.enumerated() where !used.contains(index) {
      let length = zip(wanted.reversed(), path.reversed()).prefix { $0 == $1 }.count
      let isWholePath = length > 0 && length == min(wanted.count, path.count)
      if isWholePath, length > best?.length ?? 0 { best = (index, length) }
    }
    return best?.index
  }
}
