internal import CNameTables

extension TabSeparatedTable {
  /// A table that is part of the program; see `Data/`.
  init(_ table: kg_name_table) {
    self.init(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }
}
