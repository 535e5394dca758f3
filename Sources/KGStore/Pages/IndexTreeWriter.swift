/// Writes rows of integers, given in the order of their key, as the finished pages of a `WITHOUT ROWID`
/// table: an index b-tree, built from the leaves up, with every page filled up to a margin.
///
/// In such a tree, the row between two pages is stored in their parent and in neither of them. So a row that
/// does not fit is held back until the next row arrives: only then is it certain that another page follows,
/// and the row can move to the parent. If no row follows, the last row of the full page moves instead.
///
/// Pages are numbered from 1 in the order in which they are written; ``DatabasePages`` adds them to a
/// database file. The root page is returned separately, because its number in the file is fixed.
///
/// - SeeAlso: <https://www.sqlite.org/fileformat2.html#b_tree_pages>
final class IndexTreeWriter {
  private let write: (UnsafeRawBufferPointer) throws -> Void
  /// The first of ``levels``.
  private let leaf: IndexTreePage
  private var levels: [IndexTreePage]
  private(set) var pageCount = 0

  /// - Parameters:
  ///   - leafMargin: Bytes to leave free on each leaf, because inserting into a full page later makes SQLite
  ///     write its neighbours and a new page as well.
  ///   - write: Receives each finished page.
  init(leafMargin: Int = 0, write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.write = write
    leaf = IndexTreePage(isLeaf: true, margin: leafMargin)
    levels = [leaf]
  }

  /// Adds the next row, given as a record.
  func add(_ record: UnsafeBufferPointer<UInt8>) throws {
    if !leaf.hasHeldBack, leaf.append(child: 0, record) { return }
    try add(level: 0, child: 0, record)
  }

  private func add(level: Int, child: UInt32, _ record: UnsafeBufferPointer<UInt8>) throws {
    if levels.count == level { levels.append(IndexTreePage(isLeaf: false, margin: 0)) }
    let page = levels[level]
    if page.hasHeldBack { try finishPage(level) }
    if !page.append(child: child, record) { page.holdBack(child: child, record) }
  }

  /// Writes a page that another one follows, and moves the row between them to the parent.
  private func finishPage(_ level: Int) throws {
    let page = levels[level]
    let (child, record) = page.takeHeldBack()
    page.setLastChild(child)
    try write(page.bytes)
    pageCount += 1
    page.clear()
    let number = UInt32(pageCount)
    try record.withUnsafeBufferPointer { try add(level: level + 1, child: number, $0) }
  }

  /// Writes the remaining pages; to be called after the last row.
  ///
  /// - Returns: The root page, which has not been written.
  func finish() throws -> [UInt8] {
    var level = 0
    var lastChild: UInt32 = 0
    while true {
      let page = levels[level]
      if page.hasHeldBack {
        // No row follows the one held back, so the row before it moves to the parent.
        let (child, record) = page.takeHeldBack()
        let (lastChild, last) = page.removeLast()
        last.withUnsafeBufferPointer { page.holdBack(child: lastChild, $0) }
        try finishPage(level)
        _ = record.withUnsafeBufferPointer { page.append(child: child, $0) }
      }
      page.setLastChild(lastChild)
      if level == levels.count - 1 { return Array(page.bytes) }
      try write(page.bytes)
      pageCount += 1
      lastChild = UInt32(pageCount)
      level += 1
    }
  }
}
