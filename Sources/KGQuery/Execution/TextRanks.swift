internal import KGModel
internal import KGQuerySource

/// Ranks of terms in the order of their texts, because numbers are compared faster than texts: organizations,
/// venues and kinds are few and come in many rows.
struct TextRanks {
  private var ids = RowTable(width: 1)
  /// By the index of the term's ID in the table, as are the texts.
  private var ranks: [Int64] = []
  private var texts: [String] = []
  /// The indices in the order of their texts.
  private var order: [Int] = []

  /// Inserting into ``order`` takes time in proportion to the count.
  private static let maximumCount = 1 << 12

  var isFull: Bool { ids.count >= Self.maximumCount }

  /// The index of a term, which is added if it is new.
  ///
  /// - Parameter text: Returns the term's text; `nil` where it has none.
  /// - Returns: `nil` where the term has no text, or the table is full.
  mutating func place(of id: Int64, text: () throws -> String?) rethrows -> Int? {
    if let known = ids.index({ _ in id }) { return known }
    guard !isFull, let text = try text() else { return nil }
    let place = ids.insert { _ in id }.index
    texts.append(text)
    let position = position(of: text)
    if position < order.count, textOrder(texts[order[position]], text) == .same {
      ranks.append(ranks[order[position]])
    } else {
      let before = position == 0 ? 0 : ranks[order[position - 1]]
      let after = position == order.count ? .max : ranks[order[position]]
      ranks.append(before + (after - before) / 2)
      if after - before < 2 {
        order.insert(place, at: position)
        spread()
        return place
      }
    }
    order.insert(place, at: position)
    return place
  }

  /// The order of the texts at two indices.
  func compare(_ left: Int, _ right: Int) -> ValueOrder { ValueOrder(ranks[left], ranks[right]) }

  /// The first position in ``order`` whose text is not before another text.
  private func position(of text: String) -> Int {
    order.indices.partitioningIndex { textOrder(texts[order[$0]], text) != .before }
  }

  /// Assigns ranks at equal distances.
  private mutating func spread() {
    let step = Int64.max / Int64(order.count + 1)
    var rank: Int64 = 0
    for (position, place) in order.enumerated() {
      if position == 0 || textOrder(texts[order[position - 1]], texts[place]) != .same {
        rank += step
      }
      ranks[place] = rank
    }
  }
}
