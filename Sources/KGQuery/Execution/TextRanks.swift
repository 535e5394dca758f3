internal import KGSPARQL

/// The order of the texts of some terms as numbers, which are compared faster: organizations, venues and kinds are
/// few and come in many rows.
struct TextRanks {
  private var numbers = RowTable(width: 1)
  /// By the numbers' places in the table.
  private var ranks: [Int64] = []
  private var texts: [String] = []
  /// The places in the order of their texts.
  private var order: [Int] = []

  /// More would be moved about too much.
  private static let maximumCount = 1 << 12

  /// Where a term is in the table, put in if it is new.
  ///
  /// - Parameter text: Gives the text of the number's term; `nil` where it has none.
  /// - Returns: `nil` where there is no text, or too many are known.
  mutating func place(of number: Int64, text: () throws -> String?) rethrows -> Int? {
    if let known = numbers.index({ _ in number }) { return known }
    guard numbers.count < Self.maximumCount, let text = try text() else { return nil }
    let place = numbers.insert { _ in number }.index
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

  /// The order of the texts at two places.
  func compare(_ left: Int, _ right: Int) -> ValueOrder { ValueOrder(ranks[left], ranks[right]) }

  /// The first position whose text is not before another.
  private func position(of text: String) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if textOrder(texts[order[middle]], text) == .before {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Makes room between ranks.
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
