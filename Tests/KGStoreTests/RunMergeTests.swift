import TestSupport
import Testing

@testable import KGStore

@Suite("Merging sorted runs")
struct RunMergeTests {
  @Test("Merging runs gives each distinct row once, with its number of occurrences")
  func runs() throws {
    let folder = try TemporaryFolder()
    var random = SeededRandom(3)
    var counts: [[Int64]: Int] = [:]
    let runs = try (0..<9).map { number in
      let run = try SortedRun(folder: folder.path)
      let rows = (0..<(number * 4_000)).map { _ in
        (0..<3).map { _ in Int64.random(in: -40...40, using: &random) << 40 }
      }
      for row in rows.sorted(by: { ($0[0], $0[1], $0[2]) < ($1[0], $1[1], $1[2]) }) {
        counts[row, default: 0] += 1
        try run.append((row[0], row[1], row[2]))
      }
      try run.finish()
      return run
    }
    var last: [Int64]?
    try RunMerge.forEachDistinct(runs) { row, count in
      let row = [row.0, row.1, row.2]
      if let last { #expect((last[0], last[1], last[2]) < (row[0], row[1], row[2])) }
      last = row
      #expect(counts.removeValue(forKey: row) == count)
    }
    #expect(counts.isEmpty)
  }
}
