/// Merges sorted runs.
enum RunMerge {
  /// Calls `body` with each distinct row in ascending order and the number of its occurrences.
  static func forEachDistinct(
    _ runs: [SortedRun], _ body: (SortedRun.Row, _ count: Int) throws -> Void
  ) throws {
    // A binary heap ordered by the current row, the least at the root.
    var heap = try runs.filter { try $0.step() }
    for place in heap.indices.reversed() { sink(place, in: &heap) }
    while let first = heap.first {
      let row = first.current
      var count = 0
      while let run = heap.first, run.current == row {
        count += 1
        if try !run.step() {
          heap.swapAt(0, heap.count - 1)
          heap.removeLast()
        }
        sink(0, in: &heap)
      }
      try body(row, count)
    }
  }

  private static func sink(_ place: Int, in heap: inout [SortedRun]) {
    var place = place
    while true {
      let children = (2 * place + 1..<2 * place + 3).prefix { $0 < heap.count }
      guard let least = children.min(by: { heap[$0].current < heap[$1].current }),
        heap[least].current < heap[place].current
      else { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}
