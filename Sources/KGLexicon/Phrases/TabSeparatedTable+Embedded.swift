internal import CLexiconTables
internal import KGModel

extension TabSeparatedTable {
  /// A table that is part of the program; see `Data/`.
  init(_ table: kg_table) {
    self.init(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }
}
