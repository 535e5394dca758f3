import TestSupport
import Testing

@testable import KGQuery

@Suite("Tables of distinct rows")
struct RowTableTests {
  @Test("A row is added once and keeps its index, also when the table grows")
  func distinctRows() {
    var table = RowTable(width: 2)
    for id in 0..<1000 {
      #expect(table.insert { $0 == 0 ? Int64(id % 100) : Int64(id / 100) } == (id, true))
    }
    for id in 0..<1000 {
      let column = { (place: Int) in place == 0 ? Int64(id % 100) : Int64(id / 100) }
      #expect(table.insert(column) == (id, false))
      #expect(table.index(column) == id)
    }
    #expect(table.count == 1000)
    #expect(table.index { _ in -1 } == nil)
  }

  @Test("Rows without columns are all equal")
  func noColumns() {
    var table = RowTable(width: 0)
    #expect(table.index { _ in 0 } == nil)
    #expect(table.insert { _ in 0 }.isNew)
    #expect(!table.insert { _ in 0 }.isNew)
  }
}
